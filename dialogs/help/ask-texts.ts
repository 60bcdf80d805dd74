import type { Localized } from '../../src/lib/locale.ts';

export interface AskTexts {
  ask: string;
  field: string;
  send: string;
  article(title: string): string;
  quoted(title: string): string;
  composed(titles: string): string;
  needs(roles: string, holders: string): string;
  nobody: string;
  askFor(role: string): string;
  also: string;
  unknown: string;
  near: string;
  gone: string;
}

export const ASK_TEXTS: Localized<AskTexts> = {
  en: {
    ask: 'What would you like to know about the portal?',
    field: 'Your question',
    send: 'Ask',
    article: (title) => `Help: ${title}`,
    quoted: (title) => `“${title}”`,
    composed: (titles) => `Put together by a language model from the help, and from nothing else: ${titles}.`,
    needs: (roles, holders) => `This takes the role ${roles}, which you don’t have. Who has it: ${holders}.`,
    nobody: 'nobody at the moment',
    askFor: (role) => `Ask for the role: ${role}`,
    also: 'See also:',
    unknown:
      'I don’t know that: no article of the portal’s help answers it, and I don’t make answers up. Ask in other words, or pass it on to a person.',
    near: 'These come nearest:',
    gone: 'That help article is no longer there. Ask me in your own words instead.',
  },
  pl: {
    ask: 'O co chodzi? Proszę zadać pytanie o portal.',
    field: 'Pytanie',
    send: 'Zapytaj',
    article: (title) => `Pomoc: ${title}`,
    quoted: (title) => `„${title}”`,
    composed: (titles) => `Odpowiedź ułożył model językowy wyłącznie na podstawie pomocy: ${titles}.`,
    needs: (roles, holders) => `Potrzebna jest do tego rola, której nie masz: ${roles}. Kto ją ma: ${holders}.`,
    nobody: 'obecnie nikt',
    askFor: (role) => `Poproś o rolę: ${role}`,
    also: 'Zobacz też:',
    unknown:
      'Tego nie wiem: nie ma o tym artykułu w pomocy portalu, a odpowiedzi nie zmyślam. Zapytaj innymi słowami albo przekaż pytanie konsultantowi.',
    near: 'Najbliższe artykuły:',
    gone: 'Tego artykułu pomocy już nie ma. Zapytaj własnymi słowami.',
  },
};
