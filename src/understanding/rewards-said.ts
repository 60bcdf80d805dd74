import type { Slots } from '../kit/contract.ts';
import type { Context } from '../kit/understood.ts';

const THEM = String.raw`(?:(?:the|our|my|some|any|nasze|nasz\w+|moje|moich|tych|te|zadnych) )?(?:reward|point|nagrod|punkt)\w*`;
const BEFORE =
  '(?:(?:yes|yeah|ok|okay|sure|no|but|and|please|pls|pay|pay it|do it|tak|dobrze|ale|i|a|nie|prosze|zaplac|zaplac to)[,:]? )*';
const AFTER =
  '(?:,? (?:first|too|as well|please|pls|for it|on it|for this|here|then|najpierw|tez|prosze|na to|do tego|tutaj|tym razem|this time))*[.! ]*';
const without = new RegExp(
  `^${BEFORE}(?:without|no|skip|drop|leave out|don'?t use|do not use|not with|bez|pomin|nie uzywaj|nie wykorzystuj|nie z|zrezygnuj z)(?: using| uzycia| uzywania| wykorzystania)? ${THEM}${AFTER}$`,
);
const use = new RegExp(
  `^${BEFORE}(?:with|use|using|apply|add|take|spend|redeem|z|ze|uzyj|uzyjmy|wykorzystaj|wykorzystajmy|zastosuj|odlicz|dolicz|dodaj|przy uzyciu|z uzyciem|z wykorzystaniem) ${THEM}${AFTER}$`,
);

/**
 * Whether rewards are to go first, said at the confirmation of a payment: "with rewards", "use our points", "bez nagród".
 * The same words elsewhere are a wish of their own.
 * @param folded the text in small letters without diacritics
 */
export function rewardsSaid(folded: string, { awaiting, dialog }: Context): Pick<Slots, 'enabled'> | undefined {
  if (dialog !== 'invoices.pay' || awaiting !== 'confirm') return undefined;
  if (without.test(folded)) return { enabled: 'false' };
  return use.test(folded) ? { enabled: 'true' } : undefined;
}
