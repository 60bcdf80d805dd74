import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { KnownBlock, ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { assertBlocks } from '../../src/channels/slack/assert.ts';
import { assertView } from '../../src/channels/slack/assert-view.ts';
import { renderSlack } from '../../src/channels/slack/render.ts';
import { formView } from '../../src/channels/slack/views/modal.ts';
import { assertCard } from '../../src/channels/teams/assert.ts';
import { renderTeams } from '../../src/channels/teams/render.ts';
import type { Block, Field, Reply } from '../../src/kit/card.ts';
import { CodedError } from '../../src/lib/errors.ts';

const x = (n: number) => 'x'.repeat(n);

const card = (...blocks: Block<string>[]): Reply<string> => ({ text: 'Text', audience: 'person', card: { blocks } });

const button = (label: string, action = 'a'): Block<string> => ({ type: 'actions', buttons: [{ label, action }] });

const link = (url: string): Block<string> => ({ type: 'actions', buttons: [{ label: 'Open', url }] });

type Form = Extract<Block<string>, { type: 'form' }>;

const form = (...fields: Partial<Field>[]): Form => ({
  type: 'form',
  fields: fields.map((field) => ({ name: 'f', label: 'Field', kind: 'text', ...field })),
  submit: { label: 'Send', action: 'a' },
});

const folded = (...fields: Partial<Field>[]): Form => ({ ...form(...fields), open: 'Change' });

const options = (n: number, label = 'One', value = 'v') =>
  Array.from({ length: n }, (_, i) => ({ label, value: n === 1 ? value : `${value}${i}` }));

function refusal(check: () => void): unknown {
  try {
    check();
  } catch (error) {
    if (error instanceof CodedError && error.reason === 'over_limit') return error.details;
    throw error;
  }
  return 'accepted';
}

const slack = (reply: Reply<string>) => refusal(() => assertBlocks(renderSlack(reply)));
const modal = ({ fields, submit: { label } }: Form) =>
  refusal(() => formView({ locale: 'en', intro: 'Text', fields, submit: label }, 'a@dm'));
const teams = (reply: Reply<string>) => refusal(() => assertCard(renderTeams(reply, 'en')));

describe('Slack accepts what just fits and names what does not', () => {
  const texts = (n: number): Block<string>[] => Array.from({ length: n }, () => ({ type: 'text', text: 'x' }));

  it.each<[string, Block<string>[], Block<string>[], string]>([
    ['blocks', texts(50), texts(51), 'blocks'],
    ['buttonText', [button(x(75))], [button(x(76))], 'blocks[0].elements[0].text'],
    ['buttonValue', [button('B', x(2000))], [button('B', x(2001))], 'blocks[0].elements[0].value'],
    [
      'url',
      [link(`https://a.example/${x(2982)}`)],
      [link(`https://a.example/${x(2983)}`)],
      'blocks[0].elements[0].url',
    ],
    ['url_scheme', [link('http://a.example')], [link('javascript:alert(1)')], 'blocks[0].elements[0].url'],
    ['text_empty', [button('B')], [button('\u200b ')], 'blocks[0].elements[0].text'],
  ])('%s', (limit, good, bad, where) => {
    expect(slack(card(...good))).toBe('accepted');
    expect(slack(card(...bad))).toEqual({ limit, where });
  });

  it.each<[string, Form, Form, string]>([
    ['inputLabel', form({ label: x(2000) }), form({ label: x(2001) }), 'blocks[1].label'],
    ['inputHint', form({ hint: x(2000) }), form({ hint: x(2001) }), 'blocks[1].hint'],
    ['initialValue', form({ value: x(3000) }), form({ value: x(3001) }), 'blocks[1].element.initial_value'],
    ['id', form({ name: x(255) }), form({ name: x(256) }), 'blocks[1].block_id'],
    ['block_id_unique', form({ name: 'a' }, { name: 'b' }), form({ name: 'a' }, { name: 'a' }), 'blocks'],
    [
      'selectOptions',
      form({ kind: 'choice', options: options(100) }),
      form({ kind: 'choice', options: options(101) }),
      'blocks[1].element.options',
    ],
    [
      'optionText',
      form({ kind: 'choice', options: options(1, x(75)) }),
      form({ kind: 'choices', options: options(1, x(76)) }),
      'blocks[1].element.options[0].text',
    ],
    [
      'optionValue',
      form({ kind: 'choice', options: options(1, 'O', x(150)) }),
      form({ kind: 'choice', options: options(1, 'O', x(151)) }),
      'blocks[1].element.options[0].value',
    ],
    [
      'list_empty',
      form({ kind: 'choice', options: options(1) }),
      form({ kind: 'choice', options: [] }),
      'blocks[1].element.options',
    ],
    [
      'option_value_unique',
      form({ kind: 'choice', options: options(2) }),
      form({ kind: 'choice', options: [...options(1), ...options(1)] }),
      'blocks[1].element.options',
    ],
  ])('%s, of a field in a modal', (limit, good, bad, where) => {
    expect(modal(good)).toBe('accepted');
    expect(modal(bad)).toEqual({ limit, where });
  });

  it.each<[string, string, KnownBlock]>([
    ['sectionText', 'blocks[0].text', { type: 'section', text: { type: 'mrkdwn', text: x(3001) } }],
    [
      'fields',
      'blocks[0].fields',
      { type: 'section', fields: Array.from({ length: 11 }, () => ({ type: 'plain_text', text: 'x' })) },
    ],
    ['fieldText', 'blocks[0].fields[0]', { type: 'section', fields: [{ type: 'plain_text', text: x(2001) }] }],
    ['text_empty', 'blocks[0]', { type: 'section' }],
    ['headerText', 'blocks[0].text', { type: 'header', text: { type: 'plain_text', text: x(151) } }],
    [
      'contextElements',
      'blocks[0].elements',
      { type: 'context', elements: Array.from({ length: 11 }, () => ({ type: 'plain_text', text: 'x' })) },
    ],
    [
      'actionElements',
      'blocks[0].elements',
      {
        type: 'actions',
        elements: Array.from({ length: 26 }, (_, i) => ({
          type: 'button',
          action_id: `${i}`,
          value: 'v',
          text: { type: 'plain_text', text: 'x' },
        })),
      },
    ],
    [
      'action_id_unique',
      'blocks[0].elements',
      {
        type: 'actions',
        elements: [1, 2].map(() => ({
          type: 'button',
          action_id: 'same',
          value: 'v',
          text: { type: 'plain_text', text: 'x' },
        })),
      },
    ],
    [
      'overflowOptions',
      'blocks[0].accessory.options',
      {
        type: 'section',
        text: { type: 'plain_text', text: 'x' },
        accessory: {
          type: 'overflow',
          action_id: 'm',
          options: Array.from({ length: 6 }, (_, i) => ({ text: { type: 'plain_text', text: 'x' }, value: `${i}` })),
        },
      },
    ],
    [
      'sectionText',
      'blocks[0]',
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: x(3001) }] }] },
    ],
    ['block_type', 'blocks[0]', { type: 'markdown', text: '# x' }],
  ])('%s, which rendering never exceeds, is refused at %s', (limit, where, block) => {
    expect(refusal(() => assertBlocks({ text: 'Text', blocks: [block] }))).toEqual({ limit, where });
  });

  it('refuses a message without a text, or with one too long to be updated later', () => {
    const blocks: KnownBlock[] = [{ type: 'divider' }];
    expect(refusal(() => assertBlocks({ text: ' ', blocks }))).toEqual({ limit: 'text_empty', where: 'text' });
    expect(refusal(() => assertBlocks({ text: x(4001), blocks }))).toEqual({ limit: 'text', where: 'text' });
    expect(refusal(() => assertBlocks({ text: x(4000), blocks: [] }))).toEqual({
      limit: 'list_empty',
      where: 'blocks',
    });
  });
});

describe('A modal in Slack', () => {
  const text = (length: number) => ({ type: 'plain_text' as const, text: x(length) });
  const divider: KnownBlock = { type: 'divider' };
  const input = (placeholder: number): KnownBlock => ({
    ...{ type: 'input', block_id: 'f', label: text(1) },
    element: { type: 'plain_text_input', action_id: 'f', placeholder: text(placeholder) },
  });
  const modal = (over: Partial<ModalView>): ModalView => ({
    type: 'modal',
    title: text(24),
    blocks: [divider],
    ...over,
  });
  const many = (length: number) => Array.from({ length }, () => divider);

  it.each<[string, string, Partial<ModalView>, Partial<ModalView>]>([
    ['viewBlocks', 'blocks', { blocks: many(100) }, { blocks: many(101) }],
    ['viewTitle', 'title', {}, { title: text(25) }],
    ['viewButton', 'submit', { submit: text(24) }, { submit: text(25) }],
    ['viewButton', 'close', { close: text(24) }, { close: text(25) }],
    ['privateMetadata', 'private_metadata', { private_metadata: x(3000) }, { private_metadata: x(3001) }],
    ['id', 'callback_id', { callback_id: x(255) }, { callback_id: x(256) }],
    ['id', 'external_id', { external_id: x(255) }, { external_id: x(256) }],
    ['submit_missing', 'submit', { submit: text(1), blocks: [input(1)] }, { blocks: [input(1)] }],
    [
      ...(['placeholder', 'blocks[0].element.placeholder'] as const),
      { submit: text(1), blocks: [input(150)] },
      { submit: text(1), blocks: [input(151)] },
    ],
  ])('is refused over %s at %s', (limit, where, good, bad) => {
    expect(refusal(() => assertView(modal(good)))).toBe('accepted');
    expect(refusal(() => assertView(modal(bad)))).toEqual({ limit, where });
  });

  it('shares its limits with a home page, which has no title', () => {
    expect(refusal(() => assertView({ type: 'home', blocks: many(100) }))).toBe('accepted');
    expect(refusal(() => assertView({ type: 'home', blocks: many(101) }))).toEqual({
      ...{ limit: 'viewBlocks', where: 'blocks' },
    });
  });
});

describe('Teams accepts what just fits and names what does not', () => {
  it.each<[string, Block<string>[], Block<string>[], string]>([
    ['cardBytes', [{ type: 'text', text: x(18_200) }], [{ type: 'text', text: x(18_432) }], 'card'],
    ['cardBytes', [{ type: 'text', text: x(9000) }], [{ type: 'text', text: 'ż'.repeat(9200) }], 'card'],
    ['text_empty', [button('B')], [button(' ')], 'card.body[0].actions[0].title'],
    ['text_empty', [button('B')], [button('B', '')], 'card.body[0].actions[0].data.id'],
    ['url_scheme', [link('https://a.example')], [link('/relative')], 'card.body[0].actions[0].url'],
    ['id_unique', [form({ name: 'a' }, { name: 'b' })], [form({ name: 'a' }, { name: 'a' })], 'card'],
    ['id_reserved', [form({ name: 'a' })], [form({ name: 'id' })], 'card.body[0].id'],
    [
      'choice_comma',
      [form({ kind: 'choices', options: options(1) })],
      [form({ kind: 'choices', options: options(1, 'O', 'a,b') })],
      'card.body[0].choices[0].value',
    ],
    [
      'choice_value_unique',
      [form({ kind: 'choice', options: options(2) })],
      [form({ kind: 'choice', options: [...options(1), ...options(1)] })],
      'card.body[0].choices',
    ],
    [
      'list_empty',
      [form({ kind: 'choice', options: options(1) })],
      [form({ kind: 'choice', options: [] })],
      'card.body[0].choices',
    ],
    ['list_empty', [{ type: 'text', text: 'x' }], [{ type: 'divider' }], 'card.body'],
    ['text_empty', [folded({})], [{ ...folded({}), open: ' ' }], 'card.body[0].actions[0].title'],
    ['id_reserved', [folded({ name: 'a' })], [folded({ name: 'id' })], 'card.body[0].actions[0].card.body[0].id'],
  ])('%s', (limit, good, bad, where) => {
    expect(teams(card(...good))).toBe('accepted');
    expect(teams(card(...bad))).toEqual({ limit, where });
  });

  const execute = { type: 'Action.Execute', title: 'B', verb: 'press', data: { id: 'a' } } as const;

  it.each<[string, string, IAdaptiveCard['body'][number]]>([
    ['actions', 'card.body[0].actions', { type: 'ActionSet', actions: Array.from({ length: 7 }, () => execute) }],
    ['text_empty', 'card.body[0].inlines', { type: 'RichTextBlock', inlines: ['', { type: 'TextRun', text: ' ' }] }],
    ['text_empty', 'card.body[0].errorMessage', { type: 'Input.Text', id: 'a', label: 'A', isRequired: true }],
    ['element_type', 'card.body[0]', { type: 'Badge', text: 'x' }],
  ])('%s, which rendering never exceeds, is refused at %s', (limit, where, element) => {
    const card: IAdaptiveCard = { type: 'AdaptiveCard', version: '1.5', body: [element] };
    expect(refusal(() => assertCard(card))).toEqual({ limit, where });
  });

  it('refuses a version Teams does not render', () => {
    const later: IAdaptiveCard = { type: 'AdaptiveCard', version: '1.6', body: [] };
    expect(refusal(() => assertCard(later))).toEqual({ limit: 'version', where: 'card.version' });
  });
});
