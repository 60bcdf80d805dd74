import type { Registry } from './operation.ts';

/** Every operation a person can ask the portal for, by module. Adding one is a line here. */
export const operations = {} as const satisfies Registry;
