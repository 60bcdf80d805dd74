import { Lost } from './api.js';
import { el } from './dom.js';
import { t } from './texts.js';

/**
 * The message box and what of it is on its way. A text that could not be sent stays to be seen, goes again with the
 * connection, and is the same event however often it goes: its key is made here, once.
 */
export function createComposer({ form, field, pending, send }) {
  const waiting = new Set();

  async function dispatch(message) {
    mark(message, 'sending');
    try {
      await send({ key: message.key, text: message.text });
      message.sent = true;
    } catch (error) {
      mark(message, error instanceof Lost ? 'notSent' : 'refused');
    }
  }

  function mark(message, state) {
    message.state = state;
    const again = el(
      'button',
      { type: 'button', class: 'link', on: { click: () => dispatch(message) } },
      t('sendAgain'),
    );
    message.node.replaceChildren(
      el('p', { class: 'said' }, message.text),
      el('small', { class: state === 'sending' ? 'soft' : 'wrong' }, `${t(state)} `, state === 'notSent' && again),
    );
  }

  function say(text) {
    if (text.trim() === '') return;
    const message = { key: crypto.randomUUID(), text, node: el('div', { class: 'own waiting' }) };
    waiting.add(message);
    pending.append(message.node);
    dispatch(message);
  }

  function drop(message) {
    waiting.delete(message);
    message.node.remove();
  }

  const grow = () => {
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, 200)}px`;
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    say(field.value);
    field.value = '';
    grow();
    field.focus();
  });
  field.addEventListener('input', grow);
  field.addEventListener('keydown', (event) => {
    // While an input method composes a character, Enter is its own.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });

  return {
    say,
    /** What was taken has come back with the conversation. */
    arrived() {
      for (const message of waiting) if (message.sent) drop(message);
    },
    connected() {
      for (const message of waiting) if (message.state === 'notSent') dispatch(message);
    },
    clear() {
      for (const message of waiting) drop(message);
    },
  };
}
