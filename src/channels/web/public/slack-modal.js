import { el } from './dom.js';
import { inputBlock } from './slack-inputs.js';

/**
 * A form as the modal that Slack opens for it, until it is submitted or left.
 * @param draw draws a block that is no input
 * @param submit gets what was filled in, by field; called once nothing is missing
 */
export function openModal({ title, blocks, submit: send, close }, { lang, draw, submit }) {
  const inputs = [];
  const nodes = blocks.map((block) => {
    if (block.type !== 'input') return draw(block);
    const input = inputBlock(block);
    inputs.push(input);
    return input.node;
  });
  const dialog = el(
    'dialog',
    { class: 'sk-modal', lang, 'aria-label': title.text },
    el(
      'form',
      { class: 'sk', novalidate: true, on: { submit: done } },
      el('h2', { class: 'sk-header' }, title.text),
      ...nodes,
      el(
        'div',
        { class: 'sk-actions end' },
        el('button', { type: 'button', class: 'sk-button', on: { click: () => dialog.close() } }, close.text),
        el('button', { type: 'submit', class: 'sk-button primary' }, send.text),
      ),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();

  function done(event) {
    event.preventDefault();
    if (inputs.map((input) => input.check()).includes(false)) return;
    dialog.close();
    submit(Object.fromEntries(inputs.map(({ name, read }) => [name, read()])));
  }
}
