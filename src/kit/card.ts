/**
 * Neutral cards. Strings are plain text, out of a catalogue or out of data: nothing in them is markup, each renderer
 * escapes for its platform. `A` is what a press does: a dialog's own description of it while the reply is made, the
 * short opaque id of the stored command once it is posted.
 */
export type Rich = string | readonly (string | { b: string })[];

export type Button<A> =
  | { label: string; style?: 'primary' | 'danger'; action: A }
  /** Opens an address outside the chat; the label says so. */
  | { label: string; url: string };

export interface Field {
  name: string;
  label: string;
  kind: 'text' | 'multiline' | 'email' | 'amount' | 'choice' | 'choices';
  required?: boolean;
  /** What stands in the field already; of `choices`, joined by commas. */
  value?: string;
  hint?: string;
  /** Why the value given before was not accepted. */
  error?: string;
  options?: readonly { value: string; label: string }[];
}

export interface Row<A> {
  /** One a column; the first is the row's name. */
  cells: readonly Rich[];
  /** The first is what pressing the row does; the others stand in its menu. */
  actions?: readonly Button<A>[];
}

export type Block<A> =
  | { type: 'text'; text: Rich; style?: 'heading' | 'muted' }
  | { type: 'fields'; items: readonly { label: string; value: Rich }[] }
  | { type: 'table'; columns: readonly { label: string; align?: 'right' }[]; rows: readonly Row<A>[] }
  | { type: 'actions'; buttons: readonly Button<A>[] }
  /** `open`: what shows it, where it is a further way on and not what is asked. */
  | { type: 'form'; fields: readonly Field[]; submit: { label: string; action: A }; open?: string }
  | { type: 'divider' };

export interface Card<A> {
  blocks: readonly Block<A>[];
}

/** A file ready to be handed over; its bytes are fetched by id, under the rights of the person it was made for. */
export interface FileRef {
  id: string;
  name: string;
  type: string;
  /** In bytes. */
  size: number;
}

/** What a message is about, so that every posted copy of it is found when the matter is decided. */
export interface About {
  kind: 'payment' | 'invitation' | 'role_request';
  id: string;
}

export interface Reply<A> {
  /** The whole answer in words, for notifications, screen readers and places that show no card. */
  text: string;
  card?: Card<A>;
  /** `person`: nobody else in a shared channel may see it. */
  audience: 'person' | 'conversation';
  about?: About;
  files?: readonly FileRef[];
}

/** Makes every `A` of a card into a `B`, e.g. what a press does into the id it is stored under. */
export function mapActions<A, B>(card: Card<A>, to: (action: A) => B): Card<B> {
  const button = (b: Button<A>): Button<B> => ('url' in b ? b : { ...b, action: to(b.action) });
  return {
    blocks: card.blocks.map((block): Block<B> => {
      if (block.type === 'actions') return { ...block, buttons: block.buttons.map(button) };
      if (block.type === 'form') return { ...block, submit: { ...block.submit, action: to(block.submit.action) } };
      if (block.type !== 'table') return block;
      const rows = block.rows.map(({ cells, actions }) => ({
        cells,
        ...(actions && { actions: actions.map(button) }),
      }));
      return { ...block, rows };
    }),
  };
}
