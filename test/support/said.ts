import { mapActions, type Reply } from '../../src/kit/card.ts';
import type { Locale } from '../../src/lib/locale.ts';
import type { TestAccount } from './account.ts';
import { expectReplyGolden } from './golden.ts';

/**
 * Compares what was said with a golden in all three forms. Buttons', files' and methods' ids are random, and so are the test
 * account's name and e-mail domain, the gateway's references and its pages' addresses: they are made stable first.
 */
export function expectSaidGolden(
  name: string,
  { reply }: { reply: Reply<string> },
  account: TestAccount,
  locale: Locale,
): void {
  const domain = account.email('x').slice(2);
  const stable = JSON.stringify(reply)
    .replaceAll(domain, 'acme.example')
    .replaceAll(`Account ${account.id.slice(0, 4)}`, 'Acme')
    .replace(/sim_[\w-]+/g, 'sim_1')
    .replace(/(simulated-gateway\/(?:pay|setup)\/)[\w-]+/g, '$1session');
  const ids = new Map<string, string>();
  const numbered = stable.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    ids.set(id, ids.get(id) ?? `id-${ids.size + 1}`);
    return ids.get(id)!;
  });
  const read = JSON.parse(numbered) as Reply<string>;
  let count = 0;
  expectReplyGolden(
    name,
    {
      ...read,
      ...(read.card && { card: mapActions(read.card, () => `press-${++count}`) }),
      ...(read.files && { files: read.files.map((file, at) => ({ ...file, id: `file-${at + 1}` })) }),
    },
    locale,
  );
}
