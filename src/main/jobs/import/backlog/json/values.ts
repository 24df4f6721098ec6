/** Turns values of JSON into the text of a cell: names of objects, lists with commas, documents as plain text. */

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path whose steps are parted by "/"; a step through a list takes every entry. */
export function at(value: unknown, path: string): unknown {
  let here: unknown = value;
  for (const step of path.split('/')) {
    if (Array.isArray(here)) here = here.map((each) => (isObject(each) ? each[step] : undefined));
    else if (isObject(here)) here = here[step];
    else return undefined;
  }
  return here;
}

/** Any value as the text of a cell. */
export function cellText(value: unknown, depth = 0): string {
  if (value === null || value === undefined || depth > 6) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    const texts = value.slice(0, 1000).map((each) => cellText(each, depth + 1));
    return [...new Set(texts.filter((text) => text !== ''))].join(', ');
  }
  if (!isObject(value)) return '';
  if (value['type'] === 'doc' && Array.isArray(value['content'])) return documentText(value, 0).trim();
  const name = nameKeys.find((key) => ['string', 'number'].includes(typeof value[key]));
  if (name !== undefined) return String(value[name]);
  const list = value['nodes'] ?? value['issues'];
  return list === undefined ? '' : cellText(list, depth + 1);
}

/** What names an object, the best first. */
const nameKeys = [
  'displayName',
  'name',
  'fullName',
  'title',
  'login',
  'username',
  'identifier',
  'value',
  'text',
  'presentation',
  'key',
  'status',
  'email',
];

/** The text of Atlassian's document format: paragraphs in lines. */
function documentText(node: JsonObject, depth: number): string {
  if (depth > 60) return '';
  if (typeof node['text'] === 'string') return node['text'];
  if (node['type'] === 'hardBreak') return '\n';
  const content = Array.isArray(node['content']) ? node['content'] : [];
  const inner = content.map((each) => (isObject(each) ? documentText(each, depth + 1) : '')).join('');
  return blocks.has(String(node['type'])) ? `${inner}\n` : inner;
}

const blocks: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'listItem',
  'codeBlock',
  'tableRow',
  'blockquote',
]);

/** HTML as plain text: paragraphs in lines, no tags, the common entities. */
export function plainFromHtml(html: string): string {
  if (!/[<&]/.test(html)) return html;
  return html
    .replace(/<(?:br|\/p|\/div|\/li|\/h\d|\/tr)\b[^<>]{0,2000}>/gi, '\n')
    .replace(/<[^<>]{0,20000}>/g, '')
    .replace(/&(?:nbsp|amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
