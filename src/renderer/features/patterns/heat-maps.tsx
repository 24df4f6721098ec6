/** The heat maps: how the three elements stand by function and level, beside what is retold and worked on. */
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import type { Figures } from '../../../shared/api/analysis.ts';
import { assessHeardNotShared, type HeardNotShared } from '../../../shared/analysis/heard-not-shared.ts';
import { assessPulse, type Pulse } from '../../../shared/analysis/pulse.ts';
import { type Kit, nameIn } from '../../../shared/method/kit.ts';
import { emptyData } from '../../../shared/model/index.ts';
import { useBackground, useEngagementData, useKit, useRows, useToday, useWindow } from '../../data/hooks.ts';
import { countOf, showNumber } from '../../parts/format.ts';
import { Button } from '../../ui/button.tsx';
import { CheckMark } from '../../ui/check-mark.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { Empty } from '../../ui/states.tsx';
import { HeatAnswers } from './heat-answers.tsx';
import { elementName, functionLines, functionName, heatLevel, levelLines, mergedOutside } from './heat-lines.ts';
import { type HeatChoice, HeatTable } from './heat-table.tsx';
import { listWords } from './why.ts';
import styles from './heat.module.css';

type View = 'inside' | 'outside';

/** Shows the heat maps, with every row or as they may leave this computer. */
export function HeatMaps({ figures }: { figures: Figures }) {
  const window = useWindow();
  const [view, setView] = useState<View>('inside');
  const background = useBackground();
  const pulse = figures.elements;
  useCommands([
    {
      id: 'patterns.heat.cell',
      says: 'Next cell',
      short: 'cell',
      group: 'Patterns',
      caps: 'Up Down Left Right',
      bar: 1,
      keyOnly: true,
      run: () => document.querySelector<HTMLElement>('[role=grid] [data-cell][tabindex="0"]')?.focus(),
    },
    {
      id: 'patterns.heat.open',
      says: 'Answers behind a cell',
      short: 'answers behind it',
      group: 'Patterns',
      caps: 'Enter',
      bar: 2,
      keyOnly: true,
      run: () => document.querySelector<HTMLElement>('[data-cell][tabindex="0"]')?.click(),
    },
    {
      id: 'patterns.heat.why',
      says: 'Why this number',
      short: 'why this number',
      group: 'Patterns',
      caps: 'Y',
      bar: 3,
      keyOnly: true,
      run: () => document.querySelector<HTMLElement>('[data-cell][tabindex="0"]')?.click(),
    },
    {
      id: 'patterns.heat.view',
      says: view === 'inside' ? 'Show the heat maps as they leave here' : 'Show every row of the heat maps',
      group: 'Patterns',
      keys: ['M'],
      run: () => setView(view === 'inside' ? 'outside' : 'inside'),
    },
  ]);
  if (pulse.byFunction.length === 0 && pulse.byLevel.length === 0 && (background?.heardNotShared.length ?? 0) === 0) {
    return (
      <Empty
        title="Nobody answered the pulse statements yet"
        text="They are asked at the end of an interview. The heat maps show here as soon as one person answered."
        actions={<Button onPress={() => window.go('interviews')}>Go to the interviews</Button>}
      />
    );
  }
  const choice = (
    <Button
      small
      kind={view === 'inside' ? 'quiet' : 'plain'}
      aria-pressed={view === 'outside'}
      keys="M"
      onPress={() => setView(view === 'inside' ? 'outside' : 'inside')}
    >
      As it leaves here
    </Button>
  );
  if (view === 'outside') return <Outside choice={choice} />;
  return (
    <Maps
      pulse={pulse}
      shared={background?.heardNotShared ?? []}
      unheardFunctions={background?.heard.unheardFunctions ?? []}
      unheardLevels={background?.heard.unheardLevels ?? []}
      choice={choice}
    />
  );
}

/** The same with small groups merged, computed from the rows when it is asked for. */
function Outside({ choice }: { choice: ReactNode }) {
  const data = useDeferredValue(useEngagementData());
  const kit = useKit();
  const today = useToday();
  const { pulse, shared } = useMemo(() => {
    const input = { data, kit, today };
    return { pulse: assessPulse(input, 'outside'), shared: assessHeardNotShared(input, 'outside') };
  }, [data, kit, today]);
  return <Maps pulse={pulse} shared={shared} unheardFunctions={[]} unheardLevels={[]} choice={choice} outside />;
}

function Maps({
  pulse,
  shared,
  unheardFunctions,
  unheardLevels,
  choice,
  outside,
}: {
  pulse: Pulse;
  shared: readonly HeardNotShared[];
  unheardFunctions: readonly string[];
  unheardLevels: readonly string[];
  choice: ReactNode;
  outside?: true;
}) {
  const kit = useKit();
  const merged = useMerged(pulse, outside === true);
  const [opened, setOpened] = useState<HeatChoice | null>(null);
  const functions = useMemo(() => functionLines(pulse.byFunction, shared, kit), [pulse, shared, kit]);
  const levels = useMemo(() => levelLines(pulse.byLevel, kit), [pulse, kit]);
  const { widestGap } = pulse;
  const withheld = functions.filter((line) => merged.has(line.id)).map((line) => line.name);
  return (
    <>
      <div className={styles.title}>
        <h2>Pulse by function</h2>
        {choice}
        <Scale />
      </div>
      <div className={styles.scroll}>
        <HeatTable
          label="Pulse by function"
          lines={functions}
          withWork
          widest={widestGap === null ? null : { line: widestGap.group.id, element: widestGap.cell.element }}
          onOpen={setOpened}
          unheard={unheardFunctions.map((id) => nameIn(kit.content.functions, id))}
        />
      </div>
      <div className={styles.legend}>
        {widestGap !== null && (
          <span>
            <i className={styles.frame} data-level={heatLevel(widestGap.value)} />
            Widest gap: {functionName(kit, widestGap.group)} and{' '}
            {elementName(kit, widestGap.cell.element).toLowerCase()}, {showNumber(Math.round(widestGap.value))}, n{' '}
            {widestGap.cell.n}
          </span>
        )}
        {functions.some((line) => line.shared?.flagged === true) && (
          <span className={styles.warn}>
            <CheckMark kind="warning" />
            Heard, not shared: recall 60 or more, own work under 40
          </span>
        )}
        {withheld.length > 0 && (
          <span>{listWords(withheld)}: merged into Other functions in anything that leaves here.</span>
        )}
      </div>
      <h2 className={styles.second}>Pulse by level</h2>
      <div className={styles.scroll}>
        <HeatTable
          label="Pulse by level"
          lines={levels}
          withWork={false}
          widest={null}
          onOpen={setOpened}
          note={(line) => {
            const into = merged.get(line.id);
            return into === undefined
              ? null
              : `${countOf(line.n, 'person', 'people')}. Stands as “${into}” in anything that leaves here.`;
          }}
          unheard={unheardLevels.map((id) => nameIn(kit.content.levels, id))}
        />
      </div>
      <Gaps pulse={pulse} />
      <ReadingLine pulse={pulse} />
      {opened !== null && <HeatAnswers choice={opened} outside={outside === true} onClose={() => setOpened(null)} />}
    </>
  );
}

function useMerged(pulse: Pulse, outside: boolean): ReadonlyMap<string, string> {
  const kit = useKit();
  const today = useToday();
  const pulseAnswer = useRows('pulseAnswer');
  const stakeholder = useRows('stakeholder');
  const participant = useRows('participant');
  const interview = useRows('interview');
  return useMemo(() => {
    if (outside) return new Map<string, string>();
    const data = { ...emptyData(), pulseAnswer, stakeholder, participant, interview };
    return mergedOutside(pulse, assessPulse({ data, kit, today }, 'outside'), kit);
  }, [pulse, outside, kit, today, pulseAnswer, stakeholder, participant, interview]);
}

function Scale() {
  return (
    <div className={styles.key}>
      <span>100, agrees</span>
      {([0, 1, 2, 3, 4] as const).map((level) => (
        <i key={level} data-level={level} />
      ))}
      <span>0, disagrees</span>
    </div>
  );
}

function Gaps({ pulse }: { pulse: Pulse }) {
  const kit = useKit();
  return (
    <div className={styles.gaps}>
      {pulse.perceptionGaps.map(({ element, gap, wide, top, frontLine }) => (
        <div key={element}>
          <span className={styles.gapLabel}>{elementName(kit, element)}, top against front line</span>
          <span className={styles.gapFigure}>{gap === null ? '–' : showNumber(Math.round(gap))}</span>
          <span className={styles.gapWord}>
            {gap === null
              ? 'takes one person on each side'
              : `points, ${wide ? 'wide' : 'not wide'}; n ${top.n} and ${frontLine.n}`}
          </span>
        </div>
      ))}
    </div>
  );
}

const readings = {
  'busy-without-belief': 'Busy without belief: engagement is what is missing.',
  'wish-without-means': 'Wish without means: capability is what is missing.',
  'each-their-own-way': 'Each their own way: clarity is what is missing.',
  'no-element-carries': 'No element carries yet: two or three of them stand under 50.',
  'all-carry': 'All three elements stand at 50 or more.',
} as const;

function ReadingLine({ pulse }: { pulse: Pulse }) {
  const kit = useKit();
  const figures = pulse.elements.map((cell) => elementFigure(kit, cell));
  return (
    <p className={styles.reading}>
      Over everyone: {listWords(figures)}. {pulse.reading !== null && readings[pulse.reading]}
    </p>
  );
}

function elementFigure(kit: Kit, { element, value, n }: Pulse['elements'][number]): string {
  const name = elementName(kit, element).toLowerCase();
  return value === null ? `${name} no data` : `${name} ${showNumber(Math.round(value))} (n ${n})`;
}
