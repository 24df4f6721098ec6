/** The kit's words that help before and in an interview: how to open it, and what to ask when it stalls. */
import { useKit } from '../../data/hooks.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import type { InterviewView } from './use-interview.ts';
import styles from './details.module.css';

/** Shows the prompts that fit whom the interview is with. */
export function Prompts({ view: { interview, parts } }: { view: InterviewView }) {
  const { content } = useKit();
  const { prompts } = content;
  const leads = ['board', 'executive'];
  const guide = content.guides.find(({ id }) => id === interview.guide);
  const withLeaders =
    parts.some(({ person }) => leads.includes(person?.level ?? '')) ||
    (parts.length === 0 && guide !== undefined && guide.for.levels.some((level) => leads.includes(level)));
  const lines = [
    ['To open', content.opening],
    ['When leaders find it too soon', withLeaders ? prompts['early-involvement'] : undefined],
    ['When something is blamed', prompts['root-cause']],
  ].flatMap(([says = '', text]) => (text === undefined ? [] : [{ says, text }]));
  return (
    <div className={styles.questions}>
      <Disclosure summary="Words that help">
        <dl className={styles.prompts}>
          {lines.map(({ says, text }) => (
            <div key={says}>
              <dt>{says}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  );
}
