/** The question that is asked, the next one, and the time of each part of the conversation. */
import { useKit, useReadOnly } from '../../../data/hooks.ts';
import { Field } from '../../../parts/field.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { ArrowGroup } from '../../../ui/list.tsx';
import { KeyCaps } from '../../../ui/keys-cap.tsx';
import { showSeconds } from '../times.ts';
import { TimeLeft } from './time-left.tsx';
import { useNow } from './use-now.ts';
import type { Screen } from './use-screen.ts';
import type { WhatNext } from './use-what-next.ts';
import styles from './screen.module.css';

/** Longest question in the largest type. Characters. */
const longest = 90;

/** Shows the left side. */
export function QuestionSide({ screen, whatNext, onJump }: { screen: Screen; whatNext: WhatNext; onJump: () => void }) {
  const kit = useKit();
  const readOnly = useReadOnly();
  const { current, block, next } = screen;
  const inBlock = block.asks.filter(({ kind }) => kind === 'question');
  const place = inBlock.indexOf(current);
  const own = current.answer !== null && current.question === null;
  return (
    <section className={styles.ask} aria-label="Question">
      <p className={styles.block}>
        {block.name}
        {place >= 0 && inBlock.length > 1 && `, ${place + 1} of ${inBlock.length}`}
      </p>
      {own && current.answer !== null && !readOnly ? (
        <div className={styles.unplanned}>
          <Field
            entity="answer"
            id={current.answer.id}
            name="unplanned"
            label="Question that was not planned"
            large
            serif
            autoFocus={current.answer.unplanned === ''}
          />
          {current.answer.text === '' && (
            <Button kind="quiet" small icon="trash" onPress={() => screen.takeAway(current)}>
              Take this question away
            </Button>
          )}
        </div>
      ) : (
        <h2 className={classNames(styles.question, current.text.length > longest && styles.long)}>{current.text}</h2>
      )}
      {next !== null && (
        <p className={styles.next}>
          <span>{whatNext.why === '' ? 'Next' : `Next: ${whatNext.why}`}</span>
          {next.kind === 'pulse' ? `${kit.content.pulse.length} statements, to agree or disagree with` : next.text}
        </p>
      )}
      <TimeLeft whatNext={whatNext} />
      <div className={styles.ways}>
        <LinkButton quiet onPress={onJump}>
          All questions <KeyCaps of="Ctrl G" silent />
        </LinkButton>
        {whatNext.short && (
          <LinkButton quiet onPress={() => whatNext.setByGuide(!whatNext.byGuide)}>
            {whatNext.byGuide ? 'What matters most first' : 'In the order of the guide'} <KeyCaps of="Alt G" silent />
          </LinkButton>
        )}
      </div>
      <Blocks screen={screen} />
    </section>
  );
}

function Blocks({ screen }: { screen: Screen }) {
  const { plan } = screen.view;
  useNow(screen.running);
  return (
    <ArrowGroup label="Parts of the conversation">
      <ol className={styles.blocks}>
        {plan.blocks.map((block) => {
          const isOn = block === screen.block;
          const seconds = screen.secondsOf(block);
          const [first] = block.asks;
          const share = block.minutes === null ? 0 : Math.min(100, (seconds / (block.minutes * 60)) * 100);
          return (
            <li key={block.name}>
              <button
                type="button"
                className={classNames(styles.part, isOn && styles.on)}
                aria-current={isOn ? 'step' : undefined}
                onClick={() => first !== undefined && screen.go(first.key)}
              >
                <span>{block.name}</span>
                <span className={styles.time}>{seconds >= 1 ? showSeconds(seconds) : ''}</span>
                <span className={styles.planned}>{block.minutes === null ? '' : `of ${block.minutes} min`}</span>
                {isOn && (
                  <span className={styles.bar} aria-hidden="true">
                    <span style={{ inlineSize: `${share}%` }} />
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
    </ArrowGroup>
  );
}
