/** Picking one person by typing: the list follows the words, two people are refused, a name of nobody in the list is kept. */
import { type KeyboardEvent, useState } from 'react';
import { splitNames } from '../../../../shared/analysis/map/owner-names.ts';
import { readOwner } from '../../../../shared/analysis/map/paste-cells.ts';
import { useFile, useReadOnly, useRows } from '../../../data/hooks.ts';
import { personName } from '../../../parts/names.ts';
import { matchItems, sameItem } from '../../../ui/match-items.ts';
import { digitOf } from '../../../ui/segment-moves.ts';
import { personChoices, setPerson, whoFields, type Who } from './who.ts';

/** One line of the list. */
export type PersonOption = {
  readonly key: string;
  readonly says: string;
  readonly more?: string;
  readonly kind: 'person' | 'name' | 'keep' | 'else';
};

/** A pick that is under way. */
export type PersonPick = {
  readonly text: string;
  /** Two or more people are named: one has to be chosen. */
  readonly several: boolean;
  /** Something is typed and nobody chosen yet. */
  readonly isOpen: boolean;
  readonly options: readonly PersonOption[];
  /** The option that Enter takes; -1 for none. */
  readonly marked: number;
  readonly type: (text: string) => void;
  readonly take: (option: PersonOption) => void;
  /** Keeps what was typed when the field is left without a choice. */
  readonly keep: () => void;
  /** Forgets what was typed. */
  readonly drop: () => void;
  /** Hears the keys of the field; true when one was used. `done` tells that somebody was chosen. */
  readonly hear: (event: KeyboardEvent, done: () => void) => boolean;
};

/** The most people that the list shows at once. */
const most = 7;

/** Picks who answers for something. `first` is a letter that began it. */
export function usePersonPick(who: Who, first: string | null = null): PersonPick {
  const file = useFile();
  const readOnly = useReadOnly();
  const people = useRows('stakeholder');
  const chosen = people.find(({ id }) => id === who.person);
  // Whoever it is now stands first, as long as nothing is typed.
  const items = personChoices(chosen === undefined ? people : [chosen, ...people.filter((one) => one !== chosen)]);
  const saved = chosen === undefined ? who.typed : personName(chosen);
  const [typed, setTyped] = useState<string | null>(first);
  const [at, setAt] = useState<number | null>(null);
  const text = typed ?? saved;
  const names = splitNames(text);
  // A person whose own name holds a comma or an "and" is one person.
  const several = names.length > 1 && sameItem(items, text) === undefined && (typed !== null || who.person === null);
  const options = several ? namesToChoose(names) : peopleToChoose();
  const marked =
    at !== null ? Math.min(at, options.length - 1) : typed === null && !several && who.person === null ? -1 : 0;

  function namesToChoose(list: readonly string[]): PersonOption[] {
    return [
      ...list.slice(0, 8).map((name): PersonOption => ({ key: `name:${name}`, says: name, kind: 'name' })),
      { key: 'else', says: 'Somebody else', kind: 'else' },
    ];
  }
  function peopleToChoose(): PersonOption[] {
    const wanted = typed === null ? '' : text;
    const found = matchItems(items, wanted).slice(0, most);
    const list = found.map(({ id, says, more }): PersonOption => ({
      key: id,
      says,
      kind: 'person',
      ...(more === undefined ? {} : { more }),
    }));
    const isNew = wanted.trim() !== '' && sameItem(items, wanted) === undefined;
    return isNew ? [...list, { key: 'keep', says: `Keep “${wanted.trim()}” as typed`, kind: 'keep' }] : list;
  }
  const write = (person: string | null, name: string): void => {
    setTyped(null);
    setAt(null);
    if (readOnly || (person === who.person && name === who.typed)) return;
    const { says } = whoFields[who.entity];
    void file.edit(`Set the ${says} of ${who.says}`, [setPerson(who, person, name)]);
  };
  const writeName = (name: string): void => {
    const { owner, ownerName } = readOwner(name, people);
    write(owner, ownerName);
  };
  const take = (option: PersonOption): void => {
    if (option.kind === 'person') write(option.key, '');
    else if (option.kind === 'name') writeName(option.says);
    else if (option.kind === 'keep') writeName(text);
    else {
      setTyped('');
      setAt(null);
    }
  };
  return {
    text,
    several,
    isOpen: typed !== null && typed !== saved,
    options,
    marked,
    type: (words) => {
      setTyped(words.replaceAll(/\s*[\r\n]+\s*/gu, ' '));
      setAt(null);
    },
    take,
    keep: () => {
      if (typed !== null && typed !== saved) writeName(typed);
    },
    drop: () => {
      setTyped(null);
      setAt(null);
    },
    hear(event, done) {
      if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
      const digit = digitOf(event);
      const numbered = digit === null || digit === 0 ? undefined : options[digit - 1];
      const choose = (option: PersonOption | undefined): boolean => {
        if (option === undefined) return false;
        take(option);
        if (option.kind !== 'else') done();
        return true;
      };
      switch (event.key) {
        case 'ArrowDown':
          setAt(Math.min(options.length - 1, marked + 1));
          return options.length > 0;
        case 'ArrowUp':
          setAt(Math.max(0, marked - 1));
          return options.length > 0;
        case 'Enter':
          if (typed !== null && typed.trim() === '') {
            write(null, '');
            done();
            return true;
          }
          // With two people named, Enter asks for somebody else until one of them is marked.
          if (several && at === null) return choose(options.at(-1));
          return typed === null && at === null ? false : choose(options[marked]);
        default:
          return numbered !== undefined && choose(numbered);
      }
    },
  };
}
