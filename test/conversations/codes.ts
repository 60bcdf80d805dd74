import { mailStore } from '../../src/db/mail-store.ts';
import { sendMails } from '../../src/jobs/mail.ts';
import { codeIn, showCode } from '../../src/lib/link-code.ts';
import { codeOf } from '../../src/portal/identity/code.ts';
import type { Mail } from '../../src/portal/ports.ts';
import { quietLog } from '../support/log.ts';
import type { World } from '../support/portal.ts';

/** Sends the mails that wait, as the service does, and reads them as their readers would. */
export function postOf({ database, clock, services }: World) {
  const sent: Mail[] = [];
  const mailer = {
    async send(mail: Mail) {
      sent.push(mail);
    },
  };
  const store = mailStore(database.pools.system);
  return {
    /** The mails to an address, oldest first. */
    async to(address: string): Promise<Mail[]> {
      await sendMails({
        ...{ store, mailer, clock, log: quietLog, linkTo: () => 'http://localhost' },
        codeOf: (id) => showCode(codeOf(services.secretsKey, id)),
      });
      return sent.filter(({ to }) => to === address);
    },
    /** The code in the newest mail to an address, as it stands there. */
    async code(address: string): Promise<string> {
      const mail = (await this.to(address)).at(-1);
      const code = mail && codeIn(mail.text);
      if (!code) throw new Error(`no code was mailed to ${address}`);
      return showCode(code);
    },
  };
}
