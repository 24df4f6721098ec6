/** What tests of the figures need to say in one line: people who were heard, what they said, and work that is open. */
import type { AnalysisInput } from '../../src/shared/analysis/input.ts';
import type { Consent } from '../../src/shared/analysis/people.ts';
import type { Kit } from '../../src/shared/method/kit.ts';
import type { BacklogItem, Evidence, EvidenceLink, PlaybackMark, RowOf } from '../../src/shared/model/index.ts';
import { defaultKit } from './kit.ts';
import { Rows } from './rows.ts';

const kit = defaultKit();

/** A person with the interview that was held with them. */
export type Heard = { readonly id: string; readonly interview: string };

/** Rows of an engagement with the sentences that tests of the figures are made of. */
export class Scene extends Rows {
  readonly kit: Kit = kit;
  readonly today = '2026-06-16';
  #backlog: string | null = null;

  /** The figures' input as the rows stand now. */
  get input(): AnalysisInput {
    return { data: this.data, kit: this.kit, today: this.today };
  }

  /** A person who was heard alone. */
  person(inFunction: string | null, level: string | null, consent: Consent | null = 'by-role'): Heard {
    const { id } = this.add('stakeholder', { function: inFunction, level });
    const interview = this.add('interview', { status: 'done', heldOn: '2026-06-10' }).id;
    this.add('participant', { interview, person: id, consent });
    return { id, interview };
  }

  /** Something that a person said for, or against, an indicator. */
  says(person: Heard, indicator: string, more: Partial<EvidenceLink & Evidence> = {}): Evidence {
    const { counter = false, ...fields } = more;
    const evidence = this.add('evidence', { interview: person.interview, speaker: person.id, ...fields });
    this.add('evidenceLink', { evidence: evidence.id, indicator, counter });
    return evidence;
  }

  /** The lead's rating of an indicator. */
  rates(indicator: string, value: number | null): void {
    this.add('rating', { indicator, value });
  }

  /** Answers to statements of the pulse, in kit order; null is "cannot say". */
  pulses(person: Heard, answers: readonly (number | null)[]): void {
    for (const [at, value] of answers.entries()) {
      const statement = this.kit.content.pulse[at];
      if (statement === undefined) throw new Error('more answers than statements');
      this.add('pulseAnswer', { person: person.id, interview: person.interview, statement: statement.id, value });
    }
  }

  /** How a person retold a decision. */
  retells(person: Heard, decision: { readonly id: string }, mark: PlaybackMark['mark']): RowOf<'playbackMark'> {
    return this.add('playbackMark', {
      person: person.id,
      interview: person.interview,
      decision: decision.id,
      mark,
      on: '2026-06-10',
    });
  }

  /** An open item of a backlog exported on 2026-06-15. */
  item(fields: Partial<BacklogItem> = {}): BacklogItem {
    this.#backlog ??= this.add('source', { kind: 'backlog', title: 'Backlog', exportedOn: '2026-06-15' }).id;
    return this.add('backlogItem', { source: this.#backlog, ...fields });
  }

  /** An open item linked to a decision. */
  itemFor(decision: { readonly id: string }, fields: Partial<BacklogItem> = {}): BacklogItem {
    const item = this.item(fields);
    this.add('itemLink', { item: item.id, decision: decision.id });
    return item;
  }
}
