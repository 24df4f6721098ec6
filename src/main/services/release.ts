/** What speakers release before it is printed: the list, and the letter to one of them. */
import { join } from 'node:path';
import { failure } from '../../shared/api/errors.ts';
import { composeFrom } from '../../shared/document/compose.ts';
import { gatherMaterial } from '../../shared/document/material.ts';
import { composeReleaseLetter, composeReleaseList } from '../../shared/document/release.ts';
import { fail, ok } from '../../shared/lib/result.ts';
import type { Services } from '../binding.ts';
import { writeExport } from '../store/write-export.ts';
import { brandOf } from './brand.ts';
import type { ServicePorts } from './ports.ts';
import type { EngagementRows } from './sessions.ts';

/** Use cases of `documents` that speakers are asked with. */
export function releaseServices(ports: ServicePorts): Pick<Services['documents'], 'releaseList' | 'releaseLetter'> {
  const { sessions, places, jobs, works } = ports;
  return {
    releaseList({ file, engagement, today }) {
      const rows = sessions.engagement(file, engagement);
      return rows.ok ? ok(listOf(rows.value, today ?? ports.today()).entries) : rows;
    },
    async releaseLetter({ file, engagement, today, person, place, work: name }) {
      const rows = sessions.engagement(file, engagement);
      if (!rows.ok) return rows;
      const path = places.find(place);
      if (path === null) return fail(failure('not-found', { what: 'place', id: place }));
      const day = today ?? ports.today();
      const { material, entries } = listOf(rows.value, day);
      const entry = entries.find((one) => one.person === person);
      if (entry === undefined || entry.letter === '')
        return fail(failure('not-found', { what: 'quote to release', id: person }));
      const work = works.begin(name);
      try {
        const done = await jobs.start('render/document', {
          options: {
            paper: rows.value.kit.content.brand?.paper ?? material.engagement.paper ?? 'A4',
            brand: brandOf(rows.value),
            issueDate: day,
            fontFolder: join(ports.resources, 'fonts'),
            levels: [{ change: null, document: composeReleaseLetter(entry, material) }],
            search: false,
            range: { min: 1, max: 99 },
            write: true,
          },
          signal: work.signal,
        });
        if (!done.ok) return done;
        const { bytes } = done.value.value;
        if (bytes === null) throw new Error('a letter that is written has bytes');
        const written = writeExport(path, bytes);
        const quotes = entry.quotes.filter(({ breach }) => breach === null).length;
        return written.ok ? ok({ bytes: bytes.length, quotes }) : written;
      } finally {
        work.end();
      }
    },
  };
}

function listOf(rows: EngagementRows, today: string) {
  const material = gatherMaterial({ data: rows.data, kit: rows.kit, today });
  const { printedEvidence } = composeFrom(material, { version: null, brand: brandOf(rows) });
  return { material, entries: composeReleaseList(material, printedEvidence) };
}
