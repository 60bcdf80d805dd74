import type { FakePerson } from './fake-teams-connector.ts';

type More = object;

let count = 0;
/** Ids as Teams makes them: of messages their millisecond, of all else a name. */
const messageId = () => String(1_767_225_600_000 + ++count);
const eventId = () => `f:${++count}`;

/**
 * Activities as Teams sends them (learn.microsoft.com/microsoftteams/platform/bots), with what tells them apart.
 * @param app the service that they are for: its app id and where its activities say that they come from
 */
export function teamsActivities({ appId, serviceUrl }: { appId: string; serviceUrl: string }) {
  const bot = { id: `28:${appId}`, name: 'Portal' };

  const common = ({ tenantId, userId, memberId, name }: FakePerson, locale = 'en-US') => ({
    ...{ channelId: 'msteams', serviceUrl, recipient: bot, locale, timestamp: '2026-01-01T00:00:00.1234567Z' },
    ...{ localTimestamp: '2026-01-01T01:00:00.1234567+01:00', localTimezone: 'Europe/Warsaw' },
    from: { id: memberId, name, aadObjectId: userId },
    channelData: { tenant: { id: tenantId } },
    entities: [{ type: 'clientInfo', locale, country: 'PL', platform: 'Windows', timezone: 'Europe/Warsaw' }],
  });

  const inPersonal = ({ tenantId, conversationId }: FakePerson) => ({
    conversation: { conversationType: 'personal', tenantId, id: conversationId },
  });

  const mention = { type: 'mention', mentioned: bot, text: '<at>Portal</at>' };

  /** Where others read along: a group chat, or a channel's thread. */
  const place = (id: string, { tenantId }: FakePerson, type: 'groupChat' | 'channel' = 'groupChat') => ({
    conversation: { isGroup: true, conversationType: type, tenantId, id },
  });

  return {
    bot,
    mention,
    /** A text in the personal chat. */
    message: (person: FakePerson, text: string, more: More = {}) => ({
      ...{ type: 'message', id: messageId(), text, textFormat: 'plain' },
      attachments: [{ contentType: 'text/html', content: `<div><div>${text}</div>\n</div>` }],
      ...{ ...common(person), ...inPersonal(person), ...more },
    }),
    /** A text to the app where others read along; in a channel `id` has its thread, `19:...;messageid=...`. */
    inGroup: (person: FakePerson, id: string, text: string, more: More = {}) => ({
      ...{ type: 'message', id: messageId(), text: `<at>Portal</at> ${text}`, textFormat: 'plain', attachments: [] },
      ...{ ...common(person), ...place(id, person, id.includes(';messageid=') ? 'channel' : 'groupChat') },
      entities: [mention],
      ...more,
    }),
    edit: (person: FakePerson, id: string, text: string, more: More = {}) => ({
      ...{ type: 'messageUpdate', id, text, textFormat: 'plain' },
      ...{ ...common(person), ...inPersonal(person), timestamp: '2026-01-01T00:01:00.000Z' },
      channelData: { tenant: { id: person.tenantId }, eventType: 'editMessage' },
      ...more,
    }),
    removal: (person: FakePerson, id: string, more: More = {}) => ({
      ...{ type: 'messageDelete', id, ...common(person), ...inPersonal(person) },
      channelData: { tenant: { id: person.tenantId }, eventType: 'softDeleteMessage' },
      ...more,
    }),
    /** A press on a card's button, with what stood in its inputs. */
    press: (person: FakePerson, id: string, values: Readonly<Record<string, unknown>> = {}, more: More = {}) => ({
      ...{ type: 'invoke', name: 'adaptiveCard/action', id: eventId(), replyToId: messageId() },
      value: { action: { type: 'Action.Execute', verb: 'press', data: { ...values, id } }, trigger: 'manual' },
      ...{ ...common(person), ...inPersonal(person), ...more },
    }),
    /** A card that asks for its current form. */
    refresh: (person: FakePerson, data: object, trigger: 'automatic' | 'manual' = 'automatic', more: More = {}) => ({
      ...{ type: 'invoke', name: 'adaptiveCard/action', id: eventId(), replyToId: messageId() },
      value: { action: { type: 'Action.Execute', verb: 'refresh', data }, trigger },
      ...{ ...common(person), ...inPersonal(person), ...more },
    }),
    /** The message extension: `composeExtension/NAME`. */
    extension: (person: FakePerson, name: string, value: object, more: More = {}) => ({
      ...{ type: 'invoke', name: `composeExtension/${name}`, id: eventId(), value },
      ...{ ...common(person), ...inPersonal(person), ...more },
    }),
    consent: (person: FakePerson, action: 'accept' | 'decline', context: object, uploadUrl = '', more: More = {}) => ({
      ...{ type: 'invoke', name: 'fileConsent/invoke', id: eventId(), replyToId: messageId() },
      value: {
        ...{ type: 'fileUpload', action, context },
        ...(action === 'accept' && {
          uploadInfo: {
            contentUrl: 'https://files.example/documents/invoice.pdf',
            ...{ name: 'invoice.pdf', uploadUrl, uniqueId: '1150D938', fileType: 'pdf' },
          },
        }),
      },
      ...{ ...common(person), ...inPersonal(person), ...more },
    }),
    /** `add`, `remove`, `add-upgrade` or `remove-upgrade`. */
    installation: (person: FakePerson, action: string, more: More = {}) => ({
      ...{ type: 'installationUpdate', id: eventId(), action, ...common(person), ...inPersonal(person), ...more },
    }),
    /** Members who came; without any named, the app itself. */
    added: (person: FakePerson, members: object[] = [bot], more: More = {}) => ({
      ...{ type: 'conversationUpdate', id: eventId(), membersAdded: members },
      ...{ ...common(person), ...inPersonal(person), locale: undefined, ...more },
    }),
    removedFrom: (person: FakePerson, id: string, members: object[] = [bot]) => ({
      ...{ type: 'conversationUpdate', id: eventId(), membersRemoved: members },
      ...{ ...common(person), ...place(id, person) },
    }),
    place,
  };
}
