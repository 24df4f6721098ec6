/** A board of Trello, whose cards name their lists, labels and members by number. */
import { cellText, isObject, type JsonObject } from './values.ts';

/** Whether a value is a board. */
export function isBoard(value: unknown): value is JsonObject {
  return isObject(value) && Array.isArray(value['cards']) && Array.isArray(value['lists']);
}

/** The cards, with the names that Trello's own table has; a number of Trello begins with the moment of its making. */
export function cardsOf(board: JsonObject): JsonObject[] {
  const lists = namesById(board['lists']);
  const members = namesById(board['members']);
  const labels = namesById(board['labels']);
  const closedLists = new Set(
    objects(board['lists']).flatMap((list) => (list['closed'] === true ? [cellText(list['id'])] : [])),
  );
  return objects(board['cards']).map((card) => {
    const id = cellText(card['id']);
    const made = /^[0-9a-f]{24}$/.test(id) ? Number.parseInt(id.slice(0, 8), 16) : 0;
    const names = (key: string, known: ReadonlyMap<string, string>): string[] =>
      (Array.isArray(card[key]) ? card[key] : []).map((one: unknown) => known.get(cellText(one)) ?? '');
    const own = objects(card['labels']).map((label) => cellText(label['name']) || cellText(label['color']));
    return {
      'Card ID': id,
      'Card Name': card['name'],
      'Card URL': card['url'] ?? card['shortUrl'],
      'Card Description': card['desc'],
      Labels: own.length > 0 ? own : names('idLabels', labels),
      Members: names('idMembers', members),
      Created: made > 1_200_000_000 ? new Date(made * 1000).toISOString().slice(0, 10) : '',
      'Start Date': card['start'],
      'Due Date': card['due'],
      'Last Activity Date': card['dateLastActivity'],
      'List Name': lists.get(cellText(card['idList'])) ?? '',
      'Board Name': board['name'],
      Archived: card['closed'] === true || closedLists.has(cellText(card['idList'])),
      'Due Complete': card['dueComplete'],
    };
  });
}

function namesById(list: unknown): Map<string, string> {
  return new Map(
    objects(list).map((one) => [cellText(one['id']), cellText(one['fullName'] ?? one['name'] ?? one['color'])]),
  );
}

function objects(list: unknown): JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}
