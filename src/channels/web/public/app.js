import { get, post } from './api.js';
import { createChat } from './chat.js';
import { createComposer } from './composer.js';
import { byId, el } from './dom.js';
import { EXAMPLES } from './examples.js';
import { follow } from './feed.js';
import { createMails } from './mails.js';
import { createPanels } from './panels.js';
import { avatar, rolesOf, showPeople } from './people.js';
import { language, speak, t } from './texts.js';

let accounts = [];
/** Whom one is now. */
let person;
let leave = () => undefined;

const panels = createPanels({ people: byId('people'), mails: byId('mails') }, () => mails.tell());
const mails = createMails({ list: byId('mail-list'), count: byId('mail-count'), isOpen: () => panels.isOpen('mails') });

const say = (what) => post('/web/say', { user: person.email, ...what });
const composer = createComposer({
  form: byId('composer'),
  field: byId('message'),
  pending: byId('pending'),
  send(message) {
    chat.toEnd();
    return say(message);
  },
});
const chat = createChat({
  place: byId('items'),
  scroller: byId('log'),
  spoken: byId('spoken'),
  press: (press, values) => say({ key: crypto.randomUUID(), press, values }).catch(notAccepted),
  fileUrl: (id) => `/web/files/${encodeURIComponent(id)}?${new URLSearchParams({ user: person.email })}`,
});

function notAccepted() {
  notice('refused');
}

function notice(key) {
  byId('notice').textContent = key ? t(key) : '';
  byId('notice').hidden = !key;
}

function choose(next) {
  person = next;
  localStorage.setItem('person', next.email);
  leave();
  chat.clear();
  composer.clear();
  leave = follow(next.email, {
    onStart: () => chat.clear(),
    onItems(items) {
      if (items.some(({ from }) => from === 'person')) composer.arrived();
      chat.show(items);
      byId('empty').hidden = !chat.isEmpty();
    },
    onBusy(busy) {
      byId('working').hidden = !busy;
    },
    onConnection(connected) {
      notice(connected ? undefined : 'lost');
      if (connected) composer.connected();
    },
  });
  drawPerson();
  panels.close('people');
  byId('message').focus({ preventScroll: true });
}

function drawPerson() {
  showPeople(byId('people-list'), accounts, person?.email, choose);
  if (!person) return;
  const mine = accounts.filter(({ people }) => people.some(({ email }) => email === person.email));
  const of = mine.map(({ name }) => name).join(' · ');
  byId('who').replaceChildren(avatar(person.name), el('span', {}, el('b', {}, person.name), el('small', {}, of)));
  byId('empty-who').textContent = person.name;
  byId('empty-about').textContent = `${of} (${rolesOf(person)})`;
  const fitting = EXAMPLES[language].filter(({ roles }) => roles.some((role) => person.roles.includes(role)));
  const chips = fitting.map(({ text }) =>
    el('button', { type: 'button', class: 'chip', on: { click: () => composer.say(text) } }, text),
  );
  byId('examples').replaceChildren(...chips);
}

function useLanguage(next) {
  speak(next);
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === next));
  }
  drawPerson();
  chat.redraw();
}

function useView(view) {
  document.body.dataset.view = view;
  for (const tab of document.querySelectorAll('[data-view-tab]')) {
    tab.setAttribute('aria-pressed', String(tab.dataset.viewTab === view));
  }
}

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => useLanguage(button.dataset.language));
}
for (const tab of document.querySelectorAll('[data-view-tab]')) {
  tab.addEventListener('click', () => useView(tab.dataset.viewTab));
}

async function start() {
  accounts = await get('/web/people');
  const all = accounts.flatMap(({ people }) => people);
  const before = all.find(({ email }) => email === localStorage.getItem('person'));
  const first = before ?? all.find(({ roles }) => roles.includes('finance')) ?? all[0];
  notice(undefined);
  if (first) choose(first);
}

/** The list of people is what everything begins with: without it there is only waiting for it. */
function begin() {
  start().catch(() => {
    notice('lost');
    setTimeout(begin, 2000);
  });
}

// A place that scrolls must be reachable without a mouse; not every browser sees to it.
byId('log').tabIndex = 0;
useView('slack');
useLanguage(language);
begin();
