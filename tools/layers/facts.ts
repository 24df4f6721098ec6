/** Reads from one source file what the rules ask about: imports, exports, texts and uses of names. */
import { Visitor, parseSync } from 'oxc-parser';
import type { Argument, Expression, MemberExpression, Program, Super } from 'oxc-parser';

/** One import, re-export or reference to another module's file, at its line. */
export type Import = {
  readonly specifier: string;
  readonly line: number;
  /** Names taken from the module; `*` stands for all of it. */
  readonly names: readonly string[];
};

/** Something at a line of a file. */
export type Spot = { readonly line: number; readonly text: string };

/** What the rules know of a file. */
export type Facts = {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly defaultExports: readonly number[];
  readonly reexports: readonly number[];
  /** Names that are exported where they are declared, without a doc comment of their own (or, in a file of one export, at its top). */
  readonly undocumented: readonly Spot[];
  /** String literals and the fixed parts of templates. */
  readonly texts: readonly Spot[];
  /** Members as written (`a.b`), calls with their number of arguments (`a.b(1)`), constructions (`new A(0)`). */
  readonly uses: readonly Spot[];
  /** The first syntax error, if any. */
  readonly error?: string;
};

/** Reads the facts of a file; `path` is relative to the project with forward slashes. */
export function parseFacts(path: string, text: string): Facts {
  const result = parseSync(path, text);
  const lineOf = lineFinder(text);
  const { program, module } = result;
  const uses: Spot[] = [];
  const texts: Spot[] = [];
  const references: Import[] = [];
  new Visitor({
    Literal(node) {
      if (typeof node.value === 'string') texts.push({ line: lineOf(node.start), text: node.value });
    },
    TemplateLiteral(node) {
      const fixed = node.quasis.map((part) => part.value.cooked ?? part.value.raw).join('${}');
      texts.push({ line: lineOf(node.start), text: fixed });
    },
    MemberExpression(node) {
      uses.push({ line: lineOf(node.start), text: dotted(node) });
    },
    CallExpression(node) {
      const callee = dotted(node.callee);
      uses.push({ line: lineOf(node.start), text: `${callee}(${node.arguments.length})` });
      if (callee === 'import.meta.resolve') refer(node.arguments[0], node.start);
    },
    NewExpression(node) {
      const callee = dotted(node.callee);
      uses.push({ line: lineOf(node.start), text: `new ${callee}(${node.arguments.length})` });
      if (callee === 'URL' && node.arguments.length === 2) refer(node.arguments[0], node.start);
    },
  }).visit(program);

  // A file named by `new URL('./x.ts', import.meta.url)` or `import.meta.resolve('./x.ts')` is started, not imported, yet used.
  function refer(argument: Argument | undefined, start: number): void {
    if (argument?.type !== 'Literal' || typeof argument.value !== 'string' || !argument.value.startsWith('.')) return;
    references.push({ specifier: argument.value, line: lineOf(start), names: [] });
  }

  const entries = module.staticExports.flatMap((statement) => statement.entries);
  const reexported = entries.filter((entry) => entry.moduleRequest !== null);
  const error = result.errors[0]?.message;
  return {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: [
      ...module.staticImports.map(({ moduleRequest, entries: taken, start }) => ({
        specifier: moduleRequest.value,
        line: lineOf(start),
        names: taken.map((entry) => (String(entry.importName.kind) === 'Name' ? (entry.importName.name ?? '*') : '*')),
      })),
      ...reexported.map(({ moduleRequest, importName, start }) => ({
        specifier: moduleRequest?.value ?? '',
        line: lineOf(start),
        names: [importName.name ?? '*'],
      })),
      ...module.dynamicImports.map(({ moduleRequest, start }) => ({
        specifier: text.slice(moduleRequest.start, moduleRequest.end).replaceAll(/^['"`]|['"`]$/g, ''),
        line: lineOf(start),
        names: ['*'],
      })),
      ...references,
    ],
    defaultExports: entries
      .filter(({ exportName }) => String(exportName.kind) === 'Default' || exportName.name === 'default')
      .map(({ start }) => lineOf(start)),
    reexports: reexported.map(({ start }) => lineOf(start)),
    undocumented: findUndocumented(program, text, result.comments, lineOf),
    texts,
    uses,
    ...(error === undefined ? {} : { error }),
  };
}

function findUndocumented(
  program: Program,
  text: string,
  comments: readonly { readonly value: string; readonly end: number }[],
  lineOf: (offset: number) => number,
): Spot[] {
  const documented = comments.filter(({ value }) => value.startsWith('*')).map(({ end }) => end);
  const exported = program.body
    .filter((node) => node.type === 'ExportNamedDeclaration')
    .filter((node) => node.declaration);
  // In a file about one thing, the sentence at its top is the sentence of that thing.
  if (exported.length === 1 && documented.some((end) => end <= (program.body[0]?.start ?? 0))) return [];
  const seen = new Set<string>();
  const found: Spot[] = [];
  let covered = -1;
  for (const node of exported) {
    if (!node.declaration) continue;
    const name = nameOf(node.declaration, text);
    // One sentence covers a block of lines; only the first of a function's overloads needs one.
    const follows = lineOf(node.start) === covered + 1;
    if (
      follows ||
      seen.has(name) ||
      documented.some((end) => end <= node.start && text.slice(end, node.start).trim() === '')
    ) {
      covered = lineOf(node.end);
    } else {
      found.push({ line: lineOf(node.start), text: name });
    }
    seen.add(name);
  }
  return found;
}

function nameOf(declaration: { readonly start: number; readonly end: number }, text: string): string {
  const start = text.slice(declaration.start, declaration.end);
  return (
    /^(?:(?:declare|abstract|async|const|let|function|class|type|interface)\s*\*?\s+)*([\w$]+)/.exec(start)?.[1] ??
    'this'
  );
}

// `a.b['c']` as `a.b.c`; whatever is not a plain name becomes `?`, so that `open().exec` reads `?.exec`.
function dotted(node: Expression | Super): string {
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'MetaProperty':
      return `${node.meta.name}.${node.property.name}`;
    case 'ChainExpression':
    case 'ParenthesizedExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
      return dotted(node.expression);
    case 'MemberExpression':
      return `${dotted(node.object)}.${memberName(node)}`;
    default:
      return '?';
  }
}

function memberName({ computed, property }: MemberExpression): string {
  if (!computed) return 'name' in property ? property.name : '?';
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : '?';
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
