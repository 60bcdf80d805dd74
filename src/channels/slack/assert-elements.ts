import type { Button, InputBlockElement, Option } from '@slack/types';
import { checkCount, checkText, checkUnique, checkUrl, overLimit } from '../check.ts';
import { SLACK } from '../limits.ts';

/** An action_id or block_id: there, and not too long. */
export const checkId = (id: string | undefined, where: string): void => checkText(id, SLACK.id, 'id', where);

export function checkButton(button: Button, where: string): void {
  checkId(button.action_id, `${where}.action_id`);
  checkText(button.text.text, SLACK.buttonText, 'buttonText', `${where}.text`);
  if (button.url === undefined) checkText(button.value, SLACK.buttonValue, 'buttonValue', `${where}.value`);
  else checkLink(button.url, `${where}.url`);
  const { accessibility_label: spoken } = button;
  if (spoken !== undefined)
    checkText(spoken, SLACK.accessibilityLabel, 'accessibilityLabel', `${where}.accessibility_label`);
}

export function checkOptions(options: readonly Option[], max: number, limit: string, where: string): void {
  checkCount(options, max, limit, where);
  options.forEach(({ text, value, url }, i) => {
    checkText(text.text, SLACK.optionText, 'optionText', `${where}[${i}].text`);
    checkText(value, SLACK.optionValue, 'optionValue', `${where}[${i}].value`);
    if (url !== undefined) checkLink(url, `${where}[${i}].url`);
  });
  const values = options.map(({ value }) => value ?? '');
  checkUnique(values, 'option_value_unique', where);
}

function checkLink(url: string, where: string): void {
  checkText(url, SLACK.url, 'url', where);
  checkUrl(url, where);
}

/** An input's element: of the kinds we send, within its own limits. */
export function checkElement(element: InputBlockElement, where: string): void {
  checkId(element.action_id, `${where}.action_id`);
  if ('placeholder' in element && element.placeholder !== undefined) {
    checkText(element.placeholder.text, SLACK.placeholder, 'placeholder', `${where}.placeholder`);
  }
  switch (element.type) {
    case 'plain_text_input':
    case 'email_text_input':
      if (element.initial_value !== undefined) {
        checkText(element.initial_value, SLACK.initialValue, 'initialValue', `${where}.initial_value`);
      }
      break;
    case 'static_select':
    case 'multi_static_select':
      checkOptions(element.options ?? [], SLACK.selectOptions, 'selectOptions', `${where}.options`);
      break;
    case 'checkboxes':
      checkOptions(element.options, SLACK.checkboxOptions, 'checkboxOptions', `${where}.options`);
      break;
    default:
      overLimit('element_type', where);
  }
}
