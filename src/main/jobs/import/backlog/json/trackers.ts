/** The JSON of trackers, as their interfaces and tools document it: how each is recognised, and under which name a column stands. */
import { at, cellText, isObject, plainFromHtml, type JsonObject } from './values.ts';

/** One form of JSON; the columns have the names of the tracker's own table, so that both are mapped alike. */
export type JsonForm = {
  /** Whether an entry of the list has this form. */
  readonly fits: (entry: JsonObject) => boolean;
  /** Name of the column → path, several after each other, or a function. */
  readonly columns: Readonly<Record<string, string | ((entry: JsonObject) => unknown)>>;
  /** Fields of the client's own, by the name that the tracker shows. */
  readonly own?: (entry: JsonObject, whole: unknown) => Readonly<Record<string, unknown>>;
};

const has = (path: string) => (entry: JsonObject) => at(entry, path) !== undefined;
const html = (path: string) => (entry: JsonObject) => plainFromHtml(cellText(at(entry, path)));

/** In the order of trial. */
export const jsonForms: readonly JsonForm[] = [
  {
    fits: (entry) => has('fields/summary')(entry) && has('key')(entry),
    columns: {
      'Issue key': 'key',
      'Issue id': 'id',
      'Issue Type': 'fields/issuetype/name',
      Summary: 'fields/summary',
      Description: 'fields/description',
      Status: 'fields/status/name',
      'Status Category': 'fields/status/statusCategory/name',
      Resolution: 'fields/resolution/name',
      Created: 'fields/created',
      Updated: 'fields/updated',
      Resolved: 'fields/resolutiondate',
      'Due date': 'fields/duedate',
      Assignee: 'fields/assignee/displayName|fields/assignee/name',
      'Component/s': 'fields/components/name',
      'Project name': 'fields/project/name',
      Labels: 'fields/labels',
      'Parent key': 'fields/parent/key',
      'Parent summary': 'fields/parent/fields/summary',
      'Inward issue link': 'fields/issuelinks/inwardIssue/key',
      'Outward issue link': 'fields/issuelinks/outwardIssue/key',
      URL: ({ self, key }) => {
        const origin = /^https?:\/\/[^/\s]+/.exec(cellText(self))?.[0];
        return origin === undefined || origin.endsWith('api.atlassian.com') ? '' : `${origin}/browse/${cellText(key)}`;
      },
    },
    own: ({ fields }, whole) =>
      Object.fromEntries(
        Object.entries(isObject(fields) ? fields : {}).flatMap(([key, value]) => {
          const name = /^customfield_\d+$/.test(key) ? at(whole, `names/${key}`) : undefined;
          return typeof name === 'string' ? [[name, value]] : [];
        }),
      ),
  },
  {
    fits: (entry) => isObject(entry['fields']) && entry['fields']['System.Title'] !== undefined,
    columns: {
      ID: 'id',
      'Work Item Type': 'fields/System.WorkItemType',
      Title: 'fields/System.Title',
      State: 'fields/System.State',
      Reason: 'fields/System.Reason',
      Description: html('fields/System.Description'),
      'Assigned To': 'fields/System.AssignedTo',
      'Area Path': 'fields/System.AreaPath',
      Tags: 'fields/System.Tags',
      'Story Points':
        'fields/Microsoft.VSTS.Scheduling.StoryPoints|fields/Microsoft.VSTS.Scheduling.Effort|fields/Microsoft.VSTS.Scheduling.Size',
      'Created Date': 'fields/System.CreatedDate',
      'Changed Date': 'fields/System.ChangedDate',
      'Start Date': 'fields/Microsoft.VSTS.Scheduling.StartDate',
      'Activated Date': 'fields/Microsoft.VSTS.Common.ActivatedDate',
      'Closed Date': 'fields/Microsoft.VSTS.Common.ClosedDate',
      'Target Date': 'fields/Microsoft.VSTS.Scheduling.TargetDate|fields/Microsoft.VSTS.Scheduling.DueDate',
      Parent: 'fields/System.Parent',
      URL: '_links/html/href',
    },
  },
  {
    fits: (entry) => has('idReadable')(entry) && has('summary')(entry),
    columns: {
      'Issue Id': 'idReadable',
      Summary: 'summary',
      Description: 'description',
      Project: 'project/name|project/shortName',
      Created: 'created',
      Updated: 'updated',
      Resolved: 'resolved',
      Tags: 'tags/name',
      Parent: 'parent/issues/idReadable',
      Links: ({ links }) => (Array.isArray(links) ? links.map((link: unknown) => at(link, 'issues/idReadable')) : ''),
    },
    own: ({ customFields }) =>
      Object.fromEntries(
        (Array.isArray(customFields) ? customFields : []).flatMap((field: unknown) =>
          isObject(field) && typeof field['name'] === 'string' ? [[field['name'], field['value']]] : [],
        ),
      ),
  },
  {
    fits: (entry) => has('iid')(entry) && has('web_url')(entry),
    columns: {
      'Issue ID': 'iid',
      Title: 'title',
      Description: 'description',
      State: 'state',
      'Author Username': 'author/username',
      Assignee: 'assignees/name|assignee/name',
      'Due Date': 'due_date',
      'Start Date': 'start_date',
      'Created At (UTC)': 'created_at',
      'Updated At (UTC)': 'updated_at',
      'Closed At (UTC)': 'closed_at',
      Milestone: 'milestone/title',
      Weight: 'weight',
      Labels: 'labels',
      'Epic ID': 'epic/iid',
      'Epic Title': 'epic/title',
      Type: 'issue_type|type',
      URL: 'web_url',
    },
  },
  {
    fits: (entry) => has('identifier')(entry) && has('title')(entry),
    columns: {
      ID: 'identifier',
      Team: 'team/name|team',
      Title: 'title',
      Description: 'description',
      Status: 'state/name|status|state',
      Estimate: 'estimate/value|estimate',
      Project: 'project/name|project',
      Assignee: 'assignee/displayName|assignee/name|assignee',
      Labels: 'labels/nodes/name|labels',
      Created: 'createdAt',
      Updated: 'updatedAt',
      Started: 'startedAt',
      Completed: 'completedAt',
      Canceled: 'canceledAt',
      'Due Date': 'dueDate',
      'Parent issue': 'parent/identifier|parentId',
      UUID: 'id',
      URL: 'url',
    },
  },
  {
    // `gh project item-list --format json`: the issue lies in the entry.
    fits: (entry) => has('content/title')(entry) || has('content/url')(entry),
    columns: {
      Title: 'title|content/title',
      URL: 'content/url|id',
      Repository: 'content/repository|repository',
      Body: 'content/body',
      Status: 'status|content/state',
      Type: 'content/type',
      Assignees: 'assignees|content/assignees',
      Labels: 'labels|content/labels',
      Milestone: 'milestone/title|content/milestone/title',
      Estimate: 'estimate|size|story Points|points',
      'Start date': 'start date|start Date|start',
      'Target date': 'target date|target Date|end date|due date|due',
      'Parent issue': 'parent issue|parent Issue',
    },
  },
  {
    fits: (entry) => has('title')(entry) && has('state')(entry) && (has('html_url')(entry) || has('url')(entry)),
    columns: {
      Title: 'title',
      URL: 'html_url|url',
      Repository: (entry) =>
        /^https?:\/\/[^/\s]+\/([^/\s]+\/[^/\s]+)\//.exec(cellText(entry['html_url'] ?? entry['url']))?.[1] ?? '',
      Number: 'number',
      Body: 'body',
      State: 'state',
      'State reason': 'state_reason|stateReason',
      Assignees: 'assignees',
      Labels: 'labels',
      Milestone: 'milestone/title',
      Created: 'created_at|createdAt',
      Updated: 'updated_at|updatedAt',
      Closed: 'closed_at|closedAt',
      Type: (entry) =>
        isObject(entry['pull_request']) ? 'Pull request' : (at(entry, 'type/name') ?? at(entry, 'issueType/name')),
      'Parent issue': 'parent/url|parent_issue_url',
    },
  },
  {
    fits: (entry) => has('gid')(entry) && has('name')(entry),
    columns: {
      'Task ID': 'gid',
      Name: 'name',
      Notes: 'notes',
      'Section/Column': 'memberships/section/name',
      Projects: 'projects/name|memberships/project/name',
      'Completed At': 'completed_at',
      'Created At': 'created_at',
      'Last Modified': 'modified_at',
      'Start Date': 'start_on',
      'Due Date': 'due_on|due_at',
      Assignee: 'assignee/name',
      Tags: 'tags/name',
      'Parent task': 'parent/gid',
      URL: 'permalink_url',
    },
    own: ({ custom_fields: fields }) =>
      Object.fromEntries(
        (Array.isArray(fields) ? fields : []).flatMap((field: unknown) =>
          isObject(field) && typeof field['name'] === 'string' ? [[field['name'], field['display_value']]] : [],
        ),
      ),
  },
  {
    fits: (entry) => has('date_created')(entry) && has('status/status')(entry),
    columns: {
      'Task ID': 'id',
      'Task Custom ID': 'custom_id',
      'Task Name': 'name',
      'Task Content': 'text_content|description',
      Status: 'status/status',
      'Date Created': 'date_created',
      'Date Updated': 'date_updated',
      'Date Closed': 'date_closed',
      'Start Date': 'start_date',
      'Due Date': 'due_date',
      Assignees: 'assignees/username',
      Tags: 'tags/name',
      'Parent ID': 'parent',
      'List Name': 'list/name',
      'Folder Name': 'folder/name',
      'Space Name': 'space/name|space/id',
      'Points Estimate': 'points',
      URL: 'url',
    },
  },
  {
    fits: (entry) => has('subject')(entry) && has('tracker/name')(entry),
    columns: {
      '#': 'id',
      Project: 'project/name',
      Tracker: 'tracker/name',
      'Parent task': 'parent/id',
      Status: 'status/name',
      Subject: 'subject',
      Description: 'description',
      Assignee: 'assigned_to/name',
      Category: 'category/name',
      'Target version': 'fixed_version/name',
      'Start date': 'start_date',
      'Due date': 'due_date',
      'Estimated time': 'estimated_hours',
      Created: 'created_on',
      Updated: 'updated_on',
      Closed: 'closed_on',
    },
  },
];
