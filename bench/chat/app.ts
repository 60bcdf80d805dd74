import { once } from 'node:events';
import { join } from 'node:path';
import { type Child, startChild } from '../child.ts';
import { type Memory, rounded } from '../measure.ts';
import type { ChatPlan } from '../plan.ts';
import type { Load, Served } from './load.ts';
import type { Answers, Question } from './probe.ts';

/** An app of a chat's, with the probe in it. */
export interface App extends Child {
  ask<Q extends Question>(question: Q): Promise<Answers[Q]>;
}

/** What an app does when events come at a rate, or as fast as it can. */
export interface Measured extends Served {
  /** The app's processor time an event, all its threads. */
  cpuMs: number;
  /** PostgreSQL's; absent where it has none or the system does not tell. */
  postgresMs?: number;
  /** Of one core, the share the app had. */
  busy: number;
}

export interface AppFigures {
  steady: Measured;
  full: Measured;
  memory: { atRest: Memory; after: Memory };
}

/** Starts an app on its core. */
export async function startApp(file: string, env: Record<string, string>, core?: string): Promise<App> {
  const probed = ['--import', join(import.meta.dirname, 'probe.ts'), file];
  const child = await startChild(probed, { env, ...(core && { cores: core }) });
  return {
    ...child,
    async ask(question) {
      const answer = once(child.process, 'message');
      child.process.send(question);
      return (await answer)[0];
    },
  };
}

/** At the rate, and as fast as it can, after a warm-up. */
export async function measureApp(
  app: App,
  load: Load,
  plan: ChatPlan,
  postgresCpuMs: () => number | undefined = () => undefined,
): Promise<AppFigures> {
  async function measured(events: number, run: () => Promise<Served>): Promise<Measured> {
    const [began, cpu, postgres] = [performance.now(), await app.ask('cpu'), postgresCpuMs()];
    const served = await run();
    const [took, used, usedThere] = [performance.now() - began, (await app.ask('cpu')) - cpu, postgresCpuMs()];
    const there = postgres !== undefined && usedThere !== undefined ? usedThere - postgres : undefined;
    return {
      ...served,
      cpuMs: rounded(used / events),
      ...(there !== undefined && { postgresMs: rounded(there / events) }),
      busy: rounded(used / took),
    };
  }
  await load.full(plan.warmUp, plan.atOnce);
  const atRest = await app.ask('memory');
  const steady = await measured(plan.steady, () => load.steady(plan.steady, plan.perSecond));
  const full = await measured(plan.full, () => load.full(plan.full, plan.atOnce));
  return { steady, full, memory: { atRest, after: await app.ask('memory') } };
}

/** Where the app's processor time goes, milliseconds an event. */
export async function stepsOf(app: App, load: Load, plan: ChatPlan): Promise<Record<string, number>> {
  await app.ask('profile');
  await load.steady(plan.profiled, plan.perSecond);
  const steps = Object.entries(await app.ask('breakdown'));
  return Object.fromEntries(steps.map(([step, ms]) => [step, rounded(ms / plan.profiled)]));
}
