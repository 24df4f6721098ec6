/** Reads a plan that Microsoft Project saved as XML: its tasks as a table with the names that Project shows. */
import { walkXml } from '../guard/xml.ts';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';

/** The names of the columns, then a task in each row. */
export function readProjectPlan(xml: string): string[][] {
  const tasks: Fields[] = [];
  const resources = new Map<string, string>();
  const workers = new Map<string, string[]>();
  const path: string[] = [];
  let fields: Fields = {};
  let text = '';
  walkXml(
    'the plan',
    xml,
    {
      open: ({ name }, depth) => {
        path.length = depth - 1;
        path.push(name.slice(name.indexOf(':') + 1));
        text = '';
        if (depth === 3) fields = {};
      },
      text: (piece) => {
        if (text.length < limits.fieldBytes) text += piece;
      },
      close: (_name, _start, _end, depth) => {
        const tag = path[depth - 1] ?? '';
        const own = path[2] ?? '';
        if (depth === 4 && text.trim() !== '') fields[tag] = text.trim();
        if (depth === 5 && tag === 'PredecessorUID' && own === 'Task')
          fields['Predecessors'] = [fields['Predecessors'], text.trim()].filter(Boolean).join(', ');
        if (depth === 3 && own === 'Task') tasks.push(fields);
        if (depth === 3 && own === 'Resource') resources.set(fields['UID'] ?? '', fields['Name'] ?? '');
        if (depth === 3 && own === 'Assignment') {
          const task = fields['TaskUID'] ?? '';
          workers.set(task, [...(workers.get(task) ?? []), fields['ResourceUID'] ?? '']);
        }
        if (tasks.length > limits.rows) throw new Refusal('import-too-many', { limit: limits.rows, what: 'rows' });
        text = '';
        path.length = depth - 1;
      },
    },
    { tags: 0, most: limits.sheetElements },
  );
  const levels: Fields[] = [];
  const rows = tasks.flatMap((task) => {
    const level = Number(task['OutlineLevel'] ?? 1);
    levels.length = Math.min(levels.length, level);
    levels[level] = task;
    // The last task before it that stands one level higher.
    return rowOf(task, workers, resources, level < 2 ? undefined : levels[level - 1]);
  });
  return [[...names], ...rows];
}

type Fields = Record<string, string>;

const names = [
  'Unique ID',
  'WBS',
  'Task Name',
  'Notes',
  'Status',
  '% Complete',
  'Start',
  'Finish',
  'Actual Start',
  'Actual Finish',
  'Created',
  'Work',
  'Resource Names',
  'Predecessors',
  'Parent',
  'Parent Name',
  'Type',
  'Hyperlink Address',
];

function rowOf(
  task: Fields,
  workers: ReadonlyMap<string, readonly string[]>,
  resources: ReadonlyMap<string, string>,
  parent: Fields | undefined,
): string[][] {
  // The plan itself stands first, with the number 0; an empty line of the plan has no name.
  if (task['UID'] === undefined || task['UID'] === '0' || task['Name'] === undefined || task['IsNull'] === '1')
    return [];
  const done = Number(task['PercentComplete'] ?? 0);
  const status =
    task['Active'] === '0' ? 'Inactive' : done >= 100 ? 'Complete' : done > 0 ? 'In progress' : 'Not started';
  const people = (workers.get(task['UID']) ?? []).map((id) => resources.get(id) ?? '');
  const type = task['Milestone'] === '1' ? 'Milestone' : task['Summary'] === '1' ? 'Summary task' : 'Task';
  return [
    [
      task['UID'],
      task['WBS'] ?? task['OutlineNumber'] ?? '',
      task['Name'],
      task['Notes'] ?? '',
      status,
      task['PercentComplete'] ?? '',
      task['Start'] ?? '',
      task['Finish'] ?? '',
      task['ActualStart'] ?? '',
      task['ActualFinish'] ?? '',
      task['CreateDate'] ?? '',
      daysOf(task['Work'] ?? ''),
      [...new Set(people.filter(Boolean))].join(', '),
      task['Predecessors'] ?? '',
      parent?.['UID'] ?? '',
      parent?.['Name'] ?? '',
      type,
      task['HyperlinkAddress'] ?? '',
    ],
  ];
}

/** "PT40H0M0S" in days of eight hours. */
function daysOf(work: string): string {
  const match = /^PT(\d+)H(\d+)M/.exec(work);
  return match === null ? '' : String((Number(match[1]) + Number(match[2]) / 60) / 8);
}
