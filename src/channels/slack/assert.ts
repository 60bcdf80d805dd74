import type {
  Button,
  ContextBlock,
  KnownBlock,
  RichTextBlock,
  SectionBlock,
  StaticSelect,
  TextObject,
} from '@slack/types';
import { checkCount, checkText, checkUnique, overLimit } from '../check.ts';
import { SLACK } from '../limits.ts';
import { checkButton, checkElement, checkId, checkOptions } from './assert-elements.ts';
import type { SlackMessage } from './render.ts';

/**
 * Checks a message against every limit of Slack that it could break, before it is sent and in every test.
 * @throws CodedError internal/over_limit with `limit` and `where`, the path of the offending value
 */
export function assertBlocks({ text, blocks }: SlackMessage): void {
  checkText(text, SLACK.text, 'text', 'text');
  checkBlocks(blocks, SLACK.blocks, 'blocks');
}

/** Checks the blocks of a message, a modal or a home page; `max` and its name `limit` are what the three differ in. */
export function checkBlocks(blocks: readonly KnownBlock[], max: number, limit: string): void {
  checkCount(blocks, max, limit, 'blocks');
  blocks.forEach((block, i) => {
    const where = `blocks[${i}]`;
    if (block.block_id !== undefined) checkId(block.block_id, `${where}.block_id`);
    checkBlock(block, where);
  });
  const ids = blocks.flatMap(({ block_id }) => block_id ?? []);
  checkUnique(ids, 'block_id_unique', 'blocks');
}

function checkBlock(block: KnownBlock, where: string): void {
  switch (block.type) {
    case 'section':
      checkSection(block, where);
      break;
    case 'header':
      checkText(block.text.text, SLACK.headerText, 'headerText', `${where}.text`);
      break;
    case 'context':
      checkContext(block, where);
      break;
    case 'rich_text':
      checkRichText(block, where);
      break;
    case 'actions': {
      checkCount(block.elements, SLACK.actionElements, 'actionElements', `${where}.elements`);
      const elements = block.elements as (Button | StaticSelect)[];
      elements.forEach((element, i) => {
        if (element.type === 'static_select') checkElement(element, `${where}.elements[${i}]`);
        else if (element.type === 'button') checkButton(element, `${where}.elements[${i}]`);
        else overLimit('element_type', `${where}.elements[${i}]`);
      });
      const ids = elements.map(({ action_id }) => action_id ?? '');
      checkUnique(ids, 'action_id_unique', `${where}.elements`);
      break;
    }
    case 'input':
      checkText(block.label.text, SLACK.inputLabel, 'inputLabel', `${where}.label`);
      if (block.hint) checkText(block.hint.text, SLACK.inputHint, 'inputHint', `${where}.hint`);
      checkElement(block.element, `${where}.element`);
      break;
    case 'divider':
      break;
    default:
      overLimit('block_type', where);
  }
}

function checkSection({ text, fields, accessory }: SectionBlock, where: string): void {
  if (!text && !fields) overLimit('text_empty', where);
  if (text) checkText(text.text, SLACK.sectionText, 'sectionText', `${where}.text`);
  if (fields) {
    checkCount(fields, SLACK.fields, 'fields', `${where}.fields`);
    fields.forEach((field, i) => {
      checkText(field.text, SLACK.fieldText, 'fieldText', `${where}.fields[${i}]`);
    });
  }
  if (accessory?.type === 'button') checkButton(accessory, `${where}.accessory`);
  else if (accessory?.type === 'static_select') checkElement(accessory, `${where}.accessory`);
  else if (accessory?.type === 'overflow') {
    checkId(accessory.action_id, `${where}.accessory.action_id`);
    checkOptions(accessory.options, SLACK.overflowOptions, 'overflowOptions', `${where}.accessory.options`);
  } else if (accessory) overLimit('element_type', `${where}.accessory`);
}

function checkContext({ elements }: ContextBlock, where: string): void {
  checkCount(elements, SLACK.contextElements, 'contextElements', `${where}.elements`);
  elements.forEach((element, i) => {
    if (element.type === 'image') overLimit('element_type', `${where}.elements[${i}]`);
    const { text } = element as TextObject;
    checkText(text, SLACK.sectionText, 'sectionText', `${where}.elements[${i}]`);
  });
}

/** Slack names no limit for rich text; ours is that of a section. */
function checkRichText({ elements }: RichTextBlock, where: string): void {
  const texts = elements.flatMap((element) => (element.type === 'rich_text_section' ? element.elements : []));
  const text = texts.map((element) => (element.type === 'text' ? element.text : '')).join('');
  if (texts.some((element) => element.type !== 'text' || element.text === '')) overLimit('element_type', where);
  checkText(text, SLACK.sectionText, 'sectionText', where);
}
