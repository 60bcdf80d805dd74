import type { Localized } from '../../../lib/locale.ts';

/** How an installation went, in the address of the page that says so. */
export const OUTCOMES = ['done', 'cancelled', 'expired', 'refused', 'unavailable'] as const;
export type Outcome = (typeof OUTCOMES)[number];

type OutcomeText = { title: string; text: string; next: string };
type InstallTexts = Record<Outcome, OutcomeText> & { again: string };

const NOTHING = { en: 'Nothing was changed in the customer portal.', pl: 'W portalu klienta nic się nie zmieniło.' };

export const INSTALL_TEXTS: Localized<InstallTexts> = {
  en: {
    done: {
      title: 'The assistant is in your Slack',
      text: 'The app is installed. You can close this page.',
      next: 'Next, whoever runs the customer portal lets your workspace in for your company’s account. Then write “hello” to the app in Slack: it will tell you how to connect.',
    },
    cancelled: {
      title: 'Installation cancelled',
      text: NOTHING.en,
      next: 'If you change your mind, begin again. Some workspaces let only their owners install apps: ask one of them.',
    },
    expired: {
      title: 'Please begin again',
      text: NOTHING.en,
      next: 'An installation has to be finished within ten minutes, once, in the browser it was begun in, with cookies allowed.',
    },
    refused: {
      title: 'Slack did not accept the installation',
      text: NOTHING.en,
      next: 'Begin again. If that does not help, tell whoever runs the customer portal: the log says why.',
    },
    unavailable: {
      title: 'Please try again in a moment',
      text: `The installation could not be finished just now. ${NOTHING.en}`,
      next: 'Begin again in a minute.',
    },
    again: 'Begin again',
  },
  pl: {
    done: {
      title: 'Asystent jest już w Slacku',
      text: 'Aplikacja została zainstalowana. Możesz zamknąć tę stronę.',
      next: 'Teraz administrator portalu klienta musi dopuścić Twoją przestrzeń roboczą do konta Twojej firmy. Potem napisz do aplikacji w Slacku „cześć”: podpowie, jak się połączyć.',
    },
    cancelled: {
      title: 'Instalacja anulowana',
      text: NOTHING.pl,
      next: 'Instalację można zacząć od nowa w każdej chwili. W niektórych przestrzeniach roboczych aplikacje instalują tylko właściciele: poproś jednego z nich.',
    },
    expired: {
      title: 'Zacznij od nowa',
      text: NOTHING.pl,
      next: 'Instalację trzeba dokończyć w ciągu dziesięciu minut, za jednym razem, w tej samej przeglądarce, z włączonymi ciasteczkami.',
    },
    refused: {
      title: 'Slack nie przyjął instalacji',
      text: NOTHING.pl,
      next: 'Zacznij od nowa. Jeśli to nie pomoże, powiadom administratora portalu klienta: przyczyna jest w dzienniku.',
    },
    unavailable: {
      title: 'Spróbuj ponownie za chwilę',
      text: `W tej chwili nie udało się dokończyć instalacji. ${NOTHING.pl}`,
      next: 'Zacznij od nowa za minutę.',
    },
    again: 'Zacznij od nowa',
  },
};
