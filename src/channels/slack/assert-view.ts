import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { checkText, overLimit } from '../check.ts';
import { SLACK } from '../limits.ts';
import { checkBlocks } from './assert.ts';

/**
 * Checks a modal or a home page against every limit of Slack that it could break (docs.slack.dev/reference/views), before
 * it is opened and in every test.
 * @throws CodedError internal/over_limit with `limit` and `where`, the path of the offending value
 */
export function assertView(view: ModalView | HomeView): void {
  const blocks = view.blocks as KnownBlock[];
  checkBlocks(blocks, SLACK.viewBlocks, 'viewBlocks');
  if (Buffer.byteLength(JSON.stringify(view)) > SLACK.viewBytes) overLimit('viewBytes', 'blocks');
  const { private_metadata: metadata, callback_id: callback, external_id: external } = view;
  if (metadata) checkText(metadata, SLACK.privateMetadata, 'privateMetadata', 'private_metadata');
  if (callback !== undefined) checkText(callback, SLACK.id, 'id', 'callback_id');
  if (external !== undefined) checkText(external, SLACK.id, 'id', 'external_id');
  if (view.type === 'home') return;
  checkText(view.title.text, SLACK.viewTitle, 'viewTitle', 'title');
  if (view.submit) checkText(view.submit.text, SLACK.viewButton, 'viewButton', 'submit');
  else if (blocks.some(({ type }) => type === 'input')) overLimit('submit_missing', 'submit');
  if (view.close) checkText(view.close.text, SLACK.viewButton, 'viewButton', 'close');
}
