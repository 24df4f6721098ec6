/** `npm run check`: format, types, lint, layers, dead code and unit tests; `--all` adds the slow tests. Installs nothing. */
import { availableParallelism } from 'node:os';
import { runSteps, steps, summary } from './steps.ts';

const all = process.argv.includes('--all');
const chosen = steps.filter((step) => all || !step.slow);
const count = await runSteps(chosen, Math.min(2, availableParallelism()), (line) => {
  console.log(line);
});
process.exitCode = count.failed === 0 ? 0 : 1;
console.log(summary(count));
