import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { assertBlocks } from '../../src/channels/slack/assert.ts';
import { renderSlack } from '../../src/channels/slack/render.ts';
import { formViews } from '../../src/channels/slack/views/modal.ts';
import { assertCard } from '../../src/channels/teams/assert.ts';
import { renderTeams } from '../../src/channels/teams/render.ts';
import { renderText } from '../../src/channels/text.ts';
import type { Reply } from '../../src/kit/card.ts';
import type { Locale } from '../../src/lib/locale.ts';
import { cardFaults } from './card-faults.ts';

const FOLDER = new URL('../goldens/', import.meta.url);

/**
 * Compares a value with `test/goldens/<name>.json` (a name may have folders). With `UPDATE_GOLDENS=1` the file is written
 * instead, to be looked at in the diff; a file that is missing otherwise fails.
 */
export function expectGolden(name: string, value: unknown): void {
  const file = new URL(`${name}.json`, FOLDER);
  const actual = `${JSON.stringify(value, null, 2)}\n`;
  if (process.env.UPDATE_GOLDENS === '1') {
    mkdirSync(dirname(fileURLToPath(file)), { recursive: true });
    writeFileSync(file, actual);
    return;
  }
  if (!existsSync(file)) expect.fail(`no golden ${name}.json: run with UPDATE_GOLDENS=1 and look at what it writes`);
  expect(actual).toBe(readFileSync(file, 'utf8'));
}

/**
 * A reply in text, in Slack (with the modals that its forms open) and in Teams against one golden, each within its
 * platform's limits.
 */
export function expectReplyGolden(name: string, reply: Reply<string>, locale: Locale): void {
  const slack = renderSlack(reply);
  const modals = formViews(reply, locale);
  const teams = renderTeams(reply, locale);
  assertBlocks(slack);
  assertCard(teams);
  expect(cardFaults(teams)).toEqual([]);
  const opened = Object.keys(modals).length > 0 && { modals };
  expectGolden(name, { text: renderText(reply).split('\n'), slack, ...opened, teams });
}
