import type { Profiler } from 'node:inspector';

/** Milliseconds by step, of work alone; what runs outside JavaScript is `native`. */
export function breakdown({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Record<string, number> {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const stepOf = new Map<number, string>();

  /** From the innermost frame outwards: the first of our own that is of a step, else the first of a library. */
  function find(id: number): string {
    const stack: string[] = [];
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const { url, functionName } = byId.get(at)!.callFrame;
      stack.push(`${url} ${functionName}`);
    }
    for (const steps of [OURS, LIBRARIES, NODE]) {
      for (const frame of stack) {
        const step = steps.find(([, part]) => part.test(frame));
        if (step) return step[0];
      }
    }
    return 'other';
  }

  const spent = new Map<string, number>();
  for (const [at, id] of samples.entries()) {
    const step = stepOf.get(id) ?? find(id);
    stepOf.set(id, step);
    spent.set(step, (spent.get(step) ?? 0) + (timeDeltas[at] ?? 0) / 1000);
  }
  for (const step of NOT_WORK) spent.delete(step);
  return Object.fromEntries([...spent].sort(([, a], [, b]) => b - a));
}

type Steps = readonly [step: string, of: RegExp][];

/** By file, and function where a file has several steps. Files that serve all steps (lib, SQL) are of their callers. */
const OURS: Steps = [
  ['verify', /receive\/verify\.ts/],
  ['authenticate', /receive\/authenticate\.ts/],
  ['receive', /src\/(http\/|channels\/(slack|teams)\/receive\/)/],
  ['take in', /conversation\/(service|event)\.ts (receive|kept|withoutCards|withoutCode|cleanText|textContent)/],
  ['inbox insert', /db\/conversation-store\.ts accept/],
  ['turn end', /db\/turn-end\.ts|conversation\/(turn|bind)\.ts (finish|end|bind)/],
  ['load the state', /db\/conversation-store\.ts/],
  ['recognise', /portal\/(identity|principal)/],
  ['understand', /src\/understanding\//],
  ['portal', /src\/(portal|documents|gateways)\/|db\/prisma\.ts/],
  [
    'render',
    /channels\/((slack|teams)\/)?(render|fields|table|text|escape|buttons|actions|assert|form|split|rows|plain|limits|check)\.ts/,
  ],
  ['send', /channels\/(slack|teams)\/send\/|conversation\/(sender|outbox)\.ts|db\/outbox-store\.ts/],
  ['dialog', /dialogs\/|src\/(kit|conversation)\//],
  ['background', /src\/jobs\//],
];

const LIBRARIES: Steps = [
  ['authenticate', /node_modules\/(botframework-connector|jsonwebtoken|jws|jwa|openid|rsa-pem)/],
  ['receive', /node_modules\/botbuilder/],
  ['receive', /@slack\/bolt|node_modules\/(restify|raw-body)|node:_http_server/],
  ['send', /@slack\/web-api|node_modules\/axios|node:_http_(client|agent)|undici/],
  ['portal', /@prisma/],
  ['background', /pg-boss/],
  ['database client', /node_modules\/pg/],
];

const NOT_WORK = ['idle', 'probe'];

const NODE: Steps = [
  ['idle', /\(idle\)/],
  ['probe', /node:inspector/], // Starting to take samples is itself a sample of a fifth of a second.
  ['garbage collection', /\(garbage collector\)/],
  ['native', /\(program\)/],
  ['Node: sockets, timers, promises', /node:/],
];
