import { z } from 'zod';
import type { Search } from '../../../conversation/search.ts';
import { SEARCH } from '../manifest.ts';
import { words } from '../receive/answers.ts';
import type { ExtensionCall } from '../receive/handlers.ts';
import { read, word } from '../receive/read.ts';
import { resultOf } from './result.ts';

/** What is typed; a tick of `initialRun` comes before anything is. */
const query = z.object({
  commandId: word,
  parameters: z
    .array(z.object({ name: word, value: z.unknown() }))
    .max(5)
    .default([]),
  queryOptions: z.object({ skip: z.number().nullish() }).nullish(),
});

/**
 * The message extension: somebody searches while they write to others, and chooses what to put into their message. What
 * Teams then inserts is the found card as it is; nobody sees it before the message is sent, and nothing comes back here.
 * (A second question on choosing, `composeExtension/selectItem`, can only insert too, and phones don't ask it.)
 * @returns a handler of the answer's body; it throws CodedError `invalid` `teams.body` for what is no query of ours
 */
export function searchHandler(search: Search): (call: ExtensionCall) => Promise<object> {
  return async ({ name, value, address, place, stranger, locale }) => {
    if (stranger) return message(words('not_for_you', locale));
    if (name !== 'query') return message(words('unknown', locale));
    const { commandId, parameters, queryOptions } = read(query, value);
    if (commandId !== SEARCH.command) return message(words('unknown', locale));
    // There is one page.
    if (queryOptions?.skip) return resultOf([], 'en', undefined);
    const typed = parameters.find((parameter) => parameter.name === SEARCH.parameter)?.value;
    const user = { channel: 'teams' as const, tenantId: address.tenantId, userId: address.userId };
    const searched = await search(user, typeof typed === 'string' ? typed : '', locale ?? 'en');
    if ('says' in searched) return message(searched.says);
    return resultOf(searched.found, searched.locale, place?.scope);
  };
}

/** Shown instead of a list, to the person alone. */
const message = (text: string): object => ({ composeExtension: { type: 'message', text } });
