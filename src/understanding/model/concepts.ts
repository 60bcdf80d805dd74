/**
 * Stems of both languages that mean the same in this portal. A word that begins with a stem carries its concept; the
 * concepts of a clause, alone and in pairs, are features beside its words (FIELD-NOTES: they pay).
 */
const concepts: Record<string, string> = {
  invoice: 'invoice inv bill faktur fakt fv fra rachunk',
  payment: 'payment payments platnosc wplat transakcj transaction zaplat',
  pay: 'pay paying settle clear zaplac zapla oplac uregul ureguluj splac wplac place placi',
  paid: 'paid payed settled zaplacon oplacon uregulowan przeszl went through zaksiegow',
  owe: 'owe owing debt zalega winni dlug jestesmy',
  due: 'due naleznosc nalezn wymagaln',
  overdue: 'overdue past late zalegl przetermin spoznio arrears',
  list: 'list show display pokaz wyswietl lista liste zestaw view pokazac see zobacz wypisz spis',
  download: 'download pdf pobierz pobrac sciagn sciag save zapisz export eksport',
  email: 'email e-mail mail mailem inbox poczt mejl skrzynk',
  send: 'send wyslij wysla przesl podesl forward przeslij slij shoot posl',
  dispute:
    'disput wrong incorrect mistake error kwestion zakwestion reklam bledn blad zle niepopraw nieprawidl overcharg spor',
  approve:
    'approv accept sign-off zatwierdz akcept zaakcept zgod authori endors consent green zielone zezwal pozwal zgadz zgadzam grant podpis pozytywn greenlight sign',
  decline:
    'declin reject refus deny odrzuc odmow odrzuca disapprov veto wetuj zawetuj withhold dismiss denied deny negatyw odrzuc sprzeciw knock',
  withdraw: 'withdraw retract recall wycof cofn cofa wycofa',
  renewal: 'renewal odnowieni przedluzeni asyst',
  renew: 'renew extend prolong odnow odnawia przedluz',
  automatic: 'automatic auto automat autorenew samo sam itself',
  billing: 'billing fakturow rozlicz',
  contact: 'contact kontakt',
  profile: 'profile profil details dane address adres',
  method: 'method metod sposob',
  card: 'card kart visa mastercard amex',
  bank: 'bank iban przelew rachunek konto transfer wire',
  default: 'default primary main domysln glown podstawow',
  add: 'add dodaj doda register save podepn podpi zapisa new now',
  remove: 'remov delet usun skasuj kasuj wywal wyrzuc wykresl drop odbierz zabierz revok odebra zabra',
  plan: 'plan subscri subskryp abonament pakiet',
  schedule: 'schedul harmonogram terminarz calendar kalendarz',
  contract: 'contract agreement umow kontrakt',
  order: 'order zamowi zam po purchase',
  track: 'track where arriv deliver ship eta gdzie kiedy dojd dotrz dostaw przesyl paczk sledz',
  watch: 'watch notify ping updat obserwuj powiadam informuj informowa znac follow alert',
  reward: 'reward point punkt nagrod loyalty balance saldo',
  redeem: 'redeem apply spend use wykorzyst zrealizuj wydaj uzyj wymien',
  user: 'user people person everyone everybody osob uzytkown ludzi pracownik colleague koleg kolezank member',
  access: 'access dostep permission uprawn',
  role: 'role rola role roli rol finans techni manag kierown ksiegow',
  invite: 'invit zapros zaprasza zaprosz',
  resend: 'resend again ponow jeszcze ponown once fresh',
  suspend:
    'suspend block freeze pause zablok zawies wstrzym blokuj disable deactiv dezaktyw inactiv nieaktyw blokad suspension zawieszon zawieszen',
  reinstate:
    'reinstat unblock restor unsuspend unfreeze reactiv odblok przywro odwies odwiesz reaktyw recover activ aktyw odzysk unban',
  allowed: 'allow may can permit moge wolno uprawn cannot cant why dlaczego czemu',
  request: 'request wnios prosb wniosk ask popros',
  audit: 'audit log history histori dziennik who kto kiedy trail logi',
  switch: 'switch przelacz zmien change przejdz',
  organization: 'company account organi firm spolk konto klient',
  link: 'link connect polacz podlacz powiaz sparuj zlinkuj skojarz linkow podepnij pair powiaz',
  unlink:
    'unlink disconnect odlacz rozlacz odepn rozlaczy powiazanie odwiaz odlinkuj detach zerwij zerwa rozparuj cut unpair odwiaz',
  chat: 'chat slack teams czat',
  language: 'english polish angielsk polsk jezyk language',
  remind: 'remind przypom notification powiadom reminder alert',
  snooze: 'snooze later postpone odloz pozniej drzem odroc przelo wstrzymaj',
  help: 'help pomoc pomoz how jak explain wyjasn wytlumacz difference rozn',
  human: 'human agent person somebody support konsultant czlowiek czlowiekiem operator consultant representative',
  talk: 'talk speak rozmaw porozm pogada call chat',
  negative: 'not dont nie never cannot cant no brak wont zaden zadn without bez',
  all: 'all every everything wszyst',
};

const byStem = new Map<string, string>();
for (const [concept, stems] of Object.entries(concepts)) for (const stem of stems.split(' ')) byStem.set(stem, concept);

/** The concepts of a masked clause's words, each once, in alphabetical order. */
export function conceptsOf(words: readonly string[]): string[] {
  const found = new Set<string>();
  for (const word of words) {
    for (let end = word.length; end >= 2; end--) {
      const concept = byStem.get(word.slice(0, end));
      if (concept === undefined || (end < 4 && end < word.length)) continue;
      found.add(concept);
      break;
    }
  }
  return [...found].sort();
}
