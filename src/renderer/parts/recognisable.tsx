/** The mark of a person who would be recognised in spite of the consent that they gave: shown before anything of theirs is used. */
import { useCallback, useMemo } from 'react';
import { assessPeople } from '../../shared/analysis/people.ts';
import { assessRecognisable, type Recognisable } from '../../shared/analysis/recognisable.ts';
import { type Kit, nameIn } from '../../shared/method/kit.ts';
import { useKit, useRows } from '../data/hooks.ts';
import { CheckMark } from '../ui/check-mark.tsx';
import { classNames } from '../ui/class-names.ts';
import { Spoken } from '../ui/spoken.tsx';
import styles from './recognisable.module.css';

/** Tells of a person, by id, whether and why they would be recognised; null for whoever is not, and for nobody. */
export function useRecognisable(): (person: string | null) => Recognisable | null {
  const stakeholder = useRows('stakeholder');
  const participant = useRows('participant');
  const interview = useRows('interview');
  const people = useMemo(
    () => assessPeople({ stakeholder, participant, interview }),
    [stakeholder, participant, interview],
  );
  return useCallback(
    (person) => (person === null ? null : assessRecognisable(people.byId.get(person), people)),
    [people],
  );
}

/**
 * Shows the mark with its words: `short` for a row of a list, `bare` where there is only room for the mark, the whole
 * sentence otherwise. Nothing without a reason.
 */
export function RecognisableMark({
  of,
  short = false,
  bare = false,
}: {
  of: Recognisable | null;
  short?: boolean;
  bare?: boolean;
}) {
  const kit = useKit();
  if (of === null) return null;
  const whole = recognisableSays(of, kit);
  return (
    <span
      className={classNames(styles.mark, short && styles.short)}
      data-why={of.why}
      title={short || bare ? whole : undefined}
    >
      <CheckMark kind={of.why === 'only-one' ? 'warning' : 'advice'} />
      {bare ? <Spoken>{shortSays[of.why]}</Spoken> : <span>{short ? shortSays[of.why] : whole}</span>}
    </span>
  );
}

const shortSays: Readonly<Record<Recognisable['why'], string>> = {
  'only-one': 'recognisable, the only one there',
  few: 'one of few there',
  unplaced: 'protected, place not set',
};

/** What it means, in one or two sentences. */
export function recognisableSays({ why, consent, group }: Recognisable, kit: Kit): string {
  const place = [nameIn(kit.content.functions, group.function), nameIn(kit.content.levels, group.level)]
    .filter(Boolean)
    .join(', ');
  if (why === 'unplaced')
    return 'Function or level is not set, so nobody can tell whether these words would point to the person.';
  if (why === 'few')
    return `One of ${group.people} heard in ${place}. Fewer than three hide nobody, so the document merges that row, and words should not tell more.`;
  return consent === 'anonymous'
    ? `Recognisable: nobody else of ${place} was heard. A quote of this person may not be printed until somebody else there is heard.`
    : `Recognisable: nobody else of ${place} was heard. What is told in the document must not point there.`;
}
