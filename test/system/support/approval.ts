import { expect } from 'vitest';

/** Of people in whichever chat, what an approval takes. */
interface Person<Message> {
  says(text: string): Promise<unknown>;
  sees(pattern: RegExp): Promise<Message>;
  seesIn(message: Message, pattern: RegExp): Promise<Message>;
  presses(message: Message, label: string | RegExp): Promise<unknown>;
}

/**
 * A payment above the limit, as everybody concerned sees it: one manager's press decides, and the payer's, the
 * manager's and the other manager's cards close. Returns the card that was pressed.
 * @param labelsOf what can be pressed in a message
 */
export async function approvedOnce<Message>(
  { payer, manager, other }: Record<'payer' | 'manager' | 'other', Person<Message>>,
  labelsOf: (message: Message) => string[],
): Promise<Message> {
  await payer.says('pay invoice INV-1042');
  await payer.presses(await payer.sees(/takes approval/), /^Pay PLN/);
  const waiting = await payer.sees(/waiting for approval/i);
  const asked = await manager.sees(/approve payment/i);
  const copy = await other.sees(/P-1002/);
  await manager.presses(asked, 'Approve');
  await payer.sees(/Approved by Magdalena Zielińska/);
  for (const [person, card] of [
    [payer, waiting],
    [manager, asked],
    [other, copy],
  ] as const) {
    const closed = await person.seesIn(card, /Paid:|went through|została zrealizowana/);
    expect(labelsOf(closed)).not.toContain('Approve');
  }
  return asked;
}
