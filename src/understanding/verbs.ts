/** Folded verbs of both languages that wishes are made with, by what they do; Polish as stems with any ending. */
export const VERBS = {
  pay: String.raw`pay(?:ing)?|settle|clear|charge|redeem|spend|apply|transfer|(?:za|o|w|s|do)?plac(?:ic|i|aj|acic|my|e|a|ajcie|cie|imy|ac)?|oplac\w*|ureguluj\w*|uregulow\w*|reguluj|obciaz\w*|wykorzyst\w*|zrealizuj\w*|rozlicz\w*|kupuj\w*|przelej\w*|przelew(?:aj|ac)\w*`,
  remove: String.raw`remov(?:e|ing)|delet(?:e|ing)|kick|drop|revok(?:e|ing)|disconnect|unlink|take away|usun\w*|usuwa\w*|skasuj\w*|kasuj\w*|wywal\w*|wyrzuc\w*|odbier\w*|odebra\w*|zabier\w*|zabra\w*|odlacz\w*|rozlacz\w*|cofn\w*|cofaj|cofa[cj]\w*|wycof\w*`,
  suspend: String.raw`suspend(?:ing)?|block(?:ing)?|freeze|lock|disable|zawies\w*|zawiesza\w*|blokuj\w*|zablok\w*|wstrzym\w*`,
  reinstate: String.raw`reinstat\w+|unblock\w*|unsuspend|restore|reactivate|let|odblok\w*|przywroc\w*|przywraca\w*|odwies\w*|wpuszcza\w*|wpusc\w*`,
  give: String.raw`invit(?:e|ing)|add(?:ing)?|make|give|grant|send(?:ing)?|resend|e-?mail|forward|change|update|switch|set|link|connect|request|renew|extend|zaprasza\w*|zapros\w*|dodawa\w*|dodaj\w*|dodac|nadawa\w*|nadaj\w*|dawaj|daj|robi\w*|rob\b|wysyla\w*|wysl\w*|przesyla\w*|przesl\w*|zmienia\w*|zmien\w*|aktualizuj\w*|przelacz\w*|ustawia\w*|ustaw\w*|polacz\w*|lacz\w*|odnawia\w*|odnow\w*|odnowic|przedluz\w*|ponawia\w*|ponow\w*|wnioskuj\w*`,
  approve: String.raw`approv(?:e|ing|al)|accept(?:ing)?|authori[sz]e|agree(?: to| with)?|consent to|sign off|zatwierdz\w*|(?:za)?akcept\w*|zgadza\w* sie|zgadzam sie|zgodz\w*|wyraza\w* zgody`,
  decline: String.raw`declin(?:e|ing)|reject(?:ing)?|refus(?:e|ing)|deny|turn (?:it |that |them )?down|odrzuc\w*|odrzuca\w*|odmawia\w*|odmow\w*`,
  dispute: String.raw`disput(?:e|ing)|contest|challenge|kwestionuj\w*|zakwestion\w*|reklamuj\w*|zglasza\w*|zglos\w*`,
  off: String.raw`turn\w* (?:\w+ ){0,2}off|switch\w* (?:\w+ ){0,2}off|disabl\w+|stop\w*|mute|wylacz\w*|wylacza\w*|wycisz\w*`,
} as const;

export type VerbClass = keyof typeof VERBS;

/** What a wish or a question begins with: an imperative, "I want", "please", or a question word. */
const opens = String.raw`show|list|display|see|view|find|get|give|fetch|pull|bring|look|check|tell|let me|pay|settle|clear|put|charge|apply|redeem|use|spend|send|e-?mail|mail|forward|download|export|save|print|dispute|contest|flag|report|approve|accept|authori[sz]e|sign|decline|reject|refuse|deny|turn|withdraw|retract|take|cancel|renew|extend|enable|disable|switch|activate|deactivate|stop|start|track|watch|follow|notify|remind|ping|snooze|mute|invite|add|register|remove|delete|drop|kick|suspend|block|freeze|pause|reinstate|restore|unblock|unsuspend|resend|revoke|change|update|edit|set|make|request|grant|link|connect|disconnect|unlink|speak|talk|open|close|go|move|work|explain|help|who|what|whats|what's|where|wheres|where's|when|which|how|why|is|are|was|did|does|do|has|have|can|could|would|will|i want|i would|i'd|i need|i wanna|we want|we need|we'd|please|pls|kindly|need|want`;
const opensPl = String.raw`pokaz\w*|wyswietl\w*|wypisz|wylistuj|daj\w*|podaj\w*|zobacz\w*|sprawdz\w*|znajdz\w*|otworz\w*|powiedz\w*|zaplac\w*|oplac\w*|ureguluj\w*|splac\w*|wplac\w*|wykorzystaj\w*|uzyj\w*|zrealizuj\w*|wyslij\w*|wyslac|przeslij\w*|przeslac|podeslij|podeslac|slij|pobierz\w*|pobrac|sciagnij\w*|zapisz|zakwestionuj\w*|zareklamuj|reklamuj\w*|zglos\w*|zatwierdz\w*|zaakceptuj\w*|akceptuj\w*|odrzuc\w*|odmow|wycofaj\w*|cofnij\w*|anuluj\w*|odnow(?!ien)\w*|przedluz(?!en)\w*|wlacz\w*|wylacz\w*|uruchom|sledz|obserwuj\w*|powiadom\w*|powiadamiaj\w*|informuj\w*|przypomnij\w*|przypominaj\w*|odloz|wycisz|zapros(?!zen)\w*|dodaj\w*|dodac|usun\w*|skasuj\w*|wywal|zabierz|odbierz\w*|odebrac|zabrac|zawies(?!zen)\w*|zablokuj\w*|odblokuj\w*|przywroc\w*|ponow\w*|zmien\w*|zaktualizuj\w*|ustaw\w*|zrob\w*|nadaj\w*|polacz\w*|podlacz\w*|odlacz\w*|rozlacz\w*|przelacz\w*|przejdz\w*|mow|rozmawiaj|wyjasnij|wytlumacz|pomoz|kto|co|gdzie|kiedy|jakie|jaki|jaka|jaki\w*|ktore|ktory|ktora|ile|jak|dlaczego|czemu|czy|chce|chcemy|chcialbym|chcialabym|prosze|poprosze|potrzebuje|potrzebujemy|pragne|musze|mozesz|moglbys|moglabys|niech`;
const opening = new RegExp(
  String.raw`^(?:(?:also|then|and|please|pls|just|now|next|potem|nastepnie|tez|takze|jeszcze|od razu|prosze|bardzo prosze|mi|teraz) )*(?:${opens}|${opensPl})\b`,
);

const question =
  /^(?:(?:also|and|so|a|i) )*(?:who|whos|who's|what|whats|what's|where|wheres|where's|when|whens|when's|which|how|why|did|does|is|are|was|were|has|have|kto|kogo|komu|co|gdzie|kiedy|ile|jak|jaki\w*|jaka|ktor[aey]\w*|dlaczego|czemu|czy|which)\b/;

/** True when a folded clause begins with a question or relative word: after a mere comma it belongs to what is before. */
export const asksByWord = (folded: string): boolean => question.test(folded.trim());

const anyVerb = new RegExp(String.raw`\b(?:${Object.values(VERBS).join('|')})\b`);
/** True when a folded clause holds a verb of a wish anywhere. */
export const hasVerb = (folded: string): boolean => anyVerb.test(folded);

/** True when a folded clause begins as a wish or a question does. */
export const opensWish = (folded: string): boolean => opening.test(folded.trim());
