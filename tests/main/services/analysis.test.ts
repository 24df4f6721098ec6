import { describe, expect, it } from 'vitest';
import { value, workplace } from '../../support/core.ts';

describe('figures that somebody has already', () => {
  it('come as the parts that differ, and put together they are all the figures', async () => {
    const place = workplace();
    const core = place.core();
    const path = place.path('A.throughline');
    const { file, info } = value(await core.client.files.create({ place: core.grant(path), client: 'A' }));
    const engagement = info.engagements[0]?.id ?? '';
    const news = async (known: { figures: Record<string, string>; background: Record<string, string> }) =>
      value(await core.client.analysis.news({ file, engagement, known }));
    const digestsOf = ({ figures, background }: Awaited<ReturnType<typeof news>>) => ({
      figures: figures.digests,
      background: background.digests,
    });

    const first = await news({ figures: {}, background: {} });
    expect(Object.keys(first.figures.changed)).toEqual(Object.keys(first.figures.digests));
    const same = await news(digestsOf(first));
    expect([same.figures.changed, same.background.changed]).toEqual([{}, {}]);

    const id = core.newId();
    const fields = { engagement, title: 'Win the north' };
    const changes = [{ op: 'insert' as const, entity: 'decision' as const, id, fields }];
    value(await core.client.changes.apply({ file, opId: core.newId(), label: 'Decision', changes }));
    const { figures, background } = await news(digestsOf(same));
    expect(figures.changed).toHaveProperty('coverage');
    expect(figures.changed).not.toHaveProperty('patterns');
    expect({ ...first.figures.changed, ...figures.changed }).toEqual(
      value(await core.client.analysis.analyse({ file, engagement, suggestions: false })),
    );
    expect({ ...first.background.changed, ...background.changed }).toEqual(
      value(await core.client.analysis.background({ file, engagement })),
    );
  });
});
