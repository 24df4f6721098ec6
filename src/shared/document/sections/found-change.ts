/** What the document changes, as far as it is there: a sentence that promises nothing the pages do not hold. */
import type { Material } from '../material.ts';
import { isBlank } from '../words/text.ts';

/** Sentence 9 of the style; says what is open where nothing was translated yet. */
export function changeSentence(material: Material): string {
  const { decisions, priorities, names, data, words } = material;
  if (decisions.length === 0) return words.sentence('change.none');
  const count = (key: string, n: number): string => words.say(key, { count: words.count(n) }, n);
  const moves = decisions.filter((row) => !isBlank(row.firstMove)).length;
  const own = new Set(priorities.map((row) => row.id));
  const measures = data.measureChange.filter((row) => own.has(row.priority)).length;
  const owned = priorities.filter((row) => names.person(row.owner, row.ownerName) !== null).length;
  const isOwned = owned === priorities.length;
  const gifts = [
    moves === decisions.length ? words.say('change.move') : moves > 0 && count('change.moves', moves),
    priorities.length > 0 && isOwned && count('change.priorities', priorities.length),
    priorities.length > 0 &&
      !isOwned &&
      words.say(
        'change.priorities.some',
        { count: words.count(priorities.length), owned: owned === 0 ? words.say('none') : words.count(owned) },
        priorities.length,
      ),
    data.stop.length > 0 && count('change.stops', data.stop.length),
    measures > 0 && count('change.measures', measures),
  ].filter((gift): gift is string => typeof gift === 'string');
  if (gifts.length === 0) return words.sentence('change.none');
  const whom = words.say(
    moves === decisions.length ? 'change.each' : 'change.all',
    { count: words.count(decisions.length) },
    decisions.length,
  );
  return words.sentence('change', { whom, gifts: words.list(gifts) });
}
