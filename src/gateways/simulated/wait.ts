/** Answers held back: each is given after its time, or when all are released. */
export function lateAnswers(): { wait(ms: number | undefined): Promise<void>; release(): void } {
  const held = new Set<() => void>();
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        const timer = ms === undefined ? undefined : setTimeout(answer, ms);
        function answer() {
          clearTimeout(timer);
          held.delete(answer);
          resolve();
        }
        held.add(answer);
      }),
    release() {
      for (const answer of [...held]) answer();
    },
  };
}
