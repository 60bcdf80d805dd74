import type { About } from '../kit/card.ts';
import type { Draft, NoticeText } from '../kit/dialog.ts';
import { isCoded } from '../lib/errors.ts';
import { isLocale, type Locale } from '../lib/locale.ts';
import type { ChatUser, Recognised } from '../portal/identity.ts';
import { bind, named } from './bind.ts';
import type { ChannelName } from './channel.ts';
import { outOfTurn } from './context.ts';
import { directOf, type Engine } from './engine.ts';
import type { Delivery, NoticeStore, PostedCopy, WaitingNotice } from './notice-store.ts';
import { timingOf } from './notice-timing.ts';
import { OWN_ACCOUNT } from './store.ts';
import { TEXTS } from './texts.ts';

/** A notice that tells nobody anything: it has every posted card of its matter drawn anew. */
const MATTER_CHANGED = 'matter.changed';
/** Likewise: it has the buttons taken out of everything posted to somebody who has lost their access. */
const ACCESS_ENDED = 'access.ended';

export interface NoticeDeps<P> {
  engine: Engine<P>;
  store: NoticeStore;
  /** Sends what was written for these conversations, soon; what a crash left is found by a job. */
  deliver(conversations: readonly string[]): void;
  /** Somebody's access to the account ended, be it by another process: what else shows it to them is drawn anew. */
  accessEnded?(accountId: string): void;
}

/**
 * Turns what operations wrote down into messages: to the person, in every chat they are linked in, or, where it can wait,
 * in the one they used last, with their rights as they are now; to a person in no chat a mail without buttons (PRODUCT.md section 6). Safe to run twice and by two
 * replicas at once.
 */
export async function dispatchNotices<P>(deps: NoticeDeps<P>): Promise<void> {
  await deps.store.exclusively(async () => {
    const now = deps.engine.clock.now();
    const patient = deps.engine.repertoire.notices.filter(({ merge }) => merge).map(({ kind }) => kind);
    const work = async (page: readonly WaitingNotice[]) => {
      const touched = new Set<string>();
      for (const notice of page) for (const conversation of await dispatch(deps, notice)) touched.add(conversation);
      deps.deliver([...touched]);
    };
    // A whole morning's summaries may wait: what is urgent goes before them, also what comes while they are told.
    let urgent = '0';
    const tellUrgent = async () => {
      for (;;) {
        const page = await deps.store.waiting({ after: urgent, now, but: patient });
        if (page.length === 0) return;
        urgent = page.at(-1)!.id;
        await work(page);
      }
    };
    await tellUrgent();
    let page = await deps.store.waiting({ after: '0', now, only: patient });
    while (page.length > 0) {
      await work(page);
      await tellUrgent();
      page = await deps.store.waiting({ after: page.at(-1)!.id, now, only: patient });
    }
  });
}

async function dispatch<P>(deps: NoticeDeps<P>, notice: WaitingNotice): Promise<string[]> {
  const { engine, store } = deps;
  try {
    const redraw = { [MATTER_CHANGED]: redrawn<P>, [ACCESS_ENDED]: emptied<P> }[notice.kind];
    const deliveries = redraw ? await redraw(deps, notice) : await tell(deps, notice);
    if (redraw) await store.done(notice, [], deliveries, undefined, engine.clock.now());
    if (notice.kind === ACCESS_ENDED) deps.accessEnded?.(notice.accountId);
    return deliveries.map(({ conversation }) => conversation);
  } catch (err) {
    engine.log.error({ err, notice: notice.id, kind: notice.kind }, 'a notice could not be made; it is tried again');
    return [];
  }
}

/** Tells a notice, and what waits to be told with it; or has it wait, where it is not its time. */
async function tell<P>(deps: NoticeDeps<P>, waiting: WaitingNotice): Promise<Delivery[]> {
  const { engine, store } = deps;
  const now = engine.clock.now();
  const text = engine.repertoire.notices.find(({ kind }) => kind === waiting.kind);
  const timing = text ? timingOf(text, waiting, now) : 'never';
  if (typeof timing === 'object') {
    await store.hold(waiting, timing.later);
    return [];
  }
  const alike = text?.merge ? await store.alike(waiting) : [waiting];
  // It was told together with an earlier one.
  if (!alike.some(({ id }) => id === waiting.id)) return [];
  const details = text?.merge?.(alike.map((one) => one.details)) ?? waiting.details;
  const notice = { ...waiting, details };
  const deliveries = text && timing === 'now' ? await told(deps, notice, text) : [];
  const byMail = text && timing === 'now' && !text.chatOnly && deliveries.length === 0;
  const mail = byMail ? await mailFor(deps, notice, text) : undefined;
  const merged = alike.map(({ id }) => id);
  await store.done(notice, merged, deliveries, mail, now);
  return deliveries;
}

async function told<P>(
  { engine, store }: NoticeDeps<P>,
  notice: WaitingNotice,
  text: NoticeText<P>,
): Promise<Delivery[]> {
  const deliveries: Delivery[] = [];
  for (const user of await store.chatsOf(notice.accountId, notice.contactId)) {
    const place = directOf(engine, user);
    const found = await engine.recognise(user, localeOf(notice.locale), notice.accountId);
    if (!place || !found.known) continue;
    const draft = await render(engine, found.who, user.channel, notice, text);
    if (!draft) continue;
    const key = `${OWN_ACCOUNT}${notice.id}:${place.conversation}`;
    deliveries.push(delivery(engine, key, found.who, user, { ...place, draft }));
    // What can wait is told where the person is; what can't, wherever they may be.
    if (text.merge) break;
  }
  return deliveries;
}

const render = <P>(
  engine: Engine<P>,
  who: Recognised,
  via: ChannelName,
  { about, details }: WaitingNotice,
  text: NoticeText<P>,
): Promise<Draft | undefined> =>
  unlessRefused(text.render(outOfTurn(engine, who, via), { details, ...(about && { about }) }));

/** What somebody may not see (any more) is not told. */
async function unlessRefused(draft: Promise<Draft | undefined>): Promise<Draft | undefined> {
  try {
    return await draft;
  } catch (error) {
    if (isCoded(error, 'forbidden') || isCoded(error, 'not_found')) return undefined;
    throw error;
  }
}

/** Every posted card of the matter, drawn anew for whoever it was posted to. */
async function redrawn<P>({ engine, store }: NoticeDeps<P>, notice: WaitingNotice): Promise<Delivery[]> {
  const { about } = notice;
  if (!about) return [];
  const deliveries: Delivery[] = [];
  for (const copy of await store.copiesOf(about)) {
    const locale = localeOf(copy.locale);
    const found = await engine.recognise(copy.user, locale, copy.accountId);
    const draft = found.known ? await drawn(engine, found.who, copy, about) : undefined;
    if (!found.known || !draft) deliveries.push(withoutAccess(engine, notice, copy));
    else {
      const key = `${OWN_ACCOUNT}${notice.id}:${copy.seq}`;
      deliveries.push({ ...delivery(engine, key, found.who, copy.user, { ...copy, draft }), replaces: copy.seq });
    }
  }
  return deliveries;
}

/**
 * Everything with buttons that was posted to the person for this account, in the chats where they are no longer
 * recognised: suspended, removed, unlinked, or the tenant is not allowed any more (PRODUCT.md section 7).
 */
async function emptied<P>({ engine, store }: NoticeDeps<P>, notice: WaitingNotice): Promise<Delivery[]> {
  const deliveries: Delivery[] = [];
  for (const copy of await store.copiesWithButtons(notice.accountId, notice.contactId)) {
    const found = await engine.recognise(copy.user, localeOf(copy.locale), copy.accountId);
    if (found.known && found.who.person.id === copy.contactId) continue;
    deliveries.push(withoutAccess(engine, notice, copy));
  }
  return deliveries;
}

/** In the place of a message: that there is no access any more, and nothing to press. */
function withoutAccess<P>({ ids }: Engine<P>, notice: WaitingNotice, copy: PostedCopy): Delivery {
  const { seq, conversation, user, address } = copy;
  const locale = localeOf(copy.locale);
  const draft: Draft = { text: TEXTS[locale].noAccess, card: { blocks: [] } };
  return {
    ...bind(ids, `${OWN_ACCOUNT}${notice.id}:${seq}`, draft),
    conversation,
    user,
    address,
    locale,
    replaces: seq,
  };
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
  who: Recognised,
  user: ChatUser,
  { conversation, address, draft }: { conversation: string; address: Delivery['address']; draft: Draft },
): Delivery {
  const several = who.accounts.length > 1;
  const line = several ? TEXTS[who.principal.locale].forAccount(who.account.name) : undefined;
  return {
    ...bind(ids, key, line ? named(draft, line) : draft),
    conversation,
    user,
    address,
    locale: who.principal.locale,
    person: { accountId: who.account.id, contactId: who.person.id },
  };
}

/** For somebody in no chat: the same words by mail, without buttons, saying where to go on. */
async function mailFor<P>({ engine, store }: NoticeDeps<P>, notice: WaitingNotice, text: NoticeText<P>) {
  const reader = await store.readerOf(notice.accountId, notice.contactId, localeOf(notice.locale));
  if (!reader) return undefined;
  const draft = await render(engine, reader, 'web', notice, text);
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
