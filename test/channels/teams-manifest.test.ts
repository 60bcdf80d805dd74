import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { prompts } from '../../dialogs/help/prompts.ts';
import { SEARCH } from '../../src/channels/teams/manifest.ts';
import { BACKGROUND, colorIcon, outlineIcon } from '../../tools/manifests/icons.ts';
import { teamsLanguage, teamsManifest } from '../../tools/manifests/teams.ts';
import { problemsOf, teamsFiles, teamsPackage } from '../../tools/manifests/teams-package.ts';
import { ROOT } from '../../tools/run.ts';

const APP_ID = '6f2c1f7e-3b7a-4c55-9d3e-0a1b2c3d4e5f';
const place = { appId: APP_ID, publicUrl: 'https://portal.example.com' };
const manifest = teamsManifest(place);
const polish = teamsLanguage(place, 'pl');

describe('the manifest of the Teams app', () => {
  it('is what Teams’ own schemas ask for, in both languages, and nothing is fetched to know that', async () => {
    const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network'));
    expect(await problemsOf(teamsFiles(place))).toEqual([]);
    expect(fetch).not.toHaveBeenCalled();
    fetch.mockRestore();
  });

  it('is held to those schemas: a title too long, a bad id or a language’s unknown text makes no package', async () => {
    const long = { ...manifest, name: { short: 'x'.repeat(31), full: 'x' } };
    expect(await problemsOf({ 'manifest.json': JSON.stringify(long) })).toEqual([
      expect.stringContaining('manifest.json: /name/short'),
    ]);
    const unknown = { ...polish, 'bots[1].title': 'x', 'description.short': 'x'.repeat(81) };
    expect(await problemsOf({ 'pl.json': JSON.stringify(unknown) })).toHaveLength(2);
    expect(await problemsOf({ 'x.json': JSON.stringify({ $schema: 'https://example.com/schema.json' }) })).toHaveLength(
      1,
    );
    await expect(teamsPackage({ ...place, appId: 'my-app' })).rejects.toMatchObject({
      ...{ code: 'invalid', reason: 'manifest' },
      details: { problems: expect.arrayContaining([expect.stringContaining('/bots/0/botId')]) },
    });
  });

  it('is one bot for people, group chats and teams, which can hand files over, and one search', () => {
    expect(manifest.bots).toMatchObject([
      { botId: APP_ID, scopes: ['personal', 'team', 'groupChat'], supportsFiles: true, isNotificationOnly: false },
    ]);
    expect(manifest.composeExtensions).toMatchObject([
      { botId: APP_ID, commands: [{ id: SEARCH.command, type: 'query', parameters: [{ name: SEARCH.parameter }] }] },
    ]);
    expect(manifest.id).toBe(APP_ID);
  });

  it('asks for no sign-in, no data of the tenant and no domain but the service’s own', () => {
    expect(manifest.validDomains).toEqual(['portal.example.com']);
    expect(manifest).not.toHaveProperty('webApplicationInfo');
    expect(manifest).not.toHaveProperty('authorization');
    expect(manifest.permissions).toEqual(['identity', 'messageTeamMembers']);
  });

  it('offers only commands that are understood as they are written, the same in both languages', () => {
    const commands = manifest.bots?.[0]?.commandLists?.[0]?.commands ?? [];
    expect(commands.length).toBeGreaterThan(4);
    for (const [at, { title }] of commands.entries()) {
      const prompt = prompts.find(({ message }) => message.en === title);
      expect(polish[`bots[0].commandLists[0].commands[${at}].title`]).toBe(prompt?.message.pl);
    }
  });

  it('leaves no text in English for somebody whose Teams is in Polish', () => {
    const texts = JSON.stringify([manifest.description, manifest.bots?.[0]?.commandLists, manifest.composeExtensions]);
    const shown = [...texts.matchAll(/"(title|description|short|full)":/g)];
    const names = ['name.short', 'name.full', '$schema'];
    expect(Object.keys(polish).filter((path) => !names.includes(path))).toHaveLength(shown.length);
  });

  it('points to the language’s file and the icons that are in the package', () => {
    const files = Object.keys(teamsFiles(place));
    expect(files).toEqual(expect.arrayContaining(Object.values(manifest.icons)));
    for (const { file } of manifest.localizationInfo?.additionalLanguages ?? []) expect(files).toContain(file);
  });
});

describe('the icons of the Teams app', () => {
  it('are a picture of 192 pixels, coloured to its edges', () => {
    const { size, pixels } = opened(colorIcon());
    expect(size).toBe(192);
    expect(new Set(pixels.map(([, , , alpha]) => alpha))).toEqual(new Set([255]));
    const corner = pixels[0]!.slice(0, 3).map((part) => part.toString(16).padStart(2, '0'));
    expect(`#${corner.join('')}`).toBe(BACKGROUND);
    expect(pixels).toContainEqual([255, 255, 255, 255]);
  });

  it('are white lines of 32 pixels on nothing', () => {
    const { size, pixels } = opened(outlineIcon());
    expect(size).toBe(32);
    expect(new Set(pixels.map(([...parts]) => parts.slice(0, 3).join()))).toEqual(new Set(['255,255,255']));
    const alphas = pixels.map(([, , , alpha]) => alpha);
    expect(alphas).toContain(255);
    expect(alphas.filter((alpha) => alpha === 0).length).toBeGreaterThan(400);
  });
});

describe('npm run manifest -- teams', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'teams-app-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function run(args: readonly string[], TZ = 'UTC') {
    const tool = join(ROOT, 'tools/manifest.ts');
    return spawnSync(process.execPath, [tool, ...args], { cwd: folder, env: { ...process.env, TZ }, encoding: 'utf8' });
  }

  it('writes the package for an id and an address, and says where; the same byte for byte anywhere', () => {
    const args = ['teams', APP_ID.toUpperCase(), 'https://chat.acme.example/portal/'];
    const [first, second] = ['Europe/Warsaw', 'Asia/Tokyo'].map((zone) => {
      const { stdout } = run(args, zone);
      expect(stdout.trim()).toBe(join(folder, 'teams-app.zip'));
      return readFileSync(stdout.trim());
    });
    expect(second?.equals(first!)).toBe(true);
    const files = unzipSync(first!);
    expect(Object.keys(files)).toEqual(['manifest.json', 'pl.json', 'color.png', 'outline.png']);
    const written = JSON.parse(strFromU8(files['manifest.json']!));
    expect(written).toEqual(teamsManifest({ appId: APP_ID, publicUrl: 'https://chat.acme.example/portal' }));
    expect(written.validDomains).toEqual(['chat.acme.example']);
  });

  it.each([
    [['teams', 'my-app', 'https://portal.example.com']],
    [['teams', APP_ID, 'http://portal.example.com']],
    [['teams', 'https://portal.example.com']],
  ])('says how it is called where it is called as %j', (args) => {
    const { status, stderr } = run(args);
    expect(status).toBe(2);
    expect(stderr).toContain('teams MICROSOFT_APP_ID https://PUBLIC_ADDRESS');
  });
});

/** The pixels of a picture as our own writer packs them: no filter, eight bits a part. */
function opened(png: Uint8Array) {
  const bytes = Buffer.from(png);
  const size = bytes.readUInt32BE(16);
  const at = bytes.indexOf('IDAT');
  const lines = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
  const pixels = Array.from({ length: size * size }, (_, i) => {
    const from = Math.floor(i / size) * (1 + size * 4) + 1 + (i % size) * 4;
    return [...lines.subarray(from, from + 4)] as [number, number, number, number];
  });
  return { size, pixels };
}
