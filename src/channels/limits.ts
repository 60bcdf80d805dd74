/**
 * What the chat platforms refuse, in one place. Lengths are in UTF-16 units. Renderers split where a platform lets them,
 * `assertBlocks` and `assertCard` throw where it does not; nothing is ever cut.
 */

/** Slack's Block Kit reference (docs.slack.dev/reference/block-kit), unless another source is named. */
export const SLACK = {
  /** Of a message; a longer `text` is refused by chat.update with msg_too_long. */
  text: 4000,
  blocks: 50,
  /** Of `text` in a section, a context or a plain text object. */
  sectionText: 3000,
  fields: 10,
  fieldText: 2000,
  headerText: 150,
  contextElements: 10,
  actionElements: 25,
  buttonText: 75,
  buttonValue: 2000,
  url: 3000,
  /** Of block_id and action_id. */
  id: 255,
  overflowOptions: 5,
  checkboxOptions: 10,
  selectOptions: 100,
  optionText: 75,
  optionValue: 150,
  inputLabel: 2000,
  inputHint: 2000,
  initialValue: 3000,
  accessibilityLabel: 75,
  placeholder: 150,
  /** Of a modal or a home page. */
  viewBlocks: 100,
  /** Of a view's JSON: views.publish refuses more than 250 kB as view_too_large. */
  viewBytes: 250_000,
  viewTitle: 24,
  /** Of a modal's submit and close. */
  viewButton: 24,
  privateMetadata: 3000,
} as const;

/** Microsoft's documentation of cards in Teams (learn.microsoft.com/microsoftteams/platform). */
export const TEAMS = {
  version: '1.5',
  /** Of a card's JSON in UTF-8: its pages name 28, 40 and 100 KB of UTF-16; below this all of them hold with the envelope. */
  cardBytes: 18 * 1024,
  /** In one ActionSet; the rest would not be shown. */
  actions: 6,
  /** Of a whole message's JSON in UTF-8; a bigger one is refused with MessageSizeTooBig. */
  messageBytes: 28 * 1024,
  /** Of a message; the rest would not be shown. */
  suggestions: 3,
} as const;
