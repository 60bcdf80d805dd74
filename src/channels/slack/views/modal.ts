import type { KnownBlock, ModalView } from '@slack/types';
import type { OpenForm } from '../../../conversation/forms.ts';
import type { Reply } from '../../../kit/card.ts';
import type { Locale, Localized } from '../../../lib/locale.ts';
import { SLACK } from '../../limits.ts';
import { assertView } from '../assert-view.ts';
import { label } from '../escape.ts';
import { fieldBlocks } from '../form.ts';
import { textBlocks } from '../text.ts';

interface ModalTexts {
  title: string;
  close: string;
  submit: string;
}

const TEXTS: Localized<ModalTexts> = {
  en: { title: 'Form', close: 'Cancel', submit: 'Continue' },
  pl: { title: 'Formularz', close: 'Anuluj', submit: 'Dalej' },
};

/** Nobody's language is known before anything was looked up. */
const BOTH = {
  title: 'Portal',
  close: 'Close / Zamknij',
  loading: 'One moment… / Chwileczkę…',
  gone: 'This form is no longer valid. Nothing was changed; please ask again. / Ten formularz jest już nieaktualny. Nic się nie zmieniło, proszę zapytać jeszcze raz.',
  failed:
    'The form could not be shown. Nothing was changed; please try again in a moment. / Nie udało się pokazać formularza. Nic się nie zmieniło, proszę spróbować za chwilę.',
};

/**
 * A form as a modal.
 * @param metadata comes back with the submission
 * @throws CodedError `internal` `over_limit` for what Slack would refuse
 */
export function formView({ locale, title, intro, fields, submit }: OpenForm, metadata: string): ModalView {
  const t = TEXTS[locale];
  const fits = (text: string | undefined, max: number) => text !== undefined && text.length <= max;
  const blocks: KnownBlock[] = [...textBlocks(intro), ...fields.flatMap(fieldBlocks)];
  return checked({
    type: 'modal',
    callback_id: 'form',
    private_metadata: metadata,
    title: label(fits(title, SLACK.viewTitle) ? (title as string) : t.title),
    submit: label(fits(submit, SLACK.viewButton) ? submit : t.submit),
    close: label(t.close),
    blocks,
  });
}

/** Every form of a message as the modal it opens to, by the press that submits it, without its dialog's name. */
export function formViews({ text: intro, card }: Reply<string>, locale: Locale): Record<string, ModalView> {
  const views = (card?.blocks ?? []).flatMap((block) => {
    if (block.type !== 'form') return [];
    const { fields, submit } = block;
    return [[submit.action, formView({ locale, intro, fields, submit: submit.label }, submit.action)] as const];
  });
  return Object.fromEntries(views);
}

const notice = (text: string): ModalView =>
  checked({ type: 'modal', title: label(BOTH.title), close: label(BOTH.close), blocks: textBlocks(text) });

/** Stands while the form is being looked up. */
export const loadingView = (): ModalView => notice(BOTH.loading);
/** There is no such form for this person (any more). */
export const goneView = (): ModalView => notice(BOTH.gone);
export const failedView = (): ModalView => notice(BOTH.failed);

function checked(view: ModalView): ModalView {
  assertView(view);
  return view;
}
