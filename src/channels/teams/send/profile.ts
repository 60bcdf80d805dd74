import { z } from 'zod';
import type { Profile } from '../../../conversation/channel.ts';
import { isCoded } from '../../../lib/errors.ts';
import { oneLine } from '../../plain.ts';
import type { TeamsAddress } from '../address.ts';
import type { PersonalChats } from './chats.ts';
import type { Member, TeamsConnector } from './connector.ts';

const address = z.email().max(320);

/**
 * Who somebody is by their tenant's directory. Whom Teams does not know there is a `stranger`.
 * @throws CodedError as the connector and `PersonalChats.within` do
 */
export async function profileOf(
  { connector, chats }: { connector: Pick<TeamsConnector, 'member'>; chats: PersonalChats },
  user: TeamsAddress,
): Promise<Profile> {
  try {
    return read(await chats.within(user, (chat) => connector.member(chat, chat.memberId ?? user.userId)), user);
  } catch (error) {
    if (isCoded(error, 'not_found', 'teams.MemberNotFoundInConversation')) return { kind: 'stranger' };
    throw error;
  }
}

/** An e-mail is the userPrincipalName of a full member, and never `mail` (PRODUCT.md section 7). */
function read(member: Member, user: TeamsAddress): Profile {
  const kind = kindOf(member, user);
  const name = oneLine(member.name ?? '');
  const email = kind === 'member' ? address.safeParse(member.userPrincipalName?.toLowerCase()).data : undefined;
  return { kind, ...(name && { name }), ...(email && { email }) };
}

function kindOf(member: Member, { tenantId, userId }: TeamsAddress): Profile['kind'] {
  const { id, aadObjectId, objectId, tenantId: home, userPrincipalName, userRole } = member;
  if (id.startsWith('28:')) return 'bot';
  if ((aadObjectId ?? objectId)?.toLowerCase() !== userId || home?.toLowerCase() !== tenantId) return 'stranger';
  const role = userRole?.toLowerCase() ?? 'user';
  if (role === 'guest' || userPrincipalName?.includes('#EXT#')) return 'guest';
  return role === 'user' ? 'member' : 'stranger';
}
