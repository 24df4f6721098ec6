/** The keys of the ratings. */
import type { Indicator } from '../../../shared/method/kit.ts';
import type { KitPattern } from '../../../shared/method/kit-schema.ts';
import { useFile, useKit, useRows } from '../../data/hooks.ts';
import { useCommands } from '../../ui/commands.tsx';
import { usePlace } from './finding.tsx';
import { rateLabel } from './indicator.tsx';
import { ownRating, rate } from './rate.ts';
import { useRater } from './use-rater.ts';

/** What the keys act on. */
export type RatingActions = {
  readonly readOnly: boolean;
  readonly pattern: KitPattern | undefined;
  /** The indicator that digits rate. */
  readonly indicator: Indicator | undefined;
  readonly move: (step: 1 | -1) => void;
  readonly nextIndicator: () => void;
  readonly focusScale: () => void;
  readonly writeRationale: () => void;
  readonly link: () => void;
  readonly why: () => void;
  readonly filter: () => void;
  readonly toList: () => void;
};

const group = 'Patterns';

/** Registers them and draws nothing: a component of its own, so that a rating does not draw the page again. */
export function RatingKeys(actions: RatingActions): null {
  const { indicator, pattern } = actions;
  const file = useFile();
  const kit = useKit();
  const rows = useRows('rating');
  const rater = useRater();
  const place = usePlace();
  const locked = actions.readOnly ? 'The file is open for reading only.' : '';
  const off = locked || (indicator === undefined ? 'There is no indicator to rate.' : '');
  const set = (value: number | null): void => {
    if (indicator === undefined) return;
    const changes = rate(rows, indicator.id, value, rater);
    if (changes.length > 0) void file.edit(rateLabel(indicator.handle, value), changes);
  };
  const value = indicator === undefined ? null : (ownRating(rows, indicator.id, rater)?.value ?? null);
  useCommands([
    {
      id: 'patterns.next',
      says: 'Next pattern',
      short: 'pattern',
      group,
      keys: ['Down'],
      caps: 'Up Down',
      bar: 1,
      keyOnly: true,
      run: () => actions.move(1),
    },
    {
      id: 'patterns.previous',
      says: 'Pattern before',
      group,
      keys: ['Up'],
      keyOnly: true,
      run: () => actions.move(-1),
    },
    {
      id: 'patterns.indicator',
      says: 'Next indicator',
      short: 'indicator',
      group,
      caps: 'Tab',
      bar: 2,
      keyOnly: true,
      run: actions.nextIndicator,
    },
    {
      id: 'patterns.rate',
      says: 'Rate the indicator',
      short: 'rate',
      group,
      caps: '0 – 4',
      bar: 3,
      off,
      run: actions.focusScale,
    },
    ...kit.content.scales.indicator.map(({ value: step, label }) => ({
      id: `patterns.rate.${step}`,
      says: `Rate ${step}, ${label.toLowerCase()}`,
      group,
      keys: [String(step)],
      keyOnly: true as const,
      off,
      run: () => set(step),
    })),
    {
      id: 'patterns.clear',
      says: 'Not assessed',
      short: 'not assessed',
      group,
      keys: ['Backspace'],
      bar: 4,
      off: off || (value === null ? 'It is not assessed.' : ''),
      run: () => set(null),
    },
    {
      id: 'patterns.rationale',
      says: 'Write the rationale',
      short: 'rationale',
      group,
      keys: ['R'],
      bar: 5,
      off,
      run: actions.writeRationale,
    },
    {
      id: 'patterns.link',
      says: 'Link evidence',
      short: 'link evidence',
      group,
      keys: ['E'],
      bar: 6,
      off,
      run: actions.link,
    },
    {
      id: 'patterns.why',
      says: 'Why this number',
      group,
      keys: ['Y'],
      bar: 8,
      off: rater.second === true ? 'A second reader does not see the number yet.' : '',
      run: actions.why,
    },
    { id: 'patterns.filter', says: 'Filter the patterns', group, keys: ['/'], run: actions.filter },
    { id: 'patterns.list', says: 'Go to the list of patterns', group, keys: ['L'], run: actions.toList },
    ...(['in', 'out', null] as const).map((where) => ({
      id: `patterns.place.${where ?? 'rank'}`,
      says: {
        in: 'Always print this pattern',
        out: 'Never print this pattern',
        rank: 'Print this pattern by its rank',
      }[where ?? 'rank'],
      group,
      off:
        locked ||
        (rater.second === true ? 'A second reader only rates.' : pattern === undefined ? 'No pattern is chosen.' : ''),
      run: () => {
        if (pattern !== undefined) place(pattern, where);
      },
    })),
  ]);
  return null;
}
