import { beforeEach, describe, expect, it } from 'vitest';
import type { FileConsent } from '../../src/channels/teams/receive/handlers.ts';
import { testDatabase } from '../support/database.ts';
import { fakeTeams } from '../support/fake-teams.ts';
import { sendingTo } from './teams-sending.ts';

const teams = await fakeTeams();
const database = await testDatabase();
const sending = sendingTo(teams, database);
const BYTES = new TextEncoder().encode('%PDF-1.7 invoice');
const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const INFO = 'application/vnd.microsoft.teams.card.file.info';

interface Attached {
  contentType: string;
  name: string;
  contentUrl?: string;
  content: { description?: string; sizeInBytes?: number; acceptContext?: unknown; uniqueId?: string };
}

describe('a file in Teams', () => {
  let count = 0;
  let person: ReturnType<typeof teams.person>;
  let address: FileConsent['address'];
  const standing = () => teams.standing(person.conversationId);
  const attached = () =>
    standing().flatMap(({ id, activity }) =>
      ((activity.attachments ?? []) as Attached[]).map((attachment) => ({ id, ...attachment })),
    );
  const offers = () => attached().filter(({ contentType }) => contentType === CONSENT);
  const texts = () => standing().flatMap(({ activity }) => (activity.text as string | undefined) ?? []);

  async function offer(name = 'FV/2026/11.pdf', locale: 'en' | 'pl' = 'en'): Promise<void> {
    const files = [{ id: 'f1', name, type: 'application/pdf', size: BYTES.length }];
    const reply = { text: 'Here is the invoice.', audience: 'person' as const, files };
    await sending.channel.send({ ...address }, reply, { key: `key-${count}`, locale });
  }

  /** What Teams says when the person presses a button of the card. */
  function answer(action: 'accept' | 'decline', key = 'press-1'): FileConsent {
    const [card] = offers();
    const url = teams.uploadUrl(`file-${count}-${key}`);
    const upload = { url, contentUrl: `${url}/open`, name: card!.name, uniqueId: 'unique', fileType: 'pdf' };
    return {
      ...{ key, address, stranger: false, at: new Date(), context: card!.content.acceptContext, activityId: card!.id },
      ...(action === 'accept' && { upload }),
    };
  }

  beforeEach(() => {
    person = teams.person(`reader-${++count}`);
    const { tenantId, userId, conversationId } = person;
    address = { tenantId, userId, conversationId, serviceUrl: teams.serviceUrl };
    sending.files.clear();
    sending.files.set(`${userId}/f1`, BYTES);
    sending.clock.move(60_000);
    teams.calls.splice(0);
  });

  it('is offered by a card of its own, under a name that OneDrive takes', async () => {
    await offer();
    expect(texts()).toEqual(['Here is the invoice.']);
    expect(offers()).toMatchObject([
      {
        name: 'FV-2026-11.pdf',
        content: { sizeInBytes: BYTES.length, description: expect.stringContaining('OneDrive') },
      },
    ]);
    expect(standing()[1]!.activity.summary).toBe('FV-2026-11.pdf (16 B)');
  });

  it('is put into the person’s OneDrive once they accept, and its card makes way for the file', async () => {
    await offer();
    await sending.fileConsent(answer('accept'));
    expect(teams.uploaded(`file-${count}-press-1`)?.toString()).toBe('%PDF-1.7 invoice');
    expect(offers()).toEqual([]);
    expect(attached()).toMatchObject([
      { contentType: INFO, name: 'FV-2026-11.pdf', content: { uniqueId: 'unique', fileType: 'pdf' } },
    ]);
  });

  it('is uploaded without a token of the app', async () => {
    await offer();
    const { fetch } = globalThis;
    const headers: unknown[] = [];
    globalThis.fetch = (url, init) => {
      if (String(url).includes('/upload/')) headers.push(init?.headers);
      return fetch(url, init);
    };
    try {
      await sending.fileConsent(answer('accept'));
    } finally {
      globalThis.fetch = fetch;
    }
    expect(headers).toEqual([{ 'content-type': 'application/octet-stream', 'content-range': 'bytes 0-15/16' }]);
  });

  it('is uploaded once, however often and wherever it is accepted', async () => {
    await offer();
    const [first, again] = [answer('accept'), answer('accept', 'press-2')];
    await Promise.all([sending.fileConsent(first), sending.fileConsent(again), sending.fileConsent(first)]);
    await sending.fileConsent(again);
    expect(teams.callsOf('upload')).toHaveLength(1);
    expect(attached()).toHaveLength(1);
  });

  it('is not saved where it is declined, and that is said', async () => {
    await offer();
    const late = answer('accept', 'late');
    await sending.fileConsent(answer('decline'));
    expect(texts()[1]).toBe('FV-2026-11.pdf was not saved. Ask for it again whenever you need it.');
    expect(attached()).toEqual([]);
    await sending.fileConsent(late);
    expect(teams.callsOf('upload')).toEqual([]);
  });

  it.each([
    ['fails', () => teams.status('upload', 503)],
    ['asks for more than there is', () => teams.status('upload', 202)],
    ['is cut off', () => teams.cut('upload')],
  ])('is said not to be saved where OneDrive %s, and can be allowed again', async (_, fault) => {
    await offer('Faktura.pdf', 'pl');
    fault();
    await sending.fileConsent(answer('accept'));
    expect(texts()[1]).toContain('Nie udało się zapisać pliku Faktura.pdf');
    expect(offers()).toHaveLength(1);
    await sending.fileConsent(answer('accept', 'press-2'));
    expect(teams.uploaded(`file-${count}-press-2`)?.length).toBe(BYTES.length);
    expect(offers()).toEqual([]);
    expect(attached()).toMatchObject([{ contentType: INFO }]);
  });

  it('is not handed over once the person may not have it any more', async () => {
    await offer();
    sending.files.clear();
    await sending.fileConsent(answer('accept'));
    expect(texts()[1]).toContain('was not saved: it is no longer kept, or you may no longer see what is in it');
    expect(teams.callsOf('upload')).toEqual([]);
  });

  it('is read under the rights of whoever accepts, not of whoever it was made for', async () => {
    await offer();
    const colleague = teams.person(`colleague-${count}`);
    const { tenantId, userId, conversationId } = colleague;
    const theirs = { tenantId, userId, conversationId, serviceUrl: teams.serviceUrl };
    await sending.fileConsent({ ...answer('accept'), address: theirs });
    expect(teams.callsOf('upload')).toEqual([]);
  });

  it('goes to OneDrive alone, whatever address is named', async () => {
    await offer();
    const accepted = answer('accept');
    const upload = { ...accepted.upload!, url: 'https://files.evil.example/take' };
    await sending.fileConsent({ ...accepted, upload });
    expect(texts()[1]).toContain('could not be saved');
    expect(teams.callsOf('upload')).toEqual([]);
  });

  it('is nothing to somebody of another organization, and what names no file is not served', async () => {
    await offer();
    await sending.fileConsent({ ...answer('accept'), stranger: true });
    await sending.fileConsent({ ...answer('accept'), context: { card: 'x' } });
    expect(teams.callsOf('upload')).toEqual([]);
    expect(offers()).toHaveLength(1);
  });

  it('can be accepted again after the service failed in between', async () => {
    await offer();
    const accepted = answer('accept');
    const lost = new Error('the database went away');
    const { get } = sending.files;
    sending.files.get = () => {
      throw lost;
    };
    await expect(sending.fileConsent(accepted)).rejects.toBe(lost);
    sending.files.get = get;
    await sending.fileConsent(accepted);
    expect(attached()).toMatchObject([{ contentType: INFO }]);
  });
});
