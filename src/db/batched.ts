/** So many go together at most: a batch that fails is done again one by one. */
const MOST = 200;

/**
 * Does at once what comes in while as much is under way as may be: with one statement for all that wait, a database that
 * answers late holds nobody up by more than two of its answers.
 * @param atOnce batches under way
 * @param work does a batch, in the order given; as many results as items
 */
export function batched<T, R>(atOnce: number, work: (items: readonly T[]) => Promise<R[]>): (item: T) => Promise<R> {
  interface Waiting {
    item: T;
    done: PromiseWithResolvers<R>;
  }
  const waiting: Waiting[] = [];
  let running = 0;

  async function run(batch: readonly Waiting[]): Promise<void> {
    try {
      const results = await work(batch.map(({ item }) => item));
      batch.forEach(({ done }, i) => void done.resolve(results[i] as R));
    } catch (error) {
      // One that can't be done fails alone.
      if (batch.length === 1) batch[0]?.done.reject(error);
      else for (const one of batch) await run([one]);
    }
  }

  async function next(): Promise<void> {
    if (running >= atOnce || waiting.length === 0) return;
    running += 1;
    await run(waiting.splice(0, MOST));
    running -= 1;
    await next();
  }

  return (item) => {
    const done = Promise.withResolvers<R>();
    waiting.push({ item, done });
    void next();
    return done.promise;
  };
}
