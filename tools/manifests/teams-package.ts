import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import appManifest from '@microsoft/app-manifest';
import { type Zippable, zipSync } from 'fflate';
import { CodedError } from '../../src/lib/errors.ts';
import { colorIcon, outlineIcon } from './icons.ts';
import { FILES, SCHEMAS, type TeamsAppPlace, teamsLanguage, teamsManifest } from './teams.ts';

/** Everything in the package by the name of its file: text as it stands there, or a picture. */
export const teamsFiles = (place: TeamsAppPlace): Record<string, string | Uint8Array> => ({
  [FILES.manifest]: textOf(teamsManifest(place)),
  [FILES.pl]: textOf(teamsLanguage(place, 'pl')),
  [FILES.color]: colorIcon(),
  [FILES.outline]: outlineIcon(),
});

const textOf = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** A zip names moments in local time: only one that was made locally is the same everywhere. */
const MOMENT = new Date(2026, 0, 1);

/**
 * The package that is uploaded to Teams, the same byte for byte wherever and whenever it is made.
 * @throws CodedError `invalid` `manifest` with `problems`, what the schemas of Teams say is wrong
 */
export async function teamsPackage(place: TeamsAppPlace): Promise<Uint8Array> {
  const files = teamsFiles(place);
  const problems = await problemsOf(files);
  if (problems.length > 0) throw new CodedError('invalid', 'manifest', { problems });
  const zipped: Zippable = {};
  for (const [name, content] of Object.entries(files)) zipped[name] = Buffer.from(content);
  return zipSync(zipped, { level: 9, mtime: MOMENT, os: 0 });
}

/** What is wrong with the manifest and its languages, by the schemas that come with the validator: nothing is fetched. */
export async function problemsOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const texts = Object.entries(files).filter(([name]) => name.endsWith('.json'));
  const found = await Promise.all(texts.map(([name, text]) => problemsIn(name, JSON.parse(String(text)))));
  return found.flat();
}

/** A `]` that patterns of the languages' schema leave as it is, which the validator's regular expressions don't take. */
const LONE_BRACKET = /(\\\\b)\]/g;

type Manifest = Parameters<typeof appManifest.AppManifestUtils.validateAgainstSchema>[0];
type Schema = Parameters<typeof appManifest.AppManifestUtils.validateAgainstSchema>[1];

async function problemsIn(name: string, content: Manifest & { $schema: string }): Promise<string[]> {
  if (!content.$schema.startsWith(SCHEMAS)) return [`${name}: is of another schema than ${SCHEMAS}`];
  const file = `json-schemas${new URL(content.$schema).pathname.replace('/json-schemas', '')}`;
  const path = createRequire(import.meta.url).resolve(`@microsoft/app-manifest/build/${file}`);
  const schema = JSON.parse(readFileSync(path, 'utf8').replaceAll(LONE_BRACKET, '$1\\\\]')) as Schema;
  const problems = await appManifest.AppManifestUtils.validateAgainstSchema(content, schema);
  return problems.map((problem) => `${name}: ${problem}`);
}
