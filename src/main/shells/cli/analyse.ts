/** The command that prints every figure of the method. */
import type { Figures } from '../../../shared/api/analysis.ts';
import { openFile } from './file-commands.ts';
import { need, print } from './output.ts';
import type { Shell } from './shell.ts';

/** `analyse`: with --json every figure as one object, else those that are read first. */
export async function analyseCommand(shell: Shell, path: string, options: { today?: string }): Promise<number> {
  const { core, streams, json } = shell;
  const { file } = await openFile(shell, path);
  const today = options.today === undefined ? {} : { today: options.today };
  const figures = need(await core.client.analysis.analyse({ file, ...today }));
  print(streams, json, figures, json ? [] : describeFigures(figures));
  return 0;
}

function describeFigures(figures: Figures): string[] {
  const { coverage, patterns, playback, elements, constraint, routing, readiness, drift } = figures;
  const rated = patterns.filter((one) => one.severity !== null);
  const blockers = readiness.filter((finding) => finding.severity === 'blocker').length;
  return [
    'Coverage of the open work',
    ...Object.entries(coverage.classes).map(([name, one]) => `  ${share(one.share)}  ${name} (${one.count} items)`),
    'Patterns, by rank',
    ...rated.map((one) => `  ${share(one.severity)}  ${one.pattern.name} (confidence ${one.confidence})`),
    'Recall of the decisions',
    ...playback.decisions.map(
      (one) => `  ${share(one.recall)}  ${one.decision.label} ${one.decision.title} (${one.n} people)`,
    ),
    'Elements',
    ...elements.elements.map((one) => `  ${share(one.value)}  ${one.element} (${one.n} people)`),
    constraint.candidate === null
      ? 'Constraint: no step has demand and capacity'
      : `Constraint: ${constraint.candidate.step.name}, ${share(constraint.candidate.utilisation).trim()} % of its capacity${constraint.confirmed === null ? ' (not confirmed)' : ''}`,
    `Routing: ${routing.recommendation ?? 'nothing yet, as figures are missing'}`,
    `Readiness: ${blockers} blocker(s), ${readiness.length - blockers} other finding(s)`,
    `Drift: ${drift.value === null ? 'nothing to count yet' : share(drift.value).trim()}`,
    'Add --json for every figure with the inputs that made it.',
  ];
}

function share(value: number | null): string {
  return value === null ? 'no data' : value.toFixed(0).padStart(7);
}
