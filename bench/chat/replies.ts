import type { ChildProcess } from 'node:child_process';

/** A message that arrived: where, and when by the machine's clock. */
export type Arrival = [channel: string, at: number];

/** No reply in all this time: what is waited for now has been lost. */
const LOST_MS = 30_000;

/** Waits for what arrives at the platform: the nth message in a channel is the reply to the nth event from it. */
export function replies(platform: ChildProcess) {
  const waiting = new Map<string, ((at: number | undefined) => void)[]>();
  let unasked = 0;
  let lost = 0;

  /** Gives up what waits, so that a run ends and says what is missing. */
  const giveUp = () => {
    for (const takers of waiting.values()) {
      lost += takers.length;
      for (const take of takers) take(undefined);
    }
    waiting.clear();
  };
  const silence = setTimeout(giveUp, LOST_MS).unref();

  platform.on('message', ([channel, at]: Arrival) => {
    silence.refresh();
    const takers = waiting.get(channel);
    const take = takers?.shift();
    if (takers?.length === 0) waiting.delete(channel);
    if (take) take(at);
    else unasked += 1;
  });

  return {
    /** Resolves with when the next reply in the channel arrived; undefined: it did not. */
    next(channel: string): Promise<number | undefined> {
      silence.refresh();
      return new Promise((resolve) => waiting.set(channel, [...(waiting.get(channel) ?? []), resolve]));
    },
    lost: () => lost,
    /** Messages nobody waited for: second answers. */
    unasked: () => unasked,
  };
}

export type Replies = ReturnType<typeof replies>;
