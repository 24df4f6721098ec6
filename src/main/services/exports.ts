/** Files for others: the whole engagement as JSON, the translation map as a table, coverage as a picture. Each is written whole or not at all. */
import { join } from 'node:path';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { coveragePicture } from '../../shared/document/coverage-picture.ts';
import { composeMap } from '../../shared/document/map-table.ts';
import { toSvgText } from '../../shared/figures/svg.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { composeExchange, serialiseExchange } from '../../shared/model/exchange/compose.ts';
import type { Fields } from '../../shared/model/define.ts';
import { entities, entityNames } from '../../shared/model/index.ts';
import type { Services } from '../binding.ts';
import { brandOf } from './brand.ts';
import type { ServicePorts } from './ports.ts';
import { writeExport } from '../store/write-export.ts';
import type { EngagementRows } from './sessions.ts';

/** Use cases of `exports`. */
export function exportServices(ports: ServicePorts): Services['exports'] {
  const { sessions, places, jobs, resources } = ports;
  const drawn = async (svg: string): Promise<Result<Uint8Array, Failure>> => {
    const made = await jobs.start('render/picture', { options: { svg, fontFolder: join(resources, 'fonts') } });
    return made.ok ? ok(made.value.value.bytes) : made;
  };
  return {
    engagement({ file, engagement, place }) {
      const rows = sessions.engagement(file, engagement);
      if (!rows.ok) return rows;
      const path = places.find(place);
      if (path === null) return fail(failure('not-found', { what: 'place', id: place }));
      const exchange = composeExchange(withLargeFields(rows.value), rows.value.kit);
      const bytes = Buffer.from(serialiseExchange(exchange));
      const written = writeExport(path, bytes);
      if (!written.ok) return written;
      const count = Object.values(exchange.rows ?? {}).reduce((sum, list) => sum + list.length, 0);
      return ok({ bytes: bytes.length, rows: count });
    },
    async map({ file, engagement, place, format }) {
      const rows = sessions.engagement(file, engagement);
      if (!rows.ok) return rows;
      const path = places.find(place);
      if (path === null) return fail(failure('not-found', { what: 'place', id: place }));
      const table = composeMap(rows.value.data);
      const made = await jobs.start('render/table', { options: { format, table } });
      if (!made.ok) return made;
      const written = writeExport(path, made.value.value.bytes);
      return written.ok ? ok({ bytes: made.value.value.bytes.length, rows: table.rows.length }) : written;
    },
    async coverage({ file, engagement, place, format, today }) {
      const rows = sessions.engagement(file, engagement);
      if (!rows.ok) return rows;
      const path = places.find(place);
      if (path === null) return fail(failure('not-found', { what: 'place', id: place }));
      const { data, kit } = rows.value;
      const svg = toSvgText(coveragePicture({ data, kit, today: today ?? ports.today() }, brandOf(rows.value)));
      const bytes = format === 'svg' ? ok(Buffer.from(svg)) : await drawn(svg);
      if (!bytes.ok) return bytes;
      const written = writeExport(path, bytes.value);
      return written.ok ? ok({ bytes: bytes.value.length }) : written;
    },
  };
}

/** Large texts and bytes are not loaded with the rows; an export that left them out would not be the whole engagement. */
function withLargeFields({ session, data }: EngagementRows): EngagementRows['data'] {
  const filled = entityNames.map((name) => {
    const fields: Fields = entities[name].fields;
    const large = Object.entries(fields).filter(([, field]) => field.kind === 'large' || field.kind === 'bytes');
    const rows = data[name] as readonly { readonly id: string }[];
    if (large.length === 0) return [name, rows];
    const whole = rows.map((row) => ({
      ...row,
      ...Object.fromEntries(large.map(([field]) => [field, session.file.largeField(name, row.id, field) ?? ''])),
    }));
    return [name, whole];
  });
  return Object.fromEntries(filled) as EngagementRows['data'];
}
