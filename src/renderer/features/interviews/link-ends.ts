/** What a piece of evidence can be linked to, in words that the client may see, and how its links are read. */
import { useMemo } from 'react';
import { nameIn } from '../../../shared/method/kit.ts';
import { entities, type EvidenceLink } from '../../../shared/model/index.ts';
import { useKit, useRows } from '../../data/hooks.ts';
import { decisionName, inOrder } from '../../parts/names.ts';
import { indicatorChoices } from './names.ts';

/** One thing to link to. */
export type LinkEnd = {
  readonly id: string;
  readonly says: string;
  readonly more: string;
  readonly fields: Partial<EvidenceLink>;
};

/** All that can be linked to, and the ways to read a link: a short tag, and what it is about in full. */
export type LinkEnds = {
  readonly ends: readonly LinkEnd[];
  readonly tagOf: (link: EvidenceLink) => string;
  readonly saysOf: (link: EvidenceLink) => string;
};

/** Lists what can be linked to: decisions, indicators, axes, limits, priorities, live cases and steps. */
export function useLinkEnds(): LinkEnds {
  const kit = useKit();
  const decisions = useRows('decision');
  const limits = useRows('limit');
  const priorities = useRows('priority');
  const cases = useRows('liveCase');
  const steps = useRows('step');
  return useMemo(() => {
    const ends: LinkEnd[] = [
      ...inOrder(decisions).map((row) => ({
        id: row.id,
        says: `${row.label} ${decisionName(row)}`,
        more: 'Decision',
        fields: { decision: row.id },
      })),
      ...indicatorChoices(kit).map(({ id, says, more = '' }) => ({ id, says, more, fields: { indicator: id } })),
      ...kit.content.axes.map(({ id, name, ask }) => ({ id, says: name, more: ask, fields: { axis: id } })),
      ...inOrder(limits.filter(({ text }) => text !== '')).map((row) => ({
        id: row.id,
        says: row.text,
        more: 'Limit',
        fields: { limit: row.id },
      })),
      ...inOrder(priorities).map((row) => ({
        id: row.id,
        says: `${row.label} ${row.title}`,
        more: 'Priority',
        fields: { priority: row.id },
      })),
      ...cases.map((row) => ({
        id: row.id,
        says: String(row[entities.liveCase.title as keyof typeof row] ?? '') || 'Live case',
        more: 'Live case',
        fields: { liveCase: row.id },
      })),
      ...inOrder(steps).map((row) => ({ id: row.id, says: row.name, more: 'Step', fields: { step: row.id } })),
    ];
    const byId = new Map(ends.map((end) => [end.id, end]));
    const endOf = (link: EvidenceLink): string | null =>
      link.indicator ?? link.decision ?? link.axis ?? link.limit ?? link.priority ?? link.liveCase ?? link.step;
    const labels = new Map([...decisions, ...priorities].map(({ id, label }) => [id, label]));
    const grounds = entities.evidenceLink.fields.ground.options ?? {};
    return {
      ends,
      tagOf: (link) => {
        const end = endOf(link) ?? '';
        const tag = kit.indicators.get(end)?.tag;
        if (tag !== undefined) return `#${tag}`;
        if (link.axis !== null) return `#${nameIn(kit.content.axes, link.axis).toLowerCase()}`;
        if (link.limit !== null) return '#limit';
        return `#${labels.get(end) ?? byId.get(end)?.more.toLowerCase() ?? 'link'}`;
      },
      saysOf: (link) => {
        const end = byId.get(endOf(link) ?? '');
        const ground = link.ground === null ? '' : `, ${(grounds[link.ground] ?? '').toLowerCase()}`;
        return `${end?.says ?? 'Something that is no longer there'}${ground}`;
      },
    };
  }, [kit, decisions, limits, priorities, cases, steps]);
}
