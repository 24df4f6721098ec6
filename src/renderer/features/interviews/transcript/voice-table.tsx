/** The voices of a transcript that is about to be taken in: how much each says, and who it is. */
import type { VoiceChoice } from '../../../../shared/api/imports.ts';
import type { ReadVoice } from '../../../../shared/api/transcript-types.ts';
import { useRows } from '../../../data/hooks.ts';
import { showNumber } from '../../../parts/format.ts';
import { personFull } from '../../../parts/names.ts';
import { CheckBox } from '../../../ui/check-box.tsx';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { Table } from '../../../ui/table.tsx';
import { voiceName } from './voice-name.ts';
import styles from './transcript.module.css';

/** Shows a line for each voice. */
export function VoiceTable({
  voices,
  choices,
  several,
  onChange,
}: {
  voices: readonly ReadVoice[];
  choices: readonly VoiceChoice[];
  /** Voices whose name more than one person has. */
  several: readonly boolean[];
  onChange: (choice: VoiceChoice) => void;
}) {
  const people = useRows('stakeholder');
  const known = people.map((row) => ({ id: row.id, says: personFull(row) }));
  return (
    <Table caption="Who speaks">
      <thead>
        <tr>
          <th scope="col">Voice</th>
          <th scope="col" data-number>
            Turns
          </th>
          <th scope="col" data-number>
            Minutes
          </th>
          <th scope="col">Who it is</th>
          <th scope="col">Asks</th>
        </tr>
      </thead>
      <tbody>
        {voices.map((voice, at) => {
          const choice = choices[at];
          if (choice === undefined) return null;
          const name = voiceName(voice);
          const fresh = choice.name === undefined ? [] : [{ id: 'new', says: choice.name, more: 'new to the people' }];
          return (
            <tr key={voice.label}>
              <td>{name}</td>
              <td data-number>{showNumber(voice.turns)}</td>
              <td data-number>{voice.seconds === null ? '–' : showNumber(Math.round(voice.seconds / 6) / 10)}</td>
              <td className={styles.person}>
                {choice.interviewer ? (
                  <span className={styles.quiet}>The interviewer: no evidence</span>
                ) : (
                  <ComboBox
                    label={`Who ${name} is`}
                    hideLabel
                    items={[...fresh, ...known]}
                    value={choice.name === undefined ? choice.person : 'new'}
                    placeholder={several[at] === true ? 'Several people have this name' : 'Nobody known'}
                    onChoose={(person) =>
                      person !== 'new' && onChange({ label: voice.label, person, interviewer: false })
                    }
                    onCreate={(text) =>
                      onChange({ label: voice.label, person: null, name: text.slice(0, 500), interviewer: false })
                    }
                    createSays={(text) => `Add “${text}” to the people`}
                  />
                )}
              </td>
              <td>
                <CheckBox
                  label={`${name} asks the questions`}
                  hideLabel
                  checked={choice.interviewer}
                  onChange={(interviewer) => onChange({ label: voice.label, person: null, interviewer })}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
