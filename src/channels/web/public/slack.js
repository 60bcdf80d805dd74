import { el, outside } from './dom.js';
import { openModal } from './slack-modal.js';
import { t } from './texts.js';

/**
 * Block Kit as Slack would show it, as far as our renderer uses it. `onPress(id, values)` gets a button's value and, of one
 * that opens a form, what was filled in. `modals` are the forms by that value.
 */
export function renderSlack({ blocks, modals }, onPress) {
  const draw = (block) => BLOCKS[block.type]?.(block, press) ?? el('p', { class: 'soft' }, t('broken'));
  const shown = el('div', { class: 'sk' }, ...blocks.map(draw));
  return shown;

  function press(id) {
    const { lang } = shown.closest('[lang]');
    if (modals[id]) openModal(modals[id], { lang, draw, submit: (values) => onPress(id, values) });
    else onPress(id);
  }
}

const BLOCKS = {
  header: ({ text }) => el('h3', { class: 'sk-header' }, text.text),
  divider: () => el('hr'),
  context: ({ elements }) =>
    el('div', { class: 'sk-context' }, ...elements.map((one) => el('span', {}, ...words(one)))),
  rich_text: ({ elements }) => el('div', { class: 'sk-text' }, ...elements.map(richSection)),
  section: ({ text, fields, accessory }, press) =>
    el(
      'div',
      { class: 'sk-section' },
      text && el('div', { class: 'sk-text' }, ...words(text)),
      fields &&
        el('div', { class: 'sk-fields' }, ...fields.map((one) => el('div', { class: 'sk-text' }, ...words(one)))),
      accessory && el('div', { class: 'sk-accessory' }, element(accessory, press)),
    ),
  actions: ({ elements }, press) => el('div', { class: 'sk-actions' }, ...elements.map((one) => element(one, press))),
};

const richSection = ({ elements }) =>
  el('p', {}, ...elements.map(({ text, style }) => (style?.bold ? el('strong', {}, text) : text)));

/** A text object's nodes: plain text as it stands, of mrkdwn the bold, the only mark our renderer writes. */
function words({ type, text }) {
  if (type === 'plain_text') return [text];
  return text.split(/(?<![^\s(])\*(\S(?:[^*\n]*\S)?)\*(?![^\s.,;:!?)])/).map((part, i) => {
    const shown = part.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    return i % 2 === 1 ? el('strong', {}, shown) : shown;
  });
}

function element(one, press) {
  if (one.type === 'overflow') return menu(one.options, press);
  const { text, style, url, value, accessibility_label: spoken } = one;
  const look = { class: `sk-button ${style ?? ''}`, 'aria-label': spoken };
  if (url) return outside(url, look, text.text);
  return el('button', { ...look, type: 'button', on: { click: () => press(value) } }, text.text);
}

/** The three dots: a menu by the pattern of the ARIA practices guide, arrows and Escape included. */
function menu(options, press) {
  const items = options.map(({ text, value, url }) =>
    url
      ? outside(url, { role: 'menuitem', tabindex: -1 }, text.text)
      : el('button', { type: 'button', role: 'menuitem', tabindex: -1, on: { click: () => choose(value) } }, text.text),
  );
  const list = el('div', { class: 'sk-menu', role: 'menu', hidden: true }, ...items);
  const dots = el(
    'button',
    {
      type: 'button',
      class: 'sk-button dots',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'aria-label': t('moreActions'),
    },
    '⋯',
  );
  const show = (open) => {
    list.hidden = !open;
    dots.setAttribute('aria-expanded', String(open));
    (open ? items[0] : dots)?.focus();
  };
  const choose = (value) => {
    show(false);
    press(value);
  };
  const box = el('div', { class: 'sk-overflow' }, dots, list);
  dots.addEventListener('click', () => show(list.hidden));
  box.addEventListener('keydown', (event) => {
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape' && !list.hidden) show(false);
    else if (to !== undefined && !list.hidden) items.at(to % items.length)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  box.addEventListener('focusout', ({ relatedTarget }) => {
    if (list.hidden || box.contains(relatedTarget)) return;
    list.hidden = true;
    dots.setAttribute('aria-expanded', 'false');
  });
  return box;
}
