/** The requests under way, so that stopping can hurry and await them. */
export interface InFlight {
  /** Whether the service is stopping: answers then end their connection. */
  stopping(): boolean;
  add(request: AbortController): void;
  remove(request: AbortController): void;
  /** Aborts every request's signal, of those to come too. */
  stop(): void;
  /** Resolves when none is left. */
  none(): Promise<void>;
}

export function inFlight(): InFlight {
  const open = new Set<AbortController>();
  let stopping = false;
  let waiting: (() => void)[] = [];
  return {
    stopping: () => stopping,
    add(request) {
      open.add(request);
      if (stopping) request.abort();
    },
    remove(request) {
      open.delete(request);
      if (open.size > 0) return;
      for (const resolve of waiting) resolve();
      waiting = [];
    },
    stop() {
      stopping = true;
      for (const request of open) request.abort();
    },
    none: () => (open.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
