/** The layers check: reads our source files, says every violation of the architecture's rules, and fails if there is one. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeViolation, findViolations } from './layers/find.ts';

const root = join(import.meta.dirname, '..');
const paths = globSync('{src,tools,tests,bench}/**/*.{ts,tsx,mjs}', { cwd: root }).map((path) =>
  path.replaceAll('\\', '/'),
);
const files = new Map(paths.toSorted().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
const violations = findViolations(files);
for (const violation of violations) console.log(describeViolation(violation));
console.log(`${files.size} files, ${violations.length} violations of the architecture's rules`);
process.exitCode = violations.length === 0 ? 0 : 1;
