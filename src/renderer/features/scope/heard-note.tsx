/** Under the grid: which functions are unheard, and the way to plan an interview with somebody of them. */
import type { StakeholderGrid } from '../../../shared/analysis/stakeholder-grid.ts';
import { useReadOnly, useWindow } from '../../data/hooks.ts';
import { LinkButton } from '../../ui/button.tsx';
import { CheckMark } from '../../ui/check-mark.tsx';
import { useCommands } from '../../ui/commands.tsx';
import styles from './heard.module.css';

/** Says who is missing; with nobody in the list it says what to do. */
export function HeardNote({ people, name }: { people: StakeholderGrid; name: (inFunction: string) => string }) {
  const window = useWindow();
  const readOnly = useReadOnly();
  const { functions, owning } = people.unheard;
  const everyone = [...people.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.people)), ...people.nowhere];
  const next =
    everyone.find(({ row, state }) => functions.includes(row.function ?? '') && state === 'unplanned') ??
    everyone.find(({ state }) => state === 'unplanned');
  const plan = (): void =>
    window.go('interviews', null, next === undefined ? null : { entity: 'stakeholder', id: next.row.id });
  const off = readOnly ? 'The file is open for reading only.' : '';
  useCommands([{ id: 'scope.plan', says: 'Plan an interview', group: 'Scope', keys: ['P'], off, run: plan }]);
  if (everyone.length === 0) {
    return readOnly ? null : (
      <p className={styles.note}>Go to a cell and press Enter to add whom to hear: the role is enough.</p>
    );
  }
  return (
    <div className={styles.note}>
      {functions.length > 0 && (
        <p className={styles.unheard}>
          <CheckMark kind="warning" />
          <span>{sayUnheard(functions.map(name), owning.length)}</span>
        </p>
      )}
      <span className={styles.space} />
      {!readOnly && <LinkButton onPress={plan}>Plan an interview</LinkButton>}
    </div>
  );
}

const small = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

function sayUnheard(names: readonly string[], owning: number): string {
  const last = names.at(-1) ?? '';
  if (names.length === 1) return `${last} is unheard${owning === 1 ? ', and owns a priority' : ''}.`;
  const all = `${names.slice(0, -1).join(', ')} and ${last} are unheard`;
  if (owning === 0) return `${all}.`;
  if (owning === names.length) return `${all}, and each of them owns a priority.`;
  return `${all}, and ${small[owning] ?? String(owning)} of them ${owning === 1 ? 'owns' : 'own'} a priority.`;
}
