import { describe, expect, it } from 'vitest';
import { matchVoices } from '../../../src/shared/analysis/voice-match.ts';

const people = [
  { id: 'sales', name: 'Jonas Meier', role: 'Head of Sales' },
  { id: 'plant', name: 'Jonas Meier', role: 'Plant manager' },
  { id: 'coo', name: 'Mia Lund', role: 'COO' },
  { id: 'cfo', name: '', role: 'Finance director' },
];
const voice = (label: string, turns = 10, questions = 0) => ({ label, turns, questions });
const match = (labels: readonly ReturnType<typeof voice>[], room: readonly string[] = []) =>
  matchVoices(labels, people, new Set(room)).map(({ person, interviewer, several }) =>
    interviewer ? 'asks' : several ? 'several' : person,
  );

describe('who a voice may be', () => {
  it.each([
    ['the name, in any order and with accents', 'Lund, Mía', 'coo'],
    ['a part of it that one person has', 'Mia', 'coo'],
    ['the name with something behind it', 'Mia Lund (Guest)', 'coo'],
    ['a role, where there is no name', 'Finance Director', 'cfo'],
    ['two of one name, told apart by the role beside it', 'Jonas Meier (Plant manager)', 'plant'],
    ['two of one name', 'Jonas Meier', 'several'],
    ['nobody', 'Speaker 1', null],
  ])('%s', (_, label, expected) => {
    expect(match([voice(label)])).toEqual([expected]);
  });

  it('two of one name are told apart by who is in the room', () => {
    expect(match([voice('Jonas Meier')], ['sales'])).toEqual(['sales']);
  });

  it('whoever asks and is nobody of the client is the interviewer, and who is left over is who is left in the room', () => {
    expect(match([voice('Ute', 10, 8), voice('Speaker 2', 10, 1)], ['coo'])).toEqual(['asks', 'coo']);
    expect(match([voice('Q'), voice('A')])).toEqual(['asks', null]);
  });
});
