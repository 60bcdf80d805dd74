import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { z } from 'zod';
import { INTENTS, type IntentName } from '../../kit/contract.ts';
import { learn, type Model } from './model.ts';
import { type PhraseFile, phrasesOf } from './phrases.ts';

const head = z.object({
  labels: z.array(z.enum(Object.keys(INTENTS) as [keyof typeof INTENTS, ...(keyof typeof INTENTS)[]])),
  temperature: z.number(),
  thresholds: z.object({ act: z.number(), actOnChange: z.number(), ask: z.number() }),
  features: z.number(),
  words: z.number(),
  known: z.number(),
  languages: z.number(),
});

/** Sources that may change what is learnt: not the language model's, the help's and the evaluation's. */
const LEARNS = /^(?!proposal\b|help\b|learning\b|evaluat)[\w/-]+\.ts$/;

/** The hash of the phrases and of the engine's own sources: a model of other phrases or an older engine is not read. */
async function modelKey(files: readonly PhraseFile[]): Promise<string> {
  const engine = join(import.meta.dirname, '..');
  const sources = (await readdir(engine, { recursive: true })).filter((name) => LEARNS.test(name)).sort();
  const key = createHash('sha256').update(JSON.stringify(files));
  for (const name of sources) key.update(name).update(await readFile(join(engine, name)));
  return key.digest('hex').slice(0, 32);
}

const bytes = (array: Float32Array | Uint32Array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength);

/** One binary file: the length of the head, the head as JSON padded to four bytes, then the arrays, then a checksum. */
export function encode(model: Model): Buffer {
  const { labels, temperature, thresholds, vocabulary, words, known, intents, language } = model;
  const sizes = { features: vocabulary.index.size, words: words.size, known: known.size, languages: language.classes };
  const json = JSON.stringify({ labels, temperature, thresholds, ...sizes });
  const padded = Buffer.from(json.padEnd(Math.ceil(Buffer.byteLength(json) / 4) * 4));
  const body = Buffer.concat([
    bytes(Uint32Array.of(padded.length)),
    padded,
    bytes(Uint32Array.from(vocabulary.index.keys())),
    bytes(vocabulary.idf),
    bytes(Uint32Array.from(words)),
    bytes(Uint32Array.from(known)),
    ...[intents, language].flatMap(({ bias, weights }) => [bytes(bias), bytes(weights)]),
  ]);
  return Buffer.concat([body, checksum(body)]);
}

const CHECKSUM = 20;
const checksum = (body: Buffer): Buffer => createHash('sha1').update(body).digest();

/** The model in a file written by `encode`; undefined for anything else: a torn or foreign file is learnt again. */
function decode(file: Buffer): Model | undefined {
  const body = file.subarray(0, -CHECKSUM);
  if (file.length < CHECKSUM + 8 || !checksum(body).equals(file.subarray(-CHECKSUM))) return undefined;
  const buffer = new Uint8Array(body).buffer;
  const headLength = new Uint32Array(buffer, 0, 1)[0]!;
  const { labels, temperature, thresholds, ...size } = head.parse(JSON.parse(body.toString('utf8', 4, 4 + headLength)));
  let at = 4 + headLength;
  const take = <T>(Kind: new (buffer: ArrayBuffer, at: number, length: number) => T, length: number): T => {
    const array = new Kind(buffer, at, length);
    at += 4 * length;
    return array;
  };
  const keys = take(Uint32Array, size.features);
  const idf = take(Float32Array, size.features);
  const words = new Set(take(Uint32Array, size.words));
  const known = new Set(take(Uint32Array, size.known));
  const regression = (classes: number) => ({
    classes,
    bias: take(Float32Array, classes),
    weights: take(Float32Array, classes * size.features),
  });
  const vocabulary = { idf, index: new Map(Array.from(keys, (key, place) => [key, place] as const)) };
  const [intents, language] = [regression(labels.length), regression(size.languages)];
  return {
    labels: labels satisfies IntentName[],
    temperature,
    thresholds,
    vocabulary,
    words,
    known,
    intents,
    language,
  };
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The model of these files' phrases: read from `cacheDir` where it stands there, else learnt and put there. */
export async function modelOf(files: readonly PhraseFile[], cacheDir: string | undefined): Promise<Model> {
  if (cacheDir === undefined) return learn(phrasesOf(files));
  const path = join(cacheDir, `understanding-${await modelKey(files)}.bin`);
  const file = await readIfThere(path);
  const known = file && decode(file);
  if (known) return known;
  const model = learn(phrasesOf(files));
  await mkdir(cacheDir, { recursive: true });
  const own = `${path}.${process.pid}-${threadId}`;
  await writeFile(own, encode(model));
  await rename(own, path);
  return model;
}
