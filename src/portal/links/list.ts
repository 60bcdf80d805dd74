import { z } from 'zod';
import { reading } from '../operation.ts';
import type { Scope } from '../scope.ts';
import { type LinkRow, type LinkView, linkView } from './view.ts';

/** Where the person asking is linked for this account, oldest first. */
export const list = reading({ permission: 'own', input: z.strictObject({}), handle: (scope) => ownLinks(scope) });

export async function ownLinks({ tx, actor }: Pick<Scope, 'tx' | 'actor'>): Promise<LinkView[]> {
  return (await tx.$queryRaw<LinkRow[]>`SELECT * FROM links_of(${actor.id}::uuid)`).map(linkView);
}
