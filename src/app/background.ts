import type { Engine } from '../conversation/engine.ts';
import type { NoticeStore } from '../conversation/notice-store.ts';
import { dispatchNotices, type NoticeDeps } from '../conversation/notices.ts';
import { sequences } from '../conversation/sequences.ts';
import type { Conversations } from '../conversation/service.ts';
import type { Job } from '../jobs/job.ts';
import { type MailDeps, sendMails } from '../jobs/mail.ts';
import type { Logger } from '../lib/logger.ts';

interface Deps<P> extends Pick<NoticeDeps<P>, 'accessEnded'> {
  engine: Engine<P>;
  notices: NoticeStore;
  conversations: Conversations;
  mail: MailDeps;
  log: Logger;
}

/** What follows a commit: people are told, mails leave. At once after each; a job finds what a crash left. */
export function background<P>({ engine, notices, conversations, mail, log, ...further }: Deps<P>) {
  const work = {
    notices: () => dispatchNotices({ engine, store: notices, deliver: conversations.deliver, ...further }),
    mails: () => sendMails(mail),
  };
  const running = sequences(
    2,
    (name) => work[name as keyof typeof work](),
    (err, name) => log.error({ err, name }, 'background work failed; it is tried again'),
  );
  const start = () => {
    running.run('notices');
    running.run('mails');
  };
  const jobs: Job[] = [
    {
      name: 'conversations-recover',
      async run() {
        start();
        await conversations.recover();
      },
    },
  ];
  return { start, jobs, idle: running.idle };
}
