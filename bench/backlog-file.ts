/** A tracker's export to measure imports on. */
import { openWriter } from './writer.ts';

/** A CSV as Jira writes it with so many items: quoted descriptions, days, people, epics, labels. */
export function composeBacklogCsv(rows: number): Buffer {
  const writer = openWriter(11);
  const day = (): string => `2026-0${1 + writer.draw(8)}-${10 + writer.draw(18)}`;
  const statuses = ['To Do', 'In Progress', 'Done', 'Done', "Won't Do"];
  const head =
    'Issue key,Issue id,Summary,Description,Status,Issue Type,Assignee,Created,Updated,Resolved,Epic Link,Labels';
  const lines = Array.from({ length: rows }, (_, n) => {
    const status = statuses[writer.draw(statuses.length)] ?? '';
    return [
      `OPS-${n}`,
      100_000 + n,
      writer.text(8),
      `"${writer.text(10)}, ""${writer.word()}"":\n${writer.text(10 + writer.draw(20))}"`,
      status,
      n < 500 ? 'Epic' : 'Story',
      `Person ${writer.draw(200)}`,
      day(),
      day(),
      status === 'Done' ? day() : '',
      n < 500 ? '' : `OPS-${writer.draw(500)}`,
      writer.word(),
    ].join(',');
  });
  return Buffer.from(`${head}\n${lines.join('\n')}\n`);
}
