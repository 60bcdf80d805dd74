import type { Foundation } from '../app/foundation.ts';
import { CodedError } from '../lib/errors.ts';
import { loadFiles } from '../loader/load.ts';
import { renderProblems, renderReport } from '../loader/report.ts';
import { type Command, onFoundation } from './command.ts';

export const load: Command = {
  usage: [{ call: 'load FILE...', does: 'load the portal’s data (docs/loading.md); whole or not at all' }],
  run: (config, files) => (files.length > 0 ? onFoundation(config, (at) => loadAll(at, files)) : undefined),
};

async function loadAll({ loader }: Foundation, files: readonly string[]): Promise<number> {
  try {
    console.log(renderReport(await loadFiles(files, loader)));
    return 0;
  } catch (error) {
    if (!(error instanceof CodedError) || error.reason !== 'load.refused') throw error;
    console.error(renderProblems(error.details as unknown as Parameters<typeof renderProblems>[0]));
    return 1;
  }
}
