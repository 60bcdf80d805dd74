import { CodedError } from './errors.ts';

/**
 * What `work` comes to, if it does so within `ms`; else throws CodedError `unavailable` with `reason`. The work itself
 * goes on unheard: it must be something that may.
 */
export async function within<T>(ms: number, reason: string, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new CodedError('unavailable', reason)), ms);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
