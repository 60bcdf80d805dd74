import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repertoire } from '../dialogs/index.ts';
import { background } from '../src/app/background.ts';
import { engineOf } from '../src/app/engine.ts';
import { UNDERSTANDING } from '../src/app/folders.ts';
import { openFoundation } from '../src/app/foundation.ts';
import { readConfig } from '../src/config.ts';
import type { Engine } from '../src/conversation/engine.ts';
import { createConversations } from '../src/conversation/service.ts';
import { conversationStore } from '../src/db/conversation-store.ts';
import { mailStore } from '../src/db/mail-store.ts';
import { noticeStore } from '../src/db/notice-store.ts';
import { outboxStore } from '../src/db/outbox-store.ts';
import { sqlOn } from '../src/db/sql.ts';
import { folderMailer } from '../src/gateways/mail/folder.ts';
import { simulatedGateway } from '../src/gateways/simulated/gateway.ts';
import { systemClock as clock, systemIds as ids } from '../src/lib/clock.ts';
import { loadFiles } from '../src/loader/load.ts';
import { recogniseContact } from '../src/portal/identity.ts';
import type { Portal } from '../src/portal/open.ts';
import type { PortalServices } from '../src/portal/operation.ts';
import { loadUnderstanding } from '../src/understanding/index.ts';
import { type Books, generateLoad } from './generate-load.ts';
import { mailbox } from './mailbox.ts';
import { countRoundTrips, stopwatch } from './steps.ts';

/** As in src/app.ts. */
const TURNS_AT_ONCE = 4;

/**
 * The engine as src/app.ts composes it, on an embedded server of its own in a temporary folder, with real clock and
 * disk, and with a channel that only notes that a reply arrived.
 */
export async function openWorld() {
  const dataDir = await mkdtemp(join(tmpdir(), 'portal-bench-'));
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
  const { db, log, auditKey, heads, loader, keepHead } = await openFoundation(config, true);
  const roundTrips = countRoundTrips(db);
  const watch = stopwatch();
  const [sql, owner] = [sqlOn(db.pools.system), sqlOn(db.pools.owner)];
  const gateway = await simulatedGateway({ sql: owner, clock, ids, publicUrl: 'http://localhost', payee: 'Bench' });
  let afterCommit = (): void => undefined;
  const services: PortalServices = {
    ...{ db, clock, ids, log, gateway, secretsKey: auditKey, payee: 'Bench' },
    payments: config.PAYMENTS,
    audit: { key: auditKey, heads },
    afterCommit: () => afterCommit(),
    changed: () => undefined,
  };
  const { channel, ...arrivals } = mailbox();
  const channels = { slack: channel };
  const understand = watch.timed('understand', await loadUnderstanding(UNDERSTANDING));
  const plain = engineOf({ services, sql, channels, repertoire, understand });
  const engine: Engine<Portal> = {
    ...plain,
    recognise: watch.timed('recognise', plain.recognise),
    openPortal: (principal, via) => watch.portal(plain.openPortal(principal, via)),
  };
  const sending = { outbox: watch.outbox(outboxStore(db.pools.system)), channels, clock, log };
  const store = watch.store(conversationStore(db.pools));
  const conversations = createConversations(engine, store, sending, TURNS_AT_ONCE);
  const mailer = folderMailer({ dir: join(dataDir, 'mails'), from: config.MAIL_FROM, clock });
  const following = background({
    ...{ engine, conversations, log },
    notices: noticeStore(db.pools.system, (...who) => recogniseContact(sql, ...who)),
    mail: { store: mailStore(db.pools.system), mailer, clock, log, linkTo: () => 'http://localhost', codeOf: () => '' },
  });
  afterCommit = following.start;

  /** Resolves when nothing is under way any more, also of what follows a turn. */
  async function idle(): Promise<void> {
    await conversations.idle();
    await following.idle();
    await conversations.idle();
  }

  return {
    ...{ owner, gateway, conversations, arrivals, idle, roundTrips },
    spent: watch.spent,
    /** Generates the accounts and loads them as the command line does; resolves with the seconds the load took. */
    async load(...books: Books[]): Promise<number> {
      const file = join(dataDir, 'books.json');
      await generateLoad(file, books, clock.now().toISOString().slice(0, 10));
      const began = performance.now();
      await loadFiles([file], loader);
      const took = (performance.now() - began) / 1000;
      await keepHead();
      await owner.query('VACUUM ANALYZE'); // What autovacuum does within a minute.
      return took;
    },
    async close(): Promise<void> {
      await idle();
      await db.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;
