import type { Block, Button } from '../../src/kit/card.ts';
import type { Action, Draft } from '../../src/kit/dialog.ts';
import { type Article, type HelpAnswer, passageText } from '../../src/kit/help.ts';
import { type RoleName, roleNames } from '../../src/lib/role-names.ts';
import type { Context } from '../define.ts';
import type { AskTexts } from './ask-texts.ts';
import { TOPICS } from './topics.ts';

const DEEDS = 2;
/** So much else to read is offered; of it, so much for the question rather than for the article. */
const FURTHER = 4;
const LIKELY = 2;
const ROLES = 2;
/** Who has a role is named up to here. */
const NAMED = 5;

/**
 * The article with its steps, what to do about it, and what else to read.
 * @param near what else was found for the question: it may have meant that
 */
export async function articleReply(
  ctx: Context,
  texts: AskTexts,
  article: Article,
  near: readonly Article[] = [],
): Promise<Draft> {
  const heading = texts.article(article.title);
  const [lead = { text: '' }, ...rest] = article.passages;
  const text = `${heading}\n${passageText(lead)}`;
  const { does, related } = TOPICS[article.id] ?? { does: [], related: [] };
  const ids = new Set([...near.slice(0, LIKELY).map(({ id }) => id), ...related]);
  const others = await Promise.all([...ids].slice(0, FURTHER).map((id) => ctx.help.article(id, ctx.locale)));
  const blocks: Block<Action>[] = [
    { type: 'text', text: heading, style: 'heading' },
    ...[lead, ...rest].map((passage) => ({ type: 'text', text: passageText(passage) }) as const),
    ...(await deeds(ctx, texts, does)),
    ...readFurther(
      texts.also,
      others.filter((other) => other !== undefined),
    ),
  ];
  return { text, card: { blocks } };
}

/** What a language model made of articles, each of them named and one press away. */
export async function composedReply(
  ctx: Context,
  texts: AskTexts,
  { text: answer, from }: NonNullable<HelpAnswer['composed']>,
): Promise<Draft> {
  const source = texts.composed(from.map(({ title }) => texts.quoted(title)).join(', '));
  const blocks: Block<Action>[] = [
    { type: 'text', text: answer },
    { type: 'text', text: source, style: 'muted' },
    ...(await deeds(ctx, texts, TOPICS[from[0]?.id ?? '']?.does ?? [])),
    ...readFurther(texts.also, from),
  ];
  return { text: `${answer}\n${source}`, card: { blocks } };
}

/** That nothing answers it, what comes nearest, and a person to ask. */
export function unknownReply(ctx: Context, texts: AskTexts, near: readonly Article[]): Draft {
  const title = (intent: 'human.handover' | 'help.menu') =>
    ctx.dialogs.find((dialog) => dialog.intent === intent)?.title?.[ctx.locale];
  const ways = (['human.handover', 'help.menu'] as const).flatMap((intent): Button<Action>[] => {
    const label = title(intent);
    return label ? [{ label, action: { do: 'start', intent } }] : [];
  });
  const blocks: Block<Action>[] = [
    { type: 'text', text: texts.unknown },
    ...readFurther(texts.near, near),
    { type: 'actions', buttons: ways },
  ];
  return { text: texts.unknown, card: { blocks } };
}

const readFurther = (what: string, articles: readonly Article[]): Block<Action>[] =>
  articles.length === 0
    ? []
    : [
        { type: 'text', text: what, style: 'muted' },
        {
          type: 'actions',
          buttons: articles.map(({ id, title }) => ({
            label: title,
            action: { do: 'start', intent: 'help.ask', slots: { ref: id } },
          })),
        },
      ];

/** Buttons that begin what the article is about, where the person may; else which role it takes and who has it. */
async function deeds(
  { portal, dialogs, locale }: Context,
  texts: AskTexts,
  does: (typeof TOPICS)[string]['does'],
): Promise<Block<Action>[]> {
  const offered = does.flatMap((intent) => dialogs.filter((dialog) => dialog.intent === intent && dialog.title));
  if (offered.length === 0) return [];
  const { notHeld } = await portal.access.explain({});
  const missing = offered.map(({ permission }) => notHeld.find((rule) => rule.permission === permission));
  const buttons = offered
    .filter((_dialog, at) => !missing[at])
    .slice(0, DEEDS)
    .map(({ intent, title }): Button<Action> => ({ label: title![locale], action: { do: 'start', intent } }));
  const [rule] = missing;
  const asks = (rule?.roles ?? []).slice(0, ROLES).map(
    (role: RoleName): Button<Action> => ({
      label: texts.askFor(roleNames(locale, [role])),
      action: { do: 'start', intent: 'access.request', slots: { role } },
    }),
  );
  const names = (rule?.holders ?? []).map(({ name }) => name);
  const holders = names.length > NAMED ? `${names.slice(0, NAMED).join(', ')}…` : names.join(', ');
  const actions = [...buttons, ...asks];
  return [
    ...(rule
      ? [{ type: 'text', text: texts.needs(roleNames(locale, rule.roles, 'or'), holders || texts.nobody) } as const]
      : []),
    ...(actions.length > 0 ? [{ type: 'actions', buttons: actions } as const] : []),
  ];
}
