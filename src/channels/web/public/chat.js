import { el, size } from './dom.js';
import { renderSlack } from './slack.js';
import { renderTeams } from './teams.js';
import { language, moment, t } from './texts.js';

/**
 * The conversation on the page. Items come in any order and more than once; each stands at its time, and a newer version
 * of a message takes the older one's place. `press(id, values)` sends a press and resolves when it is taken.
 */
export function createChat({ place, scroller, spoken, press, fileUrl }) {
  const shown = new Map();
  const sending = new Set();
  let first = true;

  async function pressed(item, id, values) {
    // Slack and Teams let the second press of an impatient finger through; here nothing is sent twice.
    if (sending.has(item.id)) return;
    sending.add(item.id);
    const busy = (is) => shown.get(item.id)?.node.setAttribute('aria-busy', String(is));
    busy(true);
    try {
      await press(id, values);
    } finally {
      sending.delete(item.id);
      busy(false);
    }
  }

  function put(item) {
    const known = shown.get(item.id);
    if (known && JSON.stringify(known.item) === JSON.stringify(item)) return false;
    if (known && item.version < known.item.version) return false;
    const node = item.from === 'person' ? own(item) : answer(item, (...what) => pressed(item, ...what), fileUrl);
    shown.set(item.id, { item, node });
    if (known) replace(known.node, node);
    else place.insertBefore(node, following(item)?.node ?? null);
    if (!known && !first && item.from === 'assistant') spoken.append(el('p', {}, item.text));
    return !known;
  }

  /** What stands after an item: time decides, at one moment the person's words come first. */
  function following(item) {
    const later = ({ item: other }) => order(item, other) < 0;
    return [...shown.values()].filter(later).sort((a, b) => order(a.item, b.item))[0];
  }

  return {
    show(items) {
      const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 120;
      const added = [...items].sort(order).map(put).includes(true);
      if (added && (atEnd || first)) scroller.scrollTo({ top: scroller.scrollHeight });
      first = false;
    },
    /** Forgets everything: what comes next is the whole conversation anew, and is not read out. */
    clear() {
      for (const { node } of shown.values()) node.remove();
      shown.clear();
      spoken.replaceChildren();
      first = true;
    },
    isEmpty: () => shown.size === 0,
    toEnd: () => scroller.scrollTo({ top: scroller.scrollHeight }),
    /** The same items in another language of the page. */
    redraw() {
      const items = [...shown.values()].map(({ item }) => item);
      for (const item of items) {
        shown.set(item.id, { ...shown.get(item.id), item: {} });
        put(item);
      }
    },
  };
}

const order = (a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.from === b.from ? 0 : a.from === 'person' ? -1 : 1);

function replace(old, node) {
  const focused = old.contains(document.activeElement);
  old.replaceWith(node);
  if (focused) node.focus();
}

function own({ kind, text, label, at }) {
  if (kind === 'press') {
    const words = label ? [`${t('pressed')}: `, el('b', {}, label)] : [t('pressedSome')];
    return el('div', { class: 'own pressed' }, el('p', {}, ...words), time(at));
  }
  return el('div', { class: 'own' }, el('p', { class: 'said' }, kind === 'too_long' ? t('tooLong') : text), time(at));
}

function answer(item, onPress, fileUrl) {
  const { id, at, locale, files, plain, slack, teams } = item;
  return el(
    'article',
    { class: 'answer', id, tabindex: -1, lang: locale },
    el(
      'div',
      { class: 'pair' },
      pane('slack', at, renderSlack(slack, onPress)),
      pane('teams', at, renderTeams(teams, onPress)),
    ),
    el(
      'div',
      { class: 'under' },
      ...files.map((file) => fileLink(file, fileUrl(file.id))),
      el('details', { lang: language }, el('summary', {}, t('plainView')), el('pre', { lang: locale }, plain)),
    ),
  );
}

/** A message as the platform frames it: who says it, when, and the message. */
function pane(platform, at, message) {
  return el(
    'section',
    { class: `pane ${platform}`, 'aria-label': t(`${platform}View`) },
    el(
      'header',
      { 'aria-hidden': 'true' },
      el('span', { class: 'avatar' }, 'P'),
      el('b', {}, 'Portal'),
      platform === 'slack' && el('span', { class: 'app' }, 'APP'),
      time(at),
    ),
    message,
  );
}

const time = (at) => el('time', { datetime: at }, moment(at));

export const fileLink = ({ name, size: bytes }, href) =>
  el('a', { class: 'file', href, download: name }, el('span', {}, name), el('small', {}, size(bytes, language)));
