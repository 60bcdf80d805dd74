import { createHash } from 'node:crypto';
import { brokenHome, type Homes } from '../../../conversation/home.ts';
import { sequences } from '../../../conversation/sequences.ts';
import type { Clock } from '../../../lib/clock.ts';
import { isCoded } from '../../../lib/errors.ts';
import { canonical } from '../../../lib/json.ts';
import type { Locale } from '../../../lib/locale.ts';
import type { Logger } from '../../../lib/logger.ts';
import type { HomeApi } from './api.ts';
import { userOf } from './owner.ts';
import type { HomeOwner, HomeStore } from './store.ts';
import { homeView } from './view.ts';
import { restingPlaces } from './waiting.ts';

/** Pages kept current after a change of an account: those last opened; the others are when they are opened. */
const MOST = 200;
/** Pages drawn anew at once, so that turns have the database's other connections. */
const AT_ONCE = 2;
/** Where Slack does not say when to try again. */
const REST_MS = 5_000;

interface Deps {
  homes: Pick<Homes, 'homeOf'>;
  api: Pick<HomeApi, 'publishHome'>;
  store: HomeStore;
  clock: Clock;
  log: Logger;
  /** Changes within this many milliseconds, often of one turn, are one. */
  gatherMs: number;
}

export interface HomePublisher {
  /** The person opened their page: it is drawn anew, whatever stands there. Resolves when Slack has it. */
  opened(owner: HomeOwner, locale: Locale): Promise<void>;
  /** Something of the account was changed: the pages of its people are drawn anew, soon. Never waits. */
  changed(accountId: string): void;
  /** Something of one person alone was: the account they work for. Never waits. */
  switched(teamId: string, userId: string): void;
  /** Resolves when everything that was changed is drawn, but for what waits for Slack. */
  idle(): Promise<void>;
}

/**
 * Keeps home pages current, as well as it can without holding anything up: what is missed is right when the page is
 * opened next, since that always draws it anew.
 */
export function createHomePublisher({ homes, api, store, clock, log, gatherMs }: Deps): HomePublisher {
  const accounts = new Set<string>();
  let gathering: NodeJS.Timeout | undefined;
  /** One at a time for a person, so that no older page comes after a newer one. */
  const last = new Map<string, Promise<void>>();
  const refreshing = sequences(AT_ONCE, refresh, (err) => log.error({ err }, 'a home page could not be drawn anew'));
  const finding = sequences(1, find, (err) => log.error({ err }, 'home pages to be drawn anew could not be found'));
  const resting = restingPlaces((key) => refreshing.run(key));

  async function find(accountId: string): Promise<void> {
    for (const owner of await store.ofAccount(accountId, MOST)) refreshing.run(keyOf(owner));
  }

  async function refresh(key: string): Promise<void> {
    const [teamId = '', userId = ''] = key.split(':');
    if (resting.joins(teamId, key)) return;
    await inTurn(key, async () => {
      const known = await store.find(teamId, userId);
      if (known) await publish(known.owner, known.locale, known.digest);
    });
  }

  async function inTurn(key: string, work: () => Promise<void>): Promise<void> {
    const mine = (last.get(key) ?? Promise.resolve()).then(work);
    const settled = mine.catch(() => undefined);
    last.set(key, settled);
    await settled;
    if (last.get(key) === settled) last.delete(key);
    return mine;
  }

  async function publish(owner: HomeOwner, locale: Locale, before?: string): Promise<void> {
    const view = homeView(await homes.homeOf(userOf(owner), locale));
    const digest = createHash('sha256').update(canonical(view)).digest('base64url');
    if (digest === before) return;
    try {
      await api.publishHome(owner, owner.userId, view);
    } catch (error) {
      return undelivered(owner, error);
    }
    resting.served(keyOf(owner));
    await store.published(owner, digest);
  }

  async function undelivered(owner: HomeOwner, error: unknown): Promise<void> {
    const { teamId } = owner;
    if (isCoded(error, 'unavailable')) {
      const ms = Number(error.details.retryAfterMs ?? REST_MS);
      if (!resting.rest(teamId, keyOf(owner), ms)) log.warn({ teamId }, 'a home page was given up until it is opened');
      return;
    }
    if (!isCoded(error, 'forbidden') && !isCoded(error, 'not_found')) throw error;
    log.info({ teamId, reason: error.reason }, 'a home page is kept no more');
    await store.forget(owner);
  }

  function gathered(): void {
    clearTimeout(gathering);
    gathering = undefined;
    for (const accountId of accounts) finding.run(accountId);
    accounts.clear();
  }

  return {
    async opened(owner, locale) {
      await inTurn(keyOf(owner), async () => {
        try {
          await store.opened(owner, locale, clock.now());
          await publish(owner, locale);
        } catch (error) {
          await api.publishHome(owner, owner.userId, homeView(brokenHome(locale)));
          throw error;
        }
      });
    },
    changed(accountId) {
      accounts.add(accountId);
      gathering ??= setTimeout(gathered, gatherMs).unref();
    },
    switched: (teamId, userId) => refreshing.run(keyOf({ teamId, userId })),
    async idle() {
      gathered();
      while (finding.busy() || refreshing.busy()) await Promise.all([finding.idle(), refreshing.idle()]);
    },
  };
}

/** A page in one word, for what is done one at a time for each; Slack's ids have no colon. */
const keyOf = ({ teamId, userId }: HomeOwner): string => `${teamId}:${userId}`;
