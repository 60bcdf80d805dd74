import { describe, expect, it } from 'vitest';
import { type DemoFacts, type DemoObstacle, demoObstacles, isLoopback } from '../../../src/channels/web/allowed.ts';

const harmless: DemoFacts = {
  host: '127.0.0.1',
  slack: false,
  teams: false,
  databaseUrl: undefined,
  demonstration: true,
};

describe('the demonstration page', () => {
  it('may be on where it can do no harm', () => {
    expect(demoObstacles(harmless)).toEqual([]);
  });

  it.each<[Partial<DemoFacts>, DemoObstacle]>([
    [{ host: '0.0.0.0' }, 'not_loopback'],
    [{ host: '192.0.2.10' }, 'not_loopback'],
    [{ slack: true }, 'slack_configured'],
    [{ teams: true }, 'teams_configured'],
    [{ databaseUrl: 'postgresql://db.example/portal' }, 'database_url_given'],
    [{ demonstration: false }, 'not_a_demonstration'],
  ])('stays off with %o', (facts, obstacle) => {
    expect(demoObstacles({ ...harmless, ...facts })).toEqual([obstacle]);
  });
});

it.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['10.0.0.1', false],
  ['127.0.0.1.evil.example', false],
  ['', false],
])('%s is this machine alone: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
