import { z } from 'zod';
import { isLocale, LOCALES } from '../../lib/locale.ts';
import { changing } from '../operation.ts';

/** Sets the language one is spoken to in; the answer tells the one before, absent where none had been set. */
export const setLanguage = changing({
  permission: 'own',
  input: z.strictObject({ locale: z.enum(LOCALES) }),
  async handle({ tx, actor, audit }, { locale }) {
    const { locale: before } = await tx.contact.findUniqueOrThrow({
      where: { id: actor.id },
      select: { locale: true },
    });
    await tx.contact.update({ where: { id: actor.id }, data: { locale } });
    audit({ action: 'own.setLanguage', outcome: 'done', details: { from: before, to: locale } });
    return { locale, ...(isLocale(before) && { before }) };
  },
});
