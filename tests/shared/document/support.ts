/** Composes the document of a test's rows and reads its texts by key. */
import { composeDocument, type ComposedDocument } from '../../../src/shared/document/compose.ts';
import type { ComposeOptions } from '../../../src/shared/document/section.ts';
import { defaultBrand } from '../../../src/shared/document/settings.ts';
import { keyedTexts, plainText } from '../../../src/shared/document/walk.ts';
import type { Block, DocumentTree } from '../../../src/shared/document/blocks.ts';
import type { Criterion, Decision, Priority } from '../../../src/shared/model/index.ts';
import { type Heard, Scene } from '../../support/analysis.ts';

/** The firm of the tests. */
export const brand = { ...defaultBrand, name: 'Harrow & Pike' };

/** The document of the rows as they stand now; a draft unless told otherwise. */
export function compose(scene: Scene, options: Partial<ComposeOptions> = {}): ComposedDocument {
  return composeDocument(scene.input, { version: null, brand, ...options });
}

/** The text under a key; null where the document has no such paragraph. */
export function textAt(document: DocumentTree, key: string): string | null {
  const found = keyedTexts(document).find((one) => one.key === key);
  return found === undefined ? null : plainText(found.runs);
}

/** The text of the scene's document under a key. */
export function read(scene: Scene, key: string): string | null {
  return textAt(compose(scene).document, key);
}

/** The block of the scene's document with a key. */
export function blockAt(scene: Scene, key: string): Block | undefined {
  return compose(scene)
    .document.sections.flatMap((section): readonly Block[] => section.blocks)
    .find((block) => block.key === key);
}

/** Every text of a document, one on a line. */
export function allText(document: DocumentTree): string {
  return keyedTexts(document)
    .map(({ runs }) => plainText(runs))
    .join('\n');
}

/** An engagement of a client, with one decision in scope unless the test takes it away. */
export class Engagement extends Scene {
  readonly decision: Decision;

  constructor() {
    super({ title: 'From licences to availability' });
    this.change('client', this.data.client[0]?.id ?? '', { name: 'Fennmark' });
    this.decision = this.decide('D1', 'New customers buy availability', { standing: 'in-scope' });
  }

  /** A decision of the map. */
  decide(label: string, title: string, more: Partial<Decision> = {}): Decision {
    return this.add('decision', { label, title, standing: 'carried', position: this.data.decision.length, ...more });
  }

  /** A priority with an owner of that role who permitted nothing. */
  prioritise(decision: Decision, label: string, more: Partial<Priority> = {}): Priority {
    const owner = this.add('stakeholder', { name: 'Ada Brandt', role: 'VP Sales', function: 'sales' }).id;
    return this.add('priority', {
      decision: decision.id,
      label,
      title: `Priority ${label}`,
      owner,
      ownerName: 'Ada Brandt',
      position: this.data.priority.length,
      ...more,
    });
  }

  /** A criterion of a priority. */
  criterion(priority: Priority, more: Partial<Criterion> = {}): Criterion {
    return this.add('criterion', { priority: priority.id, metric: 'Share of new contracts', form: 'percent', ...more });
  }

  /** So many people of a function and level who were heard. */
  people(
    count: number,
    inFunction: string,
    level: string,
    consent: Parameters<Scene['person']>[2] = 'by-role',
  ): Heard[] {
    return Array.from({ length: count }, () => this.person(inFunction, level, consent));
  }

  /** A pattern of three indicators, rated, with support from these people; returns the ids of what they said. */
  pattern(id: string, ratings: readonly number[], people: readonly Heard[]): string[] {
    const pattern = this.kit.patterns.get(id);
    if (pattern === undefined) throw new Error(`the kit has no pattern ${id}`);
    ratings.forEach((value, at) => {
      const indicator = pattern.indicators[at];
      if (indicator !== undefined) this.rates(`${id}/${indicator.id}`, value);
    });
    const first = `${id}/${pattern.indicators[0]?.id ?? ''}`;
    return people.map((person, at) => this.says(person, first, { text: `Words ${at + 1}` }).id);
  }

  /** A step of the chain. */
  step(name: string, subject: string, [demand, capacity, waiting]: readonly [number, number, number | null]) {
    return this.add('step', { name, subject, demand, capacity, waiting, position: this.data.step.length });
  }
}
