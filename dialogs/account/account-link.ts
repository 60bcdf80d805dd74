import { defineDialog, slot } from '../define.ts';

/** Links this chat user to a further e-mail's accounts: sends a one-time code, which is then written in. */
export const linkAccount = defineDialog({
  intent: 'account.link',
  permission: 'own',
  title: { en: 'Connect my other e-mail', pl: 'Połącz mój inny adres e-mail' },
  slots: {
    email: slot<string>({
      takes: ['email'],
      resolve: (_ctx, { email }) => (email ? { value: email } : { missing: true }),
      ask: ({ locale }) => ({ text: TEXTS[locale].ask, awaiting: 'email' }),
    }),
  },
  texts: { en: {}, pl: {} },
  async run(ctx, { email }, { key }) {
    const { final } = TEXTS[ctx.locale];
    return { replies: [{ text: await ctx.askCode(email, key) }], undo: { impossible: final } };
  },
});

const TEXTS = {
  en: {
    ask: 'Which e-mail address would you like to connect, as it is known in the portal?',
    final: 'Nothing has been changed yet: without the code nothing happens. To disconnect, say “unlink me”.',
  },
  pl: {
    ask: 'Który adres e-mail, znany w portalu, chcesz połączyć?',
    final: 'Nic się jeszcze nie zmieniło: bez kodu nic się nie stanie. Aby się odłączyć, napisz „odłącz mnie”.',
  },
};
