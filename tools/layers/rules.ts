/**
 * The rules of the architecture as data: who may import what, who owns which library, which words are banned.
 * In every pattern `*` stands for one folder or file name, and a folder stands for all that is in it.
 */

/** A part of the tree and what it may import besides itself. The first zone whose path fits a file is the file's zone. */
export type Zone = {
  readonly path: string;
  /** The number of the rule in the architecture's list that this line enforces. */
  readonly rule: number;
  /** Our own files that it may import. */
  readonly may: readonly string[];
  /** Whether Node's own modules may be imported. */
  readonly node?: true;
};

/** A word of the code that only `except` may use within `within`. */
export type Ban = {
  readonly within: string;
  readonly except: readonly string[];
  readonly why: string;
} & ({ readonly use: RegExp } | { readonly text: RegExp });

const lib = 'src/shared/lib';
const errors = 'src/shared/api/errors.ts';
const model = 'src/shared/model';
const exchange = 'src/shared/model/exchange';
const method = 'src/shared/method';
const analysis = 'src/shared/analysis';
const figures = 'src/shared/figures';
const document = 'src/shared/document';
const api = 'src/shared/api';
const shared = 'src/shared';
const mainLib = 'src/main/lib';
const binding = 'src/main/binding.ts';
const desk = 'src/main/desk.ts';
const localConfig = 'src/main/local-config.ts';
const job = 'src/main/jobs/job.ts';

/** Rules 1 to 5: the layers, from those that know least to those that know most. */
export const zones: readonly Zone[] = [
  { path: lib, rule: 1, may: [] },
  { path: errors, rule: 1, may: [lib] },
  { path: exchange, rule: 1, may: [lib, errors, model, method] },
  { path: model, rule: 1, may: [lib, errors] },
  { path: method, rule: 1, may: [lib, errors, model] },
  { path: analysis, rule: 2, may: [lib, errors, model, method] },
  { path: figures, rule: 2, may: [lib, errors, model, method, analysis] },
  { path: document, rule: 2, may: [lib, errors, model, method, analysis, figures] },
  { path: api, rule: 1, may: [lib, model, method, analysis, figures, document] },
  { path: mainLib, rule: 3, may: [lib, errors], node: true },
  { path: 'src/main/store', rule: 3, may: [lib, errors, model, mainLib], node: true },
  { path: 'src/main/jobs/import', rule: 3, may: [lib, api, model, method, mainLib, job], node: true },
  {
    path: 'src/main/jobs/render',
    rule: 3,
    may: [lib, api, model, method, figures, document, mainLib, job],
    node: true,
  },
  // The child process and its runner: the only place where import and render meet, and never the store.
  { path: 'src/main/jobs', rule: 3, may: [shared, mainLib], node: true },
  {
    path: 'src/main/services',
    rule: 3,
    may: [shared, mainLib, binding, desk, 'src/main/store', 'src/main/jobs/*.ts'],
    node: true,
  },
  { path: binding, rule: 3, may: [shared, desk] },
  {
    path: 'src/main/core.ts',
    rule: 3,
    may: [shared, mainLib, binding, desk, 'src/main/store', 'src/main/jobs/*.ts', 'src/main/services'],
    node: true,
  },
  { path: 'src/main/shells/*', rule: 4, may: ['src/main/core.ts', desk, api, lib, mainLib], node: true },
  // What a shell and the core are to each other: types only.
  { path: desk, rule: 4, may: [lib, api] },
  // Where things lie on this machine: what the entries hand to the core.
  { path: localConfig, rule: 4, may: [lib, mainLib, 'src/main/core.ts', 'src/main/jobs/*.ts'], node: true },
  {
    path: 'src/main/index.ts',
    rule: 4,
    may: ['src/main/shells/electron', 'src/main/core.ts', localConfig],
    node: true,
  },
  {
    path: 'src/main/browser.ts',
    rule: 4,
    may: ['src/main/shells/browser', 'src/main/core.ts', localConfig],
    node: true,
  },
  { path: 'src/main/cli.ts', rule: 4, may: ['src/main/shells/cli', 'src/main/core.ts', localConfig], node: true },
  { path: 'src/preload/index.ts', rule: 4, may: [] },
  { path: 'src/renderer/ui', rule: 5, may: [lib] },
  { path: 'src/renderer/data', rule: 5, may: [lib, model, method, api] },
  // Pieces with the field's words that several features show: editors of a row's fields, the list of checks.
  { path: 'src/renderer/parts', rule: 5, may: [shared, 'src/renderer/data', 'src/renderer/ui'] },
  {
    path: 'src/renderer/features/*',
    rule: 5,
    may: [shared, 'src/renderer/data', 'src/renderer/ui', 'src/renderer/parts'],
  },
  {
    path: 'src/renderer/app',
    rule: 5,
    may: [shared, 'src/renderer/data', 'src/renderer/ui', 'src/renderer/parts', 'src/renderer/features/*/index.ts'],
  },
  { path: 'src/renderer/main.tsx', rule: 5, may: ['src/renderer/app', 'src/renderer/data'] },
];

/** Rule 6: where each library may be imported. A library that is missing here may be imported nowhere. */
export const owners: Readonly<Record<string, readonly string[]>> = {
  '@fontsource-variable/*': ['src/renderer'],
  '@codemirror/*': ['src/renderer/ui'],
  '@orpc/client': ['src/renderer/data', 'src/main/shells'],
  '@orpc/contract': [api, binding],
  '@orpc/server': [binding, 'src/main/core.ts', 'src/main/services', 'src/main/shells'],
  '@resvg/resvg-js': ['src/main/jobs/render'],
  '@tanstack/*': ['src/renderer'],
  '@tiptap/*': ['src/renderer'],
  '@xyflow/react': ['src/renderer'],
  'better-sqlite3': ['src/main/store'],
  chardet: ['src/main/jobs/import'],
  commander: ['src/main/shells/cli'],
  'csv-parse': ['src/main/jobs/import'],
  'd3-*': [figures],
  docx: ['src/main/jobs/render'],
  'drizzle-orm': ['src/main/store'],
  electron: ['src/main/shells/electron', 'src/preload'],
  exceljs: ['src/main/jobs/render'],
  fflate: ['src/main/jobs'],
  fontkit: ['src/main/jobs/render'],
  'iconv-lite': ['src/main/jobs/import'],
  'lucide-react': ['src/renderer'],
  mammoth: ['src/main/jobs/import'],
  parse5: ['src/main/jobs/import'],
  react: ['src/renderer'],
  'react-dom': ['src/renderer'],
  saxes: ['src/main/jobs/import'],
  'snowball-stemmers': [analysis],
  unpdf: ['src/main/jobs/import'],
  yaml: ['src/main/services'],
  zod: [shared, 'src/main', 'src/renderer/data'],
  zustand: ['src/renderer'],
  // Node's own: nothing leaves the laptop, and what parses foreign bytes runs in a child process.
  'node:child_process': ['src/main/jobs', 'src/main/shells'],
  'node:dgram': [],
  'node:dns': [],
  'node:http': ['src/main/shells/browser'],
  'node:http2': [],
  'node:https': [],
  'node:inspector': [],
  'node:net': ['src/main/shells/browser'],
  'node:sqlite': [],
  'node:tls': [],
  'node:vm': [],
};

/** Files that are started rather than imported; whatever none of them reaches is an orphan. */
export const entries: readonly string[] = [
  'src/main/index.ts',
  'src/main/browser.ts',
  'src/main/cli.ts',
  'src/main/jobs/entry.ts',
  'src/preload/index.ts',
  'src/renderer/main.tsx',
  'src/renderer/data/strict-policy.ts',
  'tools/*.ts',
  'bench/index.ts',
];

/** The only files that may pass on another file's exports. */
export const indexes: readonly string[] = [
  'src/shared/model/index.ts',
  'src/shared/method/index.ts',
  'src/renderer/features/*/index.ts',
];

/** The most lines that a file may have; the first pattern that fits counts, `Infinity` exempts data and generated files. */
export const lineLimits: readonly (readonly [pattern: string, lines: number])[] = [
  ['src/preload', 60],
  ['src/shared/document/paper/style-table.ts', Infinity],
  ['src/main/store/migrations', Infinity],
  ['tests/support/fennmark-document.ts', Infinity],
  ['tests/shared/analysis/readiness-faults.ts', Infinity],
  ['*', 300],
];

/** Functions of node:fs that write. Everything else writes through the one that replaces a file in one step. */
export const fileWriters: ReadonlySet<string> = new Set(
  [
    'appendFile',
    'copyFile',
    'cp',
    'fchmod',
    'ftruncate',
    'futimes',
    'link',
    'open',
    'rename',
    'symlink',
    'truncate',
    'write',
    'writeFile',
    'writev',
  ]
    .flatMap((name) => [name, `${name}Sync`])
    .concat('createWriteStream', 'promises', '*'),
);

/**
 * Where files are written: the store, with the module that replaces a file in one step. The browser shell writes the page
 * that hands a window its code, which holds nothing of a client and is gone after its use.
 */
export const writers: readonly string[] = ['src/main/store', 'src/main/shells/browser/runtime-folder.ts'];

const driver = 'it opens the database to code or leaks it unencrypted';
const pure = 'shared code is handed the time, ids and chance, so that it gives the same answer twice';
const locale = 'shared code names its locale and zone, so that every machine gives the same answer';

/** Banned words. `use` matches code as written (`a.b`, `a.b(1)`, `new A(0)`), `text` matches string literals. */
export const bans: readonly Ban[] = [
  { within: 'src', except: [], use: /\.(unsafeMode|loadExtension)\b/, why: driver },
  { within: 'src', except: [], use: /\.serialize\(/, why: driver },
  { within: 'src/main', except: [], use: /(?<!^z)\.function\(/, why: driver },
  { within: 'src', except: [], text: /\bATTACH\s/, why: driver },
  {
    within: 'src',
    except: [],
    text: /journal_mode\s*[=(]\s*['"]?wal/i,
    why: 'WAL loses acknowledged edits when the power fails',
  },
  {
    within: 'src',
    except: ['src/main/store'],
    text: /^\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s|(CREATE|ALTER|DROP)\s+(TABLE|INDEX|VIEW|TRIGGER)\s|PRAGMA\s|VACUUM\b|BEGIN\b|COMMIT\b)/,
    why: 'SQL is written in src/main/store only',
  },
  { within: shared, except: [], use: /^(Date\.now\b|new Date\(0\)|Date\(\d\)|Temporal\.Now\b)/, why: pure },
  { within: shared, except: [], use: /^(globalThis\.)?(Math\.random\b|crypto\.|performance\.)/, why: pure },
  { within: shared, except: [], use: /\.(toLocale\w+\(0\)|localeCompare\(1\))/, why: locale },
  { within: shared, except: [], use: /^(new )?Intl\.\w+\(0\)/, why: locale },
  {
    within: shared,
    except: [],
    use: /\.(get|set)(FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)\(/,
    why: locale,
  },
];
