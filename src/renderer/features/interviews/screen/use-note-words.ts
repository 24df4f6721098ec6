/** The words that the notes of an interview know: tags and labels, the people of the client, the kinds of limit. */
import { useMemo } from 'react';
import type { NotePerson, NoteWords, TagEnd } from '../../../../shared/model/note-words.ts';
import { useKit, useRows } from '../../../data/hooks.ts';
import { decisionName, inOrder, personName } from '../../../parts/names.ts';
import type { InterviewView } from '../use-interview.ts';
import type { NoteOffers } from './note-completion.ts';

/** What a line is read with, and what is offered while it is typed. */
export function useNoteWords(view: InterviewView): { readonly words: NoteWords; readonly offers: NoteOffers } {
  const kit = useKit();
  const decisions = useRows('decision');
  const everybody = useRows('stakeholder');
  const { parts } = view;
  return useMemo(() => {
    const ordered = inOrder(decisions);
    const tags = new Map<string, TagEnd>([
      ...[...kit.indicators.values()].map(({ id, tag }): [string, TagEnd] => [tag.toLowerCase(), { indicator: id }]),
      ...ordered.map(({ id, label }): [string, TagEnd] => [label.toLowerCase(), { decision: id }]),
    ]);
    const present = new Set(parts.map(({ row }) => row.person));
    const people = everybody.map(({ id, name, role }): NotePerson => ({
      id,
      names: [role, name].filter((one) => one !== ''),
      present: present.has(id),
    }));
    return {
      words: { tags, people, limitKinds: new Set(kit.content.limit_kinds.map(({ id }) => id)) },
      offers: {
        tags: [
          ...[...kit.indicators.values()].map(({ tag, handle, ask }) => ({ tag, says: handle, more: ask })),
          ...ordered.map((row) => ({ tag: row.label, says: row.label, more: decisionName(row) })),
        ],
        people: everybody
          .filter((person) => personName(person) !== '')
          .map((person) => ({
            id: person.id,
            says: personName(person),
            names: [person.role, person.name].filter((one) => one !== ''),
            present: present.has(person.id),
          }))
          .toSorted((a, b) => Number(b.present) - Number(a.present)),
        limitKinds: kit.content.limit_kinds,
      },
    };
  }, [kit, decisions, everybody, parts]);
}
