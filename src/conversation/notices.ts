import type { About } from '../kit/card.ts';
import type { Draft } from '../kit/dialog.ts';
import { isCoded } from '../lib/errors.ts';
import { isLocale, type Locale } from '../lib/locale.ts';
import type { ChatUser, Recognised } from '../portal/identity.ts';
import { bind, named } from './bind.ts';
import type { ChannelName } from './channel.ts';
import { contextFor } from './context.ts';
import { directOf, type Engine } from './engine.ts';
import type { Delivery, NoticeStore, PostedCopy, WaitingNotice } from './notice-store.ts';
import { OWN_ACCOUNT } from './store.ts';
import { TEXTS } from './texts.ts';

/** A notice that tells nobody anything: it has every posted card of its matter drawn anew. */
const MATTER_CHANGED = 'matter.changed';

export interface NoticeDeps<P> {
  engine: Engine<P>;
  store: NoticeStore;
}

/**
 * Turns what operations wrote down into messages: to the person, in every chat they are linked in, with their rights as
 * they are now; to a person in no chat a mail without buttons (PRODUCT.md section 6). Safe to run twice and by two
 * replicas at once. Returns the conversations that have something to send.
 */
export async function dispatchNotices<P>(deps: NoticeDeps<P>): Promise<string[]> {
  const touched = new Set<string>();
  await deps.store.exclusively(async () => {
    let page = await deps.store.waiting('0');
    while (page.length > 0) {
      for (const notice of page) for (const conversation of await dispatch(deps, notice)) touched.add(conversation);
      page = await deps.store.waiting(page.at(-1)!.id);
    }
  });
  return [...touched];
}

async function dispatch<P>(deps: NoticeDeps<P>, notice: WaitingNotice): Promise<string[]> {
  try {
    const deliveries = notice.kind === MATTER_CHANGED ? await redrawn(deps, notice) : await told(deps, notice);
    const mail = deliveries.length === 0 && notice.kind !== MATTER_CHANGED ? await mailFor(deps, notice) : undefined;
    await deps.store.done(notice, deliveries, mail, deps.engine.clock.now());
    return deliveries.map(({ conversation }) => conversation);
  } catch (err) {
    deps.engine.log.error(
      { err, notice: notice.id, kind: notice.kind },
      'a notice could not be made; it is tried again',
    );
    return [];
  }
}

async function told<P>({ engine, store }: NoticeDeps<P>, notice: WaitingNotice): Promise<Delivery[]> {
  const deliveries: Delivery[] = [];
  for (const user of await store.chatsOf(notice.accountId, notice.contactId)) {
    const place = directOf(engine, user);
    const found = await engine.recognise(user, localeOf(notice.locale), notice.accountId);
    if (!place || !found.known) continue;
    const draft = await render(engine, found.who, user.channel, notice);
    if (!draft) continue;
    const key = `${OWN_ACCOUNT}${notice.id}:${place.conversation}`;
    deliveries.push(delivery(engine, key, found.who, user, { ...place, draft }));
  }
  return deliveries;
}

async function render<P>(
  engine: Engine<P>,
  who: Recognised,
  via: ChannelName,
  { kind, about, details }: WaitingNotice,
): Promise<Draft | undefined> {
  const text = engine.repertoire.notices.find((notice) => notice.kind === kind);
  if (!text) return undefined;
  return unlessRefused(text.render(outOfTurn(engine, who, via), { details, ...(about && { about }) }));
}

/** What somebody may not see (any more) is not told. */
async function unlessRefused(draft: Promise<Draft | undefined>): Promise<Draft | undefined> {
  try {
    return await draft;
  } catch (error) {
    if (isCoded(error, 'forbidden') || isCoded(error, 'not_found')) return undefined;
    throw error;
  }
}

/** The world of somebody who is told something without having asked. */
function outOfTurn<P>(engine: Engine<P>, who: Recognised, via: ChannelName) {
  return contextFor(who, {
    portal: engine.openPortal(who.principal, via),
    now: engine.clock.now(),
    dialogs: engine.repertoire.dialogs,
    history: async () => [],
    chooseAccount: async () => undefined,
  });
}

/** Every posted card of the matter, drawn anew for whoever it was posted to. */
async function redrawn<P>({ engine, store }: NoticeDeps<P>, notice: WaitingNotice): Promise<Delivery[]> {
  const { about } = notice;
  if (!about) return [];
  const deliveries: Delivery[] = [];
  for (const copy of await store.copiesOf(about)) {
    const locale = localeOf(copy.locale);
    const found = await engine.recognise(copy.user, locale, copy.accountId);
    const gone = { text: TEXTS[locale].noAccess, card: { blocks: [] } };
    const draft = found.known ? ((await drawn(engine, found.who, copy, about)) ?? gone) : gone;
    const who = found.known ? found.who : undefined;
    const key = `${OWN_ACCOUNT}${notice.id}:${copy.seq}`;
    deliveries.push({ ...delivery(engine, key, who, copy.user, { ...copy, draft }), replaces: copy.seq });
  }
  return deliveries;
}

async function drawn<P>(
  engine: Engine<P>,
  who: Recognised,
  copy: PostedCopy,
  about: About,
): Promise<Draft | undefined> {
  if (who.person.id !== copy.contactId) return undefined;
  const matter = engine.repertoire.matters.find(({ kind }) => kind === about.kind);
  return matter && unlessRefused(matter.card(outOfTurn(engine, who, copy.user.channel), about.id));
}

function delivery<P>(
  { ids }: Engine<P>,
  key: string,
  who: Recognised | undefined,
  user: ChatUser,
  { conversation, address, draft }: { conversation: string; address: Delivery['address']; draft: Draft },
): Delivery {
  const several = who && who.accounts.length > 1;
  const line = several ? TEXTS[who.principal.locale].forAccount(who.account.name) : undefined;
  return {
    ...bind(ids, key, line ? named(draft, line) : draft),
    conversation,
    user,
    address,
    locale: who?.principal.locale ?? 'en',
    ...(who && { person: { accountId: who.account.id, contactId: who.person.id } }),
  };
}

/** For somebody in no chat: the same words by mail, without buttons, saying where to go on. */
async function mailFor<P>({ engine, store }: NoticeDeps<P>, notice: WaitingNotice) {
  const reader = await store.readerOf(notice.accountId, notice.contactId, localeOf(notice.locale));
  if (!reader) return undefined;
  const draft = await render(engine, reader, 'web', notice);
  if (!draft) return undefined;
  const { locale } = reader.principal;
  const [subject, where] =
    locale === 'pl'
      ? [
          'Wiadomość z portalu klienta',
          'Aby odpowiedzieć, napisz do asystenta portalu w Slacku lub Teams albo zaloguj się do portalu.',
        ]
      : [
          'A message from the customer portal',
          'To answer, write to the portal’s assistant in Slack or Teams, or sign in to the portal.',
        ];
  return {
    to: reader.person.email,
    subject: `${subject}: ${reader.account.name}`,
    text: `${draft.text}\n\n${where}\n`,
  };
}

const localeOf = (value: string | null): Locale => (isLocale(value) ? value : 'en');
