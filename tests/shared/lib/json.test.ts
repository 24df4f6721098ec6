import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeJsonProblem, parseJsonCapped } from '../../../src/shared/lib/json.ts';

const caps = { bytes: 1_000_000, depth: 50 };
const problem = (text: string): string => {
  const result = parseJsonCapped(text, caps);
  return result.ok ? 'accepted' : result.error.code;
};

describe('JSON from strangers', () => {
  it('is parsed as JSON.parse does when there is nothing wrong', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }).filter(isPlain), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parseJsonCapped(text, caps)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
      }),
      { examples: [[{ 'a"\\': ['\\"', '{', ','], '': { '': '' } }, 0]] },
    );
  });

  it.each([
    ['too-deep', '['.repeat(100_000)],
    ['too-deep', '{"a":'.repeat(51)],
    ['too-large', `"${'ü'.repeat(500_001)}"`],
    ['doubled-key', '{"a":1,"b":{"a":2},"a":3}'],
    ['doubled-key', '{"a":1,"\\u0061":3}'],
    ['forbidden-key', '{"x":[{"__proto__":{}}]}'],
    ['forbidden-key', '{"__pro\\u0074o__":{}}'],
    ['broken-text', '["\\ud800"]'],
    ['broken-text', '["\ud800"]'],
    ['broken-text', '["a\\u0000b"]'],
    ['syntax', '{"a":1'],
    ['syntax', '["open]'],
    ['syntax', '{"a" 1}'],
    ['syntax', ''],
    ['syntax', '[1,]'],
  ])('is refused as %s', (code, text) => {
    expect(problem(text)).toBe(code);
  });

  it('may start with a byte order mark', () => {
    expect(parseJsonCapped('\uFEFF{"a":1}', caps)).toEqual({ ok: true, value: { a: 1 } });
  });

  it('has its problem told in words with the place', () => {
    const result = parseJsonCapped('{"a":1,"a":2}', caps);
    expect(!result.ok && describeJsonProblem(result.error)).toBe('it names the same field twice (at character 8)');
  });
});

/** Without the field names that are refused on purpose. */
function isPlain(value: unknown): boolean {
  return !/"(?:__proto__|constructor|prototype)":/u.test(JSON.stringify(value));
}
