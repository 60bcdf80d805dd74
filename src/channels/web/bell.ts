/** Rung when something may have happened in a conversation, for those who wait for it in this process. */
export interface Bell {
  ring(conversation: string): void;
  /** Resolves when it rings, after `ms`, or when `signal` is aborted, whichever comes first. */
  wait(conversation: string, ms: number, signal: AbortSignal): Promise<void>;
}

export function createBell(): Bell {
  const waiting = new Map<string, Set<() => void>>();
  return {
    ring(conversation) {
      for (const wake of waiting.get(conversation) ?? []) wake();
    },
    wait(conversation, ms, signal) {
      if (signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const sleepers = waiting.get(conversation) ?? new Set();
        waiting.set(conversation, sleepers);
        const wake = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', wake);
          sleepers.delete(wake);
          if (sleepers.size === 0) waiting.delete(conversation);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        signal.addEventListener('abort', wake);
        sleepers.add(wake);
      });
    },
  };
}
