import type { ModelAccess } from '../../lib/model-access.ts';
import type { Compose } from '../help/ports.ts';

/** Its library takes most of a second and much memory to load: not before something is asked. */
export function lazyComposer(access: ModelAccess, timeoutMs: number): Compose {
  let loading: Promise<Compose> | undefined;
  const load = async (): Promise<Compose> => {
    const { chatModel, composeWith } = await import('./langchain.ts');
    return composeWith(chatModel(access, timeoutMs));
  };
  return async (...question) => {
    loading ??= load();
    return (await loading)(...question);
  };
}
