import { type Config, forbidTracing } from '../config.ts';
import type { Help } from '../kit/help.ts';
import { type ComposingDeps, composerOf } from '../understanding/help/composing.ts';
import { openHelp } from '../understanding/help/index.ts';
import { lazyComposer } from '../understanding/help-model/lazy.ts';
import { HELP } from './folders.ts';
import { modelConfig } from './model-config.ts';

/** The library's own limit for a call: it ends with the answer's head, ours with the whole of it. */
const CALL_MS = 4_000;

/** The help of the articles, worded by the language model where one is configured. */
export function helpOf(config: Config, deps: Omit<ComposingDeps, 'compose'>): Help {
  const access = modelConfig(config);
  if (!access) return openHelp({ articlesDir: HELP });
  forbidTracing();
  return openHelp({ articlesDir: HELP, compose: composerOf({ ...deps, compose: lazyComposer(access, CALL_MS) }) });
}
