/** Runs `work` for a key, once more when asked again meanwhile, never twice at once, at most `atOnce` keys together. */
export interface Sequences {
  run(key: string): void;
  busy(): boolean;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export function sequences(
  atOnce: number,
  work: (key: string) => Promise<void>,
  onError: (error: unknown, key: string) => void,
): Sequences {
  const waiting = new Set<string>();
  const running = new Map<string, Promise<void>>();

  function next(): void {
    for (const key of waiting) {
      if (running.size >= atOnce) return;
      if (running.has(key)) continue;
      waiting.delete(key);
      const done = work(key)
        .catch((error: unknown) => onError(error, key))
        .finally(() => {
          running.delete(key);
          next();
        });
      running.set(key, done);
    }
  }

  return {
    run(key) {
      waiting.add(key);
      next();
    },
    busy: () => running.size > 0,
    async idle() {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
