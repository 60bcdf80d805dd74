import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { checkCount, checkText, checkUnique, checkUrl, overLimit } from '../check.ts';
import { TEAMS } from '../limits.ts';

/** A part of a card: what is checked of it, whatever its type. */
interface Node {
  type?: string;
  id?: string;
  text?: string;
  label?: string;
  title?: string;
  url?: string;
  isRequired?: boolean;
  errorMessage?: string;
  data?: { id?: string };
  inlines?: readonly (string | Node)[];
  choices?: readonly { title?: string; value?: string }[];
  selectAction?: Node;
  /** What Action.ShowCard unfolds. */
  card?: Node;
  body?: readonly Node[];
  items?: readonly Node[];
  columns?: readonly Node[];
  actions?: readonly Node[];
}

const LISTS = ['body', 'items', 'columns', 'actions'] as const;

/** Data of a press; an input of this name would overwrite it on its way back. */
const RESERVED = 'id';

/**
 * Checks a card against every limit of Teams that it could break, before it is sent and in every test.
 * @throws CodedError internal/over_limit with `limit` and `where`, the path of the offending value
 */
export function assertCard(card: IAdaptiveCard): void {
  if (card.version !== TEAMS.version) overLimit('version', 'card.version');
  if (Buffer.byteLength(JSON.stringify(card)) > TEAMS.cardBytes) overLimit('cardBytes', 'card');
  checkSome(card.body, 'card.body');
  const nodes = [...walk(card as Node, 'card')];
  for (const [node, where] of nodes) checkNode(node, where);
  const ids = nodes.flatMap(([{ id }]) => id ?? []);
  checkUnique(ids, 'id_unique', 'card');
}

/** Every part with its path, e.g. `card.body[2].columns[0].items[1]`. */
function* walk(node: Node, where: string): Generator<[Node, string]> {
  yield [node, where];
  if (node.selectAction) yield* walk(node.selectAction, `${where}.selectAction`);
  if (node.card) yield* walk(node.card, `${where}.card`);
  for (const list of LISTS) {
    for (const [i, child] of (node[list] ?? []).entries()) yield* walk(child, `${where}.${list}[${i}]`);
  }
}

function checkNode(node: Node, where: string): void {
  switch (node.type) {
    case 'AdaptiveCard':
    case 'Column':
      break;
    case 'ColumnSet':
      checkSome(node.columns, `${where}.columns`);
      break;
    case 'TextBlock':
      checkThere(node.text, `${where}.text`);
      break;
    case 'RichTextBlock':
      checkThere(inlineText(node), `${where}.inlines`);
      break;
    case 'ActionSet':
      checkCount(node.actions, TEAMS.actions, 'actions', `${where}.actions`);
      break;
    case 'Action.Execute':
      checkThere(node.title, `${where}.title`);
      checkThere(node.data?.id, `${where}.data.id`);
      break;
    case 'Action.ShowCard':
      checkThere(node.title, `${where}.title`);
      checkSome(node.card?.body, `${where}.card.body`);
      break;
    case 'Action.OpenUrl':
      checkThere(node.title, `${where}.title`);
      checkUrl(node.url ?? '', `${where}.url`);
      break;
    case 'Input.Text':
    case 'Input.ChoiceSet':
      checkInput(node, where);
      break;
    default:
      overLimit('element_type', where);
  }
}

function checkInput({ type, id, label, isRequired, errorMessage, choices }: Node, where: string): void {
  checkThere(id, `${where}.id`);
  if (id === RESERVED) overLimit('id_reserved', `${where}.id`);
  checkThere(label, `${where}.label`);
  if (isRequired) checkThere(errorMessage, `${where}.errorMessage`);
  if (type === 'Input.Text') return;
  checkSome(choices, `${where}.choices`);
  choices?.forEach(({ title, value }, i) => {
    checkThere(title, `${where}.choices[${i}].title`);
    checkThere(value, `${where}.choices[${i}].value`);
    // Teams joins the chosen values by commas.
    if (value?.includes(',')) overLimit('choice_comma', `${where}.choices[${i}].value`);
  });
  const values = (choices ?? []).map(({ value }) => value ?? '');
  checkUnique(values, 'choice_value_unique', `${where}.choices`);
}

const checkThere = (text: string | undefined, where: string): void =>
  checkText(text, Number.POSITIVE_INFINITY, 'text', where);

const checkSome = (list: readonly unknown[] | undefined, where: string): void =>
  checkCount(list, Number.POSITIVE_INFINITY, 'list', where);

const inlineText = ({ inlines = [] }: Node): string =>
  inlines.map((inline) => (typeof inline === 'string' ? inline : (inline.text ?? ''))).join('');
