import type { Row } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { showMoment } from '../../src/lib/dates.ts';
import type { Localized } from '../../src/lib/locale.ts';
import type { LinkView } from '../../src/portal/links/view.ts';
import type { Context } from '../define.ts';

const PLATFORMS: Record<LinkView['platform'], Localized> = {
  slack: { en: 'Slack', pl: 'Slack' },
  teams: { en: 'Microsoft Teams', pl: 'Microsoft Teams' },
  web: { en: 'Demonstration page', pl: 'Strona demonstracyjna' },
};

/** "Slack, Acme": the platform and what people call the workspace there. */
export function placeName({ locale }: Pick<Context, 'locale'>, { platform, tenantName, tenantId }: LinkView): string {
  const name = PLATFORMS[platform][locale];
  return platform === 'web' ? name : `${name}, ${tenantName ?? tenantId}`;
}

/** A link's row: where, since when, and what can be done with it. */
export const linkRow = (ctx: Context, link: LinkView, unlink: { label: string; action: Action }): Row<Action> => ({
  cells: [placeName(ctx, link), showMoment(ctx.locale, ctx.timeZone, new Date(link.since))],
  actions: [unlink],
});

export const LINK_COLUMNS: Localized<readonly { label: string }[]> = {
  en: [{ label: 'Chat' }, { label: 'Connected since' }],
  pl: [{ label: 'Czat' }, { label: 'Połączony od' }],
};
