/** One item of the client's list of work, as its tracker exports it. */
import { code, date, defineEntity, flag, kitId, line, list, number, owner, setting, text } from './define.ts';

import { z } from 'zod';

export const backlogItem = defineEntity(
  'backlogItem',
  'item',
  { many: 'items', title: 'title' },
  {
    source: owner('Backlog', 'source'),
    key: line('Key'),
    title: line('Title'),
    description: text('Description'),
    status: setting('Status', { todo: 'To do', progress: 'In progress', done: 'Done', dropped: 'Dropped' }, 'todo'),
    statusText: line('Status in the tracker'),
    type: line('Type'),
    effort: number('Effort', { min: 0 }),
    createdOn: date('Created'),
    updatedOn: date('Updated'),
    startOn: date('Planned start'),
    startedOn: date('Started'),
    closedOn: date('Closed'),
    dueOn: date('Due'),
    assignee: line('Assignee'),
    function: kitId('Function', 'functions'),
    functionText: line('Team in the tracker'),
    parentKey: code('Parent'),
    parentTitle: code('Title of the parent'),
    epicKey: code('Epic'),
    initiative: line('Initiative'),
    linkedKeys: list('Linked items', z.string()),
    labels: list('Labels in the tracker', z.string()),
    link: code('Link'),
    keepsLightsOn: flag('Keeps the lights on'),
    basis: kitId('Basis on which it was begun', 'decisionBases'),
    judged: flag('Judged', true),
    newAtReview: flag('Came with a later import'),
    goneOn: date('Gone from the export of'),
  },
);
