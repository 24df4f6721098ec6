/** Who speaks in a transcript: each voice with its person, and the ways to put that right. */
import { insertRow } from '../../../../shared/model/change.ts';
import type { Turn, Voice } from '../../../../shared/model/index.ts';
import { useEngagement, useFile, useReadOnly, useRows, useToday } from '../../../data/hooks.ts';
import { placeOf } from '../../../parts/field.tsx';
import { countOf } from '../../../parts/format.ts';
import { personFull } from '../../../parts/names.ts';
import { CheckBox } from '../../../ui/check-box.tsx';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { Section } from '../../../ui/pane.tsx';
import { Select } from '../../../ui/select.tsx';
import { assignVoice, mergeVoices, setInterviewer, type VoiceRows } from './voice-edits.ts';
import { voiceName } from './voice-name.ts';
import styles from './transcript.module.css';

/** Shows the voices of an interview. */
export function VoicesPane({ voices, turns }: { voices: readonly Voice[]; turns: readonly Turn[] }) {
  const file = useFile();
  const readOnly = useReadOnly();
  const engagement = useEngagement().id;
  const today = useToday();
  const people = useRows('stakeholder');
  const evidence = useRows('evidence');
  const participants = useRows('participant');
  const rows: VoiceRows = { engagement, turns, evidence, participants };
  const items = people.map((row) => ({ id: row.id, says: personFull(row) }));
  const edit = (label: string, changes: Parameters<typeof file.edit>[1]): void => void file.edit(label, changes);
  return (
    <Section title="Who speaks">
      {voices.map((voice) => {
        const name = voiceName(voice);
        const others = voices.filter(({ id }) => id !== voice.id);
        const said = turns.filter((turn) => turn.voice === voice.id).length;
        return (
          <div key={voice.id} className={styles.voice} data-place={`voice:${voice.id}`}>
            <p className={styles.voiceName}>
              <b>{name}</b> <span className={styles.quiet}>{countOf(said, 'turn', 'turns')}</span>
            </p>
            {!voice.interviewer && (
              <ComboBox
                label={`Who ${name} is`}
                hideLabel
                place={placeOf('voice', voice.id, 'person')}
                items={items}
                value={voice.person}
                placeholder="Nobody known"
                readOnly={readOnly}
                onChoose={(person) =>
                  edit(
                    `Say who ${name} is`,
                    assignVoice(voice, person, rows, () => file.newId()),
                  )
                }
                onCreate={(text) => {
                  const person = file.newId();
                  edit(`Say who ${name} is`, [
                    insertRow('stakeholder', person, {
                      engagement,
                      name: text.slice(0, 500),
                      toHear: true,
                      chosenOn: today,
                    }),
                    ...assignVoice(voice, person, rows, () => file.newId()),
                  ]);
                }}
                createSays={(text) => `Add “${text}” to the people`}
              />
            )}
            <CheckBox
              label="Asks the questions"
              checked={voice.interviewer}
              readOnly={readOnly}
              onChange={(asks) =>
                edit(asks ? `${name} asks the questions` : `${name} asks nothing`, setInterviewer(voice, asks, rows))
              }
            />
            {!readOnly && others.length > 0 && (
              <Select
                label={`Join ${name} with another voice`}
                hideLabel
                fit
                value={null}
                none="The same voice as …"
                options={others.map((other) => ({ id: other.id, says: voiceName(other) }))}
                onChange={(id) => {
                  const into = others.find((other) => other.id === id);
                  if (into !== undefined) edit(`Join ${name} with ${voiceName(into)}`, mergeVoices(voice, into, rows));
                }}
              />
            )}
          </div>
        );
      })}
    </Section>
  );
}
