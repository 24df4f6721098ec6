/** Keeps the questions of an interview as a guide of their own in the kit of this file. */
import { useState } from 'react';
import { describeFailure } from '../../../shared/api/errors.ts';
import type { DraftQuestion } from '../../../shared/method/new-guide.ts';
import { useFile, useKit } from '../../data/hooks.ts';
import { countOf } from '../../parts/format.ts';
import { kitName } from '../../parts/kit-words.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Trouble } from '../../ui/states.tsx';
import type { InterviewView } from './use-interview.ts';
import styles from './guide.module.css';

type Block = {
  readonly key: string;
  readonly name: string;
  readonly minutes: number | null;
  readonly questions: readonly DraftQuestion[];
};

/** Asks for the name, whom it is for, the minutes of each block and what has to be asked; Ctrl Enter keeps it. */
export function KeepGuideDialog({ view, onClose }: { view: InterviewView; onClose: () => void }) {
  const file = useFile();
  const kit = useKit();
  const { interview, parts, plan, customer } = view;
  const [name, setName] = useState('');
  const [levels, setLevels] = useState<ReadonlySet<string>>(() => levelsOf(view, kit));
  const [first, setFirst] = useState(false);
  const [blocks, setBlocks] = useState<readonly Block[]>(() => blocksOf(view));
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const frame = customer ? ['opening', 'closing'] : ['opening', 'playback', 'pulse', 'closing'];
  const minutes =
    blocks.reduce((sum, block) => sum + (block.minutes ?? 0), 0) +
    frame.reduce((sum, kind) => sum + (kit.content.frame_minutes[kind] ?? 0), 0);
  const taken = kit.content.guides.some((guide) => guide.name.toLowerCase() === name.trim().toLowerCase());
  const off =
    name.trim() === ''
      ? 'Give it a name first.'
      : taken
        ? 'A guide of the kit has this name already.'
        : levels.size === 0
          ? 'Choose at least one level that it is for.'
          : blocks.some((block) => block.minutes === null || block.name.trim() === '')
            ? 'Each block needs a name and its minutes.'
            : '';
  const change = (key: string, fields: Partial<Block>): void =>
    setBlocks(blocks.map((block) => (block.key === key ? { ...block, ...fields } : block)));
  const keep = async (): Promise<void> => {
    if (off !== '' || busy) return;
    setBusy(true);
    await file.flush();
    const reply = await file.client.kits.addGuide({
      file: file.handle,
      opId: file.newId(),
      interview: interview.id,
      first,
      guide: {
        name: name.trim(),
        minutes: Math.max(minutes, plan.minutes),
        levels: kit.content.levels.flatMap(({ id }) => (levels.has(id) ? [id] : [])),
        blocks: blocks.map((block) => ({
          name: block.name.trim(),
          minutes: block.minutes ?? 1,
          questions: block.questions.map((question) => ({ ...question })),
        })),
      },
    });
    setBusy(false);
    if (reply.ok) onClose();
    else setTrouble(describeFailure(reply.error));
  };
  const offered = [...levels].map((id) => kitName(kit, 'levels', id)).join(', ');
  return (
    <Dialog
      title="Keep as a guide"
      size="large"
      onClose={onClose}
      footer={
        <>
          <span className={styles.sum}>{countOf(minutes, 'minute', 'minutes')} with opening and closing</span>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" keys="Ctrl Enter" onPress={() => void keep()} off={off}>
            {busy ? 'Keeping the guide' : 'Keep the guide'}
          </Button>
        </>
      }
    >
      <div
        className={styles.form}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void keep();
        }}
      >
        {trouble !== null && <Trouble title="The guide was not kept" text={trouble} />}
        <TextField label="Name of the guide" value={name} onChange={setName} maxLength={200} autoFocus />
        <fieldset className={styles.levels}>
          <legend>For whom</legend>
          {kit.content.levels.map(({ id, name: says }) => (
            <CheckBox
              key={id}
              label={says}
              checked={levels.has(id)}
              onChange={(checked) =>
                setLevels(new Set(checked ? [...levels, id] : [...levels].filter((one) => one !== id)))
              }
            />
          ))}
        </fieldset>
        <CheckBox
          label="Take it first when an interview is planned"
          hint={offered === '' ? '' : `From then on for ${offered}, instead of the guide that is taken now.`}
          checked={first}
          onChange={setFirst}
        />
        {blocks.map((block) => (
          <section key={block.key} className={styles.block} aria-label={block.name}>
            <div className={styles.blockHead}>
              <TextField
                label="Block"
                value={block.name}
                onChange={(text) => change(block.key, { name: text })}
                maxLength={200}
              />
              <NumberField
                label="Minutes"
                value={block.minutes}
                onChange={(value) => change(block.key, { minutes: value })}
                least={1}
                most={1440}
                whole
              />
            </div>
            {block.questions.map((question, at) => (
              <CheckBox
                key={question.question ?? question.answer ?? question.text}
                label={question.text}
                checked={question.must}
                onChange={(must) =>
                  change(block.key, {
                    questions: block.questions.map((one, place) => (place === at ? { ...one, must } : one)),
                  })
                }
              />
            ))}
          </section>
        ))}
        <p className={styles.help}>
          What is ticked has to be asked, also when time runs short. The guide stays in this file and can be chosen for
          other interviews{parts.length > 0 ? ' and people' : ''}; Ctrl Z takes it back.
        </p>
      </div>
    </Dialog>
  );
}

function levelsOf({ interview, parts }: InterviewView, kit: ReturnType<typeof useKit>): ReadonlySet<string> {
  const own = parts.flatMap(({ person }) => person?.level ?? []);
  const guide = kit.content.guides.find(({ id }) => id === interview.guide);
  return new Set(own.length > 0 ? own : (guide?.for.levels ?? []));
}

function blocksOf({ plan }: InterviewView): readonly Block[] {
  return plan.blocks.flatMap(({ name, minutes, asks }) => {
    const questions = asks
      .filter(({ kind }) => kind === 'question')
      .map(({ key, question, text, must }) => ({ question, text, must, answer: question === null ? key : null }));
    return questions.length === 0 ? [] : [{ key: name, name, minutes: minutes ?? questions.length * 2, questions }];
  });
}
