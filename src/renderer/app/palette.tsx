/** The palette: find or do anything by typing a few letters. */
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { RecentFile } from '../../shared/api/home.ts';
import { type ClientData, emptyData } from '../../shared/model/index.ts';
import type { Place } from '../data/window.ts';
import { useWindow, useWindowState } from '../data/hooks.ts';
import { openRecent } from '../data/open-file.ts';
import { secondReaderOf, tellsRatings } from '../parts/second-reader.ts';
import { classNames } from '../ui/class-names.ts';
import { useAllCommands, useCommandRegister } from '../ui/commands.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { takesFocus } from '../ui/focus.ts';
import { Icon } from '../ui/icon.tsx';
import { IdTag } from '../ui/marks.tsx';
import { KeyCaps } from '../ui/keys-cap.tsx';
import { type Find, findCommands, findFiles, findRows, findSaid, inGroups, withoutRepeats } from './palette-finds.ts';
import { Marked } from './marked.tsx';
import styles from './palette.module.css';

/** Milliseconds that the list waits for the search, so that it is drawn once and its order does not move. */
const patience = 40;

/** Shows the palette. */
export function Palette({ onClose }: { onClose: () => void }) {
  const window = useWindow();
  const register = useCommandRegister();
  const commands = useAllCommands();
  const file = useWindowState((state) => state.file);
  // The client may see the screen during an interview: nothing of anybody else is found then.
  const discreet = useWindowState((state) => state.discreet);
  const place = useWindowState((state) => state.place);
  const [query, setQuery] = useState('');
  const [files, setFiles] = useState<readonly RecentFile[]>([]);
  const [shown, setShown] = useState<{ readonly query: string; readonly finds: readonly Find[] }>({
    query: '',
    finds: [],
  });
  const [at, setAt] = useState(0);
  const list = useId();
  const box = useRef<HTMLDivElement>(null);
  const only = query.startsWith('>');
  const words = (only ? query.slice(1) : query).trim();
  const known = useMemo(() => {
    const state = file?.store.getState();
    return { data: state?.data ?? emptyData(), kit: state?.kit };
  }, [file]);
  const interview = discreet ? interviewOf(place, known.data) : null;

  useEffect(() => {
    void window.client.home.list({}).then((answer) => (answer.ok ? setFiles(answer.value) : undefined));
  }, [window]);

  useEffect(() => {
    let over = false;
    const local = (): readonly Find[] => {
      const acts = findCommands(commands, words);
      if (only) return acts;
      const rows = words === '' || discreet ? [] : findRows(known.data, words);
      const others = discreet ? [] : findFiles(files, words);
      return [...rows, ...others, ...(words === '' ? acts : acts.slice(0, 12))];
    };
    const draw = (said: readonly Find[]): void => {
      if (over) return;
      const found = local();
      setShown({ query: words, finds: inGroups([...found, ...withoutRepeats(found, said)]) });
      setAt(0);
    };
    const { kit } = known;
    const shut = discreet && interview === null;
    if (only || (words.length < 2 && !unspaced.test(words)) || file === null || kit === undefined || shut) {
      draw([]);
      return undefined;
    }
    let drawn = false;
    const timer = setTimeout(() => {
      drawn = true;
      draw([]);
    }, patience);
    const search = async (): Promise<void> => {
      const found = await findSaid(window.client, file.handle, { data: known.data, kit }, words, interview);
      // A second reader does not come upon what others rated.
      const blind = secondReaderOf(file) !== null;
      const said = blind ? found.filter(({ does }) => !('target' in does && tellsRatings(does.target.entity))) : found;
      clearTimeout(timer);
      if (over) return;
      // What comes late goes below what one may be about to choose.
      if (drawn)
        setShown((before) => ({
          ...before,
          finds: [...before.finds, ...inGroups(withoutRepeats(before.finds, said))],
        }));
      else draw(said);
    };
    void search();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [commands, known, file, files, only, discreet, interview, window, words]);

  const run = (find: Find | undefined): void => {
    if (find === undefined) return;
    onClose();
    const { does } = find;
    if ('command' in does) requestAnimationFrame(() => register.run(does.command));
    else if ('file' in does) void openRecent(window, does.file);
    else if ('stage' in does) window.go(does.stage);
    else window.go(does.go, null, does.target);
  };
  const move = (to: number): void => {
    const next = Math.min(Math.max(to, 0), shown.finds.length - 1);
    setAt(next);
    box.current?.querySelector(`[id="${list}-${next}"]`)?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <Dialog title="Find or do anything" hideTitle onClose={onClose} size="top">
      <div className={styles.search}>
        <Icon name="search" />
        <input
          className={styles.input}
          role="combobox"
          aria-label="Find or do anything"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={shown.finds.length > 0 ? `${list}-${at}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={query}
          {...takesFocus}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            const moves: Readonly<Record<string, number>> = {
              ArrowDown: at + 1,
              ArrowUp: at - 1,
              PageDown: at + 8,
              PageUp: at - 8,
            };
            const to = moves[event.key];
            if (to !== undefined) {
              event.preventDefault();
              move(to);
            } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
              event.preventDefault();
              run(shown.finds[at]);
            }
          }}
        />
        <span className={styles.count} aria-live="polite">
          {shown.finds.length === 0 ? '' : `${at + 1} of ${shown.finds.length}`}
        </span>
      </div>
      <div className={styles.list} role="listbox" id={list} aria-label="Found" ref={box} tabIndex={-1}>
        {shown.finds.map((find, index) => (
          <div key={find.id}>
            {find.group !== shown.finds[index - 1]?.group && (
              <div className={styles.group} role="presentation">
                {find.group}
              </div>
            )}
            <div
              role="option"
              id={`${list}-${index}`}
              aria-selected={index === at}
              className={classNames(styles.find, index === at && styles.on)}
              onPointerMove={() => setAt(index)}
              onClick={() => run(find)}
            >
              {find.tag !== undefined && find.tag !== '' && <IdTag>{find.tag}</IdTag>}
              <span className={find.said ? styles.said : styles.text}>
                <Marked text={find.quoted === true ? `“${find.text}”` : find.text} query={shown.query} />
              </span>
              <span className={styles.where}>{find.where}</span>
              <span className={styles.key}>{find.key !== undefined && <KeyCaps of={find.key} silent />}</span>
            </div>
          </div>
        ))}
      </div>
      {shown.finds.length === 0 && words !== '' && (
        <p className={styles.nothing}>
          Nothing is found for “{words}”. {whereLooked(file !== null, only, interview !== null)}
        </p>
      )}
      <div className={styles.foot}>
        <KeyCaps of="Up" silent />
        <KeyCaps of="Down" silent /> choose <KeyCaps of="Enter" silent /> go to the place <KeyCaps of=">" silent />{' '}
        commands only
        <span className={styles.space} />
        <KeyCaps of="Escape" silent /> close
      </div>
    </Dialog>
  );
}

/** A script of which one sign is a word. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** The interview that is shown over the whole window. */
function interviewOf({ tab, target }: Place, data: ClientData): string | null {
  if (tab?.startsWith('interview:') === true) return tab.slice('interview:'.length);
  if (target === null) return null;
  const { entity, id } = target;
  if (entity === 'interview') return id;
  const row = (data[entity] as readonly { readonly id: string; readonly interview?: unknown }[]).find(
    (one) => one.id === id,
  );
  return typeof row?.interview === 'string' ? row.interview : null;
}

function whereLooked(inFile: boolean, only: boolean, inInterview: boolean): string {
  if (only) return 'Looked in the commands that can be run here.';
  if (inInterview) return 'Looked in the commands and in what was said and noted in this interview.';
  const file =
    ' answers, evidence, objections, playback, sources, backlog, limits, decisions, the map and every other text of this file, and the names of client files.';
  return inFile ? `Looked in people, commands,${file}` : 'Looked in commands and client files.';
}
