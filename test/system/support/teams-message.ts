/** A message of the assistant's as it stands in a chat: the fake Teams' own view of it. */
export interface TeamsMessage {
  id: string;
  conversationId: string;
  activity: Readonly<Record<string, unknown>>;
}

/** What can be pressed on a card. */
export interface Action {
  title: string;
  /** The id of the press; absent for a link. */
  press?: string;
  url?: string;
}

interface Attachment {
  contentType: string;
  name?: string;
  content?: unknown;
}

const attachmentsOf = ({ activity }: TeamsMessage): readonly Attachment[] =>
  (activity.attachments ?? []) as readonly Attachment[];

/** A message's attachments of one kind, e.g. `file.consent`. */
export const attached = (message: TeamsMessage, kind: string): Attachment[] =>
  attachmentsOf(message).filter(({ contentType }) => contentType.endsWith(kind));

/** What a person can press there, in order. */
export const actionsOf = (message: TeamsMessage): Action[] =>
  objectsIn(attachmentsOf(message)).flatMap(({ type, title, data, url, tooltip }) => {
    const name = String(title ?? tooltip ?? '');
    if (type === 'Action.OpenUrl') return { title: name, url: String(url) };
    return type === 'Action.Execute' ? { title: name, press: String((data as { id: string }).id) } : [];
  });

/** Everything that can be read in a message, without its notification. */
export function wordsOf(message: TeamsMessage): string {
  const texts = objectsIn(attachmentsOf(message)).flatMap(({ text, inlines, title, label, name }) => [
    ...(Array.isArray(inlines) ? (inlines as unknown[]) : []),
    ...[text, title, label, name],
  ]);
  const words = [message.activity.text, ...texts].filter((one) => typeof one === 'string');
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

/** The Adaptive Cards in what was answered. */
export const cardsIn = (answer: unknown): object[] => objectsIn(answer).filter(({ type }) => type === 'AdaptiveCard');

/** Every object of a card, outer ones first, in the order they stand. */
function objectsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}
