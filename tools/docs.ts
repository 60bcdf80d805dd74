import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { auditEvents } from './docs/audit-events.ts';
import { configuration } from './docs/configuration.ts';
import { dialogs } from './docs/dialogs.ts';
import { permissions } from './docs/permissions.ts';
import { manifestText } from './manifests/slack.ts';
import { teamsFiles } from './manifests/teams-package.ts';
import { type Outcome, ROOT } from './run.ts';

/** A factual document, or picture, made from data of the code. `render` gets the file as it is ('' when absent). */
export interface Generator {
  /** Relative to the repository's folder. */
  readonly path: string;
  render(current: string): string | Uint8Array | Promise<string>;
}

/** An app's package as it looks for anybody, to be read; one's own is made by `npm run manifest`. */
const TEAMS = teamsFiles({ appId: '00000000-0000-0000-0000-000000000000', publicUrl: 'https://portal.example.com' });

/** Every generated document, a line each. `npm run docs` writes them, `npm run check` fails when one is out of date. */
const GENERATORS: readonly Generator[] = [
  { path: 'README.md', render: (readme) => configuration(readme) },
  { path: 'docs/permissions.md', render: () => permissions() },
  { path: 'docs/dialogs.md', render: () => dialogs() },
  { path: 'docs/audit-events.md', render: () => auditEvents() },
  { path: 'manifests/slack/manifest.json', render: () => manifestText('https://portal.example.com') },
  { path: 'manifests/slack/manifest.socket-mode.json', render: () => manifestText() },
  ...Object.entries(TEAMS).map(([name, content]) => ({ path: `manifests/teams/${name}`, render: () => content })),
];

/** The generated documents under `root` that differ from what the code says now. */
export async function checkDocs(root: string, generators = GENERATORS): Promise<Outcome> {
  const stale = (await renderAll(root, generators)).filter(({ current, rendered }) => !current?.equals(rendered));
  return {
    problems: stale.map(({ path }) => `${path} is out of date: run npm run docs`),
    note: `${generators.length} documents`,
  };
}

/** Writes the documents that are out of date and gives their paths. */
export async function writeDocs(root: string, generators = GENERATORS): Promise<string[]> {
  const stale = (await renderAll(root, generators)).filter(({ current, rendered }) => !current?.equals(rendered));
  for (const { path, rendered } of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), rendered);
  }
  return stale.map(({ path }) => path);
}

async function renderAll(root: string, generators: readonly Generator[]) {
  const rendered = [];
  for (const { path, render } of generators) {
    const current = existsSync(join(root, path)) ? readFileSync(join(root, path)) : undefined;
    rendered.push({ path, current, rendered: Buffer.from(await render(current?.toString() ?? '')) });
  }
  return rendered;
}

if (import.meta.main) {
  if (process.argv.includes('--check')) {
    const { problems, note } = await checkDocs(ROOT);
    console.log(problems.join('\n') || note);
    process.exitCode = problems.length > 0 ? 1 : 0;
  } else {
    const written = await writeDocs(ROOT);
    console.log(written.length > 0 ? `written: ${written.join(', ')}` : 'everything is up to date');
  }
}
