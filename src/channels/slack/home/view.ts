import type { HomeView, KnownBlock, SectionBlock, Button as SlackButton } from '@slack/types';
import type { Home } from '../../../conversation/home.ts';
import type { Wish } from '../../../conversation/state.ts';
import { type Block, mapActions } from '../../../kit/card.ts';
import type { Localized } from '../../../lib/locale.ts';
import { SLACK } from '../../limits.ts';
import { assertView } from '../assert-view.ts';
import { renderSlack } from '../render.ts';
import { textBlocks } from '../text.ts';

/** Slack shows nothing new on a home page after a press: the answer comes in the direct messages. */
const ANSWERED: Localized = {
  en: 'What you press here is answered under Messages.',
  pl: 'Odpowiedzi na to, co naciśniesz, znajdziesz w zakładce Wiadomości.',
};

/**
 * A home page as Slack's view. A button carries its wish itself (`wish:N`, the wish as JSON), since nothing is stored of
 * a page: what it asks for is decided when it is pressed.
 * @throws CodedError internal/over_limit for what even without its tables is over a limit of Slack's
 */
export function homeView({ card, locale }: Home): HomeView {
  const whole = viewOf(card.blocks, ANSWERED[locale]);
  // Names in the data may be of any length: then the sums and the way to all of it stay.
  const view = fits(whole)
    ? whole
    : viewOf(
        card.blocks.filter(({ type }) => type !== 'table'),
        ANSWERED[locale],
      );
  assertView(view);
  return view;
}

const fits = (view: HomeView): boolean =>
  view.blocks.length <= SLACK.viewBlocks && Buffer.byteLength(JSON.stringify(view)) <= SLACK.viewBytes;

function viewOf(blocks: readonly Block<Wish>[], note: string): HomeView {
  const card = mapActions({ blocks }, ({ intent, slots }) => JSON.stringify({ intent, slots }));
  const rendered = renderSlack({ text: note, audience: 'person', card }).blocks.map(wishing);
  return { type: 'home', blocks: [...rendered, ...textBlocks(note, 'muted')] };
}

/** The buttons of a block as wishes. */
function wishing(block: KnownBlock): KnownBlock {
  if (block.type === 'actions') return { ...block, elements: (block.elements as SlackButton[]).map(wish) };
  const { accessory } = block as SectionBlock;
  return accessory?.type === 'button' ? ({ ...block, accessory: wish(accessory) } as SectionBlock) : block;
}

const wish = (button: SlackButton): SlackButton => ({
  ...button,
  ...(button.action_id && { action_id: button.action_id.replace(/^press:/, 'wish:') }),
});
