import type { InputBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLACK } from '../../src/channels/limits.ts';
import { formView } from '../../src/channels/slack/views/modal.ts';
import type { OpenForm } from '../../src/conversation/forms.ts';
import { anyFields, anyText, label, RUNS } from './arbitrary.ts';

const DECLINE: OpenForm = {
  ...{
    locale: 'pl',
    title: 'Odrzuć płatność',
    intro: 'Dlaczego odrzucić płatność P-1001?',
    submit: 'Odrzuć 900,00 zł',
  },
  fields: [{ name: 'reason', label: 'Powód', kind: 'multiline', required: true }],
};

describe('a form as a modal', () => {
  it('speaks the person’s language', () => {
    const { title, submit, close } = formView(DECLINE, 'p-1@dm');
    expect([title.text, submit?.text, close?.text]).toEqual(['Odrzuć płatność', 'Odrzuć 900,00 zł', 'Anuluj']);
  });

  it('cuts no title and no button that is too long for Slack: it has a short name of its own for both', () => {
    const long = { title: 'Odrzuć prośbę o rolę w koncie', submit: 'Odrzuć 1 234 567,89 zł za fakturę' };
    const { title, submit } = formView({ ...DECLINE, ...long }, 'p-1@dm');
    expect([title.text, submit?.text]).toEqual(['Formularz', 'Dalej']);
  });

  it('is refused where a field’s own label is too long', () => {
    const fields = [{ name: 'reason', label: 'x'.repeat(SLACK.inputLabel + 1), kind: 'text' as const }];
    expect(() => formView({ ...DECLINE, fields }, 'p-1@dm')).toThrow('over_limit');
  });

  it('of any texts fits the limits of Slack, and has every field under its name', () => {
    const any = fc.record({
      ...{ locale: fc.constantFrom('en' as const, 'pl' as const), title: label, intro: anyText, submit: label },
      fields: anyFields,
    });
    fc.assert(
      fc.property(any, (form) => {
        const { blocks } = formView(form, 'p-1@dm');
        const inputs = blocks.filter((block): block is InputBlock => block.type === 'input');
        const names = form.fields.map(({ name }) => name);
        expect(inputs.map(({ block_id }) => block_id)).toEqual(names);
        expect(inputs.map(({ element }) => element.action_id)).toEqual(names);
      }),
      RUNS,
    );
  });
});
