import * as AC from 'adaptivecards/dist/adaptivecards.js';

/** What Microsoft's own reader finds wrong with a card, in parsing it and in its values; nothing, for a good one. */
export function cardFaults(card: object): string[] {
  // The reader keeps the position of its last match of `lang` and then refuses every second card.
  AC.CardElement.langProperty.regEx!.lastIndex = 0;
  const context = new AC.SerializationContext();
  const parsed = new AC.AdaptiveCard();
  parsed.hostConfig = new AC.HostConfig({ actions: { maxActions: 6 } });
  parsed.parse(card, context);
  const parsing = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
  return [...parsing, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}
