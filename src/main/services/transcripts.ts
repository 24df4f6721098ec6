/** The words of the transcripts of an open file. */
import { ok } from '../../shared/lib/result.ts';
import type { Services } from '../binding.ts';
import type { ServicePorts } from './ports.ts';

/** Use cases of `transcripts`. */
export function transcriptServices({ sessions }: ServicePorts): Services['transcripts'] {
  return {
    turns({ file, interview }) {
      const session = sessions.find(file);
      if (!session.ok) return session;
      const rows = session.value.rows().turn.filter((row) => row.interview === interview);
      return ok(rows.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1)));
    },
  };
}
