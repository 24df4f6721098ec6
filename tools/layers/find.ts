/** Checks a tree of source files against the rules. Pure: the files are handed in, so that a test can plant violations. */
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { parseFacts, type Facts, type Import } from './facts.ts';
import { findCycles, findReachable, type Graph } from './graph.ts';
import { bans, entries, fileWriters, indexes, lineLimits, owners, writers, zones, type Zone } from './rules.ts';

/** A broken rule at its place. `rule` is the number in the architecture's list or the name of a rule beside it. */
export type Violation = {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
};

/** Finds every violation in the files (path relative to the project with forward slashes, and text). */
export function findViolations(files: ReadonlyMap<string, string>): Violation[] {
  const facts = [...files].map(([path, text]) => parseFacts(path, text));
  const graph = buildGraph(facts, files);
  const product = facts.filter(({ path }) => path.startsWith('src/'));
  return [
    ...facts.flatMap(checkShape),
    ...product.flatMap((file) => [
      ...checkFile(file),
      ...file.imports.flatMap((item) => checkImport(file, item, files)),
    ]),
    ...checkGraph(graph, product),
  ].toSorted((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}

/** A violation as one line that names file, line and rule. */
export function describeViolation({ path, line, rule, message }: Violation): string {
  return `${path}:${line} [${rule}] ${message}`;
}

// What holds for tests and tools as well.
function checkShape(file: Facts): Violation[] {
  const limit = lineLimits.find(([pattern]) => pattern === '*' || fits(file.path, pattern))?.[1] ?? Infinity;
  return [
    ...(file.error === undefined ? [] : [at(file, 1, 'syntax', file.error)]),
    ...(file.lines > limit
      ? [at(file, limit + 1, 'length', `has ${file.lines} lines; at most ${limit} are allowed here`)]
      : []),
  ];
}

function checkFile(file: Facts): Violation[] {
  const { path } = file;
  const mayPassOn = indexes.some((pattern) => fits(path, pattern));
  return [
    ...(zoneOf(path) ? [] : [at(file, 1, 'rule 7', 'belongs to no layer; name its layer in tools/layers/rules.ts')]),
    ...file.defaultExports.map((line) => at(file, line, 'rule 7', 'has a default export; export it by name')),
    ...(mayPassOn
      ? []
      : file.reexports.map((line) =>
          at(file, line, 'rule 7', "passes on another file's export; import it from its own file"),
        )),
    ...file.undocumented.map(({ line, text }) =>
      at(file, line, 'comment', `exports ${text} without a sentence (/** … */) that says what it is`),
    ),
    ...bans.flatMap((ban) => {
      if (!fits(path, ban.within) || ban.except.some((pattern) => fits(path, pattern))) return [];
      const hits =
        'use' in ban
          ? file.uses.filter(({ text }) => ban.use.test(text))
          : file.texts.filter(({ text }) => ban.text.test(text));
      return hits.map(({ line, text }) => at(file, line, 'banned', `${shorten(text)}: ${ban.why}`));
    }),
  ];
}

function checkImport(file: Facts, item: Import, files: ReadonlyMap<string, string>): Violation[] {
  if (item.specifier.startsWith('.')) return checkOwn(file, item, files);
  const zone = zoneOf(file.path);
  const builtin = isBuiltin(item.specifier);
  const name = builtin ? `node:${item.specifier.replace(/^node:/, '').split('/')[0]}` : packageOf(item.specifier);
  const found: Violation[] = [];
  if (builtin && zone && !zone.node) {
    found.push(at(file, item.line, `rule ${zone.rule}`, `imports ${name}; ${zone.path} runs without Node`));
  }
  const owner = Object.entries(owners).find(([pattern]) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );
  const allowed = owner?.[1] ?? (builtin ? ['src'] : []);
  if (!allowed.some((pattern) => fits(file.path, pattern))) {
    const where = owner ? `only ${owner[1].join(', ') || 'nobody'} may` : 'name its owner in tools/layers/rules.ts';
    found.push(at(file, item.line, 'rule 6', `imports ${name}; ${where}`));
  }
  const written = name === 'node:fs' ? item.names.filter((taken) => fileWriters.has(taken)) : [];
  if (written.length > 0 && !writers.some((pattern) => fits(file.path, pattern))) {
    found.push(
      at(
        file,
        item.line,
        'writes',
        `imports ${written.join(', ')} of node:fs; only ${writers.join(', ')} may write files`,
      ),
    );
  }
  return found;
}

function checkOwn(file: Facts, item: Import, files: ReadonlyMap<string, string>): Violation[] {
  const target = resolve(file.path, item.specifier);
  const zone = zoneOf(file.path);
  if (/\.[mc]?[jt]sx?$/.test(target) ? !files.has(target) : !posix.extname(target)) {
    return [
      at(file, item.line, 'rule 7', `imports ${item.specifier}, which is no file; write its name with its ending`),
    ];
  }
  if (!zone) return [];
  const allowed = [ownPart(file.path, zone), ...zone.may];
  if (allowed.some((pattern) => fits(target, pattern))) return [];
  const may = zone.may.length > 0 ? zone.may.join(', ') : 'nothing else of ours';
  return [at(file, item.line, `rule ${zone.rule}`, `imports ${target}; ${zone.path} may import ${may}`)];
}

function checkGraph(graph: Graph, product: readonly Facts[]): Violation[] {
  const starts = [...graph.keys()].filter((path) => entries.some((pattern) => fits(path, pattern)));
  const reached = findReachable(graph, starts);
  return [
    ...findCycles(graph).map((cycle) => ({
      path: cycle[0] ?? '',
      line: 1,
      rule: 'rule 7',
      message: `is part of a cycle: ${[...cycle, cycle[0]].join(' -> ')}`,
    })),
    ...product
      .filter(({ path }) => !reached.has(path) && !path.endsWith('.d.ts'))
      .map((file) => at(file, 1, 'rule 7', 'is an orphan: no entry reaches it; use it or delete it')),
  ];
}

function buildGraph(facts: readonly Facts[], files: ReadonlyMap<string, string>): Graph {
  return new Map(
    facts.map(({ path, imports }) => [
      path,
      imports
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier }) => resolve(path, specifier))
        .filter((target) => files.has(target)),
    ]),
  );
}

function zoneOf(path: string): Zone | undefined {
  return zones.find((zone) => fits(path, zone.path));
}

// The part of the tree that a zone's pattern stands for at this file: shells/* is shells/cli for a file of the command line.
function ownPart(path: string, zone: Zone): string {
  return path.split('/').slice(0, zone.path.split('/').length).join('/');
}

function fits(path: string, pattern: string): boolean {
  const parts = path.split('/');
  const wanted = pattern.split('/');
  return wanted.length <= parts.length && wanted.every((part, index) => fitsPart(parts[index] ?? '', part));
}

function fitsPart(part: string, pattern: string): boolean {
  if (!pattern.includes('*')) return part === pattern;
  const [before = '', after = ''] = pattern.split('*');
  return part.length >= before.length + after.length && part.startsWith(before) && part.endsWith(after);
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function resolve(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

function at(file: Facts, line: number, rule: string, message: string): Violation {
  return { path: file.path, line, rule, message };
}
