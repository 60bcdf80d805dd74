/**
 * Loaded before an app that is measured (`node --import`): answers its parent's questions about the process. It keeps no
 * process alive and does nothing between questions.
 */
import { type Session as Inspector, Session } from 'node:inspector/promises';
import { cpuMs, type Memory, memory } from '../measure.ts';
import { breakdown } from './breakdown.ts';

export type Question = 'cpu' | 'memory' | 'profile' | 'breakdown';
export interface Answers {
  /** Processor time so far, in milliseconds, all threads. */
  cpu: number;
  memory: Memory;
  /** Starts taking samples. */
  profile: 'started';
  /** Stops, and says where the time went: milliseconds by step. */
  breakdown: Record<string, number>;
}

const SAMPLE_MICROSECONDS = 500;
let inspector: Inspector | undefined;

const ANSWERS: { [Q in Question]: () => Answers[Q] | Promise<Answers[Q]> } = {
  cpu: cpuMs,
  memory,
  async profile() {
    inspector = new Session();
    inspector.connect();
    await inspector.post('Profiler.enable');
    await inspector.post('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
    await inspector.post('Profiler.start');
    return 'started' as const;
  },
  async breakdown() {
    const { profile } = await inspector!.post('Profiler.stop');
    inspector!.disconnect();
    return breakdown(profile);
  },
};

process.on('message', async (question: Question) => process.send!(await ANSWERS[question]()));
process.channel?.unref();
