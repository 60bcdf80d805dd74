import { get } from './api.js';
import { fileLink } from './chat.js';
import { el, linked } from './dom.js';
import { moment, t } from './texts.js';

/** In milliseconds. Mails are sent by a job of the service, so nothing tells the page of them. */
const EVERY = 3000;

/** What was sent, newest first. A mail that is open stays open; the count says how many came since it was looked at. */
export function createMails({ list, count, isOpen }) {
  const shown = new Map();
  let unseen = 0;
  let looked = false;

  function tell() {
    if (isOpen()) unseen = 0;
    count.hidden = unseen === 0;
    count.textContent = String(unseen);
  }

  async function look() {
    if (!document.hidden) {
      // Whether the connection is there is the conversation's to say; here the next look finds out.
      const mails = await get('/web/mails').catch(() => []);
      const fresh = mails.filter(({ file }) => !shown.has(file));
      // What was there before the page was opened is not new.
      if (looked) unseen += fresh.length;
      looked = true;
      for (const mail of fresh.reverse()) {
        const node = show(mail);
        shown.set(mail.file, node);
        list.prepend(node);
      }
      tell();
    }
    setTimeout(look, EVERY);
  }

  look();
  return { tell };
}

function show({ file, to, subject, date, text, attachments }) {
  const files = attachments.map((one, i) => fileLink(one, `/web/mails/${encodeURIComponent(file)}/${i}`));
  return el(
    'li',
    {},
    el(
      'details',
      {},
      el(
        'summary',
        {},
        el('b', {}, subject),
        el('small', {}, el('span', {}, `${t('mailTo')} ${to}`), el('time', { datetime: date }, moment(date))),
      ),
      el(
        'div',
        { class: 'mail' },
        el('p', {}, ...linked(text)),
        files.length > 0 && el('div', { class: 'files' }, ...files),
      ),
    ),
  );
}
