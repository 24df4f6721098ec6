/** The list of attacks on the loopback server: what is sent, and with which status it has to be refused. */
import { call, get, type Known, latin1, wrong } from './browser-shell-call.ts';

/** One attack; status 0 stands for a connection that is cut without a word. */
export type Attack = {
  readonly name: string;
  readonly status: number | readonly number[];
  readonly send: (known: Known) => string | Uint8Array;
};

const hosts: readonly (readonly [name: string, host: (port: number) => string | null])[] = [
  ['no host', () => null],
  ['an empty host', () => ''],
  ["somebody else's host, as after rebinding", (port) => `evil.example:${port}`],
  ['a name that resolves to the loopback address', (port) => `127.0.0.1.nip.io:${port}`],
  ['localhost', (port) => `localhost:${port}`],
  ['LOCALHOST', (port) => `LOCALHOST:${port}`],
  ['the IPv6 loopback address', (port) => `[::1]:${port}`],
  ['0.0.0.0', (port) => `0.0.0.0:${port}`],
  ['127.1', (port) => `127.1:${port}`],
  ['the address as one number', (port) => `2130706433:${port}`],
  ['the address in hexadecimal', (port) => `0x7f.0.0.1:${port}`],
  ['the address with zeros', (port) => `127.000.000.001:${port}`],
  ['a trailing dot', (port) => `127.0.0.1.:${port}`],
  ['another port', (port) => `127.0.0.1:${port - 1}`],
  ['no port', () => '127.0.0.1'],
  ['a port with a zero', (port) => `127.0.0.1:0${port}`],
  ['a user before the host', (port) => `evil@127.0.0.1:${port}`],
  ['something after the port', (port) => `127.0.0.1:${port}.evil.example`],
  ['two hosts in one', (port) => `127.0.0.1:${port}, evil.example`],
];

const crossSite = ['Sec-Fetch-Site: cross-site'];
const pageHeaders = (mode: string, to: string): string[] => [
  ...crossSite,
  `Sec-Fetch-Mode: ${mode}`,
  `Sec-Fetch-Dest: ${to}`,
];
const origins: readonly (readonly [name: string, origin: (port: number) => string])[] = [
  ['null, as from a sandboxed frame', () => 'null'],
  ['of another site', () => 'https://evil.example'],
  ['that only begins like ours', (port) => `http://127.0.0.1:${port}.evil.example`],
  ['that only ends like ours', (port) => `http://evil.example/http://127.0.0.1:${port}`],
  ['of another port', (port) => `http://127.0.0.1:${port + 1}`],
  ['of another scheme', (port) => `https://127.0.0.1:${port}`],
  ['with a slash', (port) => `http://127.0.0.1:${port}/`],
  ['that is empty', () => ''],
];

const tokens: readonly (readonly [name: string, lines: (known: Known) => readonly string[]])[] = [
  ['none', () => []],
  ['an empty one', () => ['Authorization: Bearer ']],
  ['a wrong one', () => [`Authorization: Bearer ${'A'.repeat(43)}`]],
  ['one that is a character short', ({ token }) => [`Authorization: Bearer ${token.slice(0, -1)}`]],
  ['one that is a character long', ({ token }) => [`Authorization: Bearer ${token}A`]],
  ['a very long one', () => [`Authorization: Bearer ${'A'.repeat(5000)}`]],
  ['two of them', ({ token }) => [`Authorization: Bearer ${token}`, `Authorization: Bearer ${token}`]],
  ['a list', ({ token }) => [`Authorization: Bearer ${token}, Bearer ${token}`]],
  ['one in letters from elsewhere', () => [`Authorization: Bearer ${'\u00e9'.repeat(43)}`]],
  ['one by another scheme', ({ token }) => [`Authorization: Basic ${token}`]],
  ['one as a cookie', ({ token }) => [`Cookie: token=${token}; Authorization=Bearer ${token}`]],
  ['one in a header of its own', ({ token }) => [`X-Authorization: Bearer ${token}`]],
  ['the code instead', ({ code }) => [`Authorization: Bearer ${code}`]],
];

const targets: readonly (readonly [name: string, target: string])[] = [
  ['that climbs', '/../../../../etc/passwd'],
  ['that climbs behind a folder', '/assets/../../package.json'],
  ['that climbs in code', '/%2e%2e/%2e%2e/etc/passwd'],
  ['with a slash in code', '/..%2f..%2fetc%2fpasswd'],
  ['in double code', '/%252e%252e%252fetc%252fpasswd'],
  ['with a NUL in code', '/page.js%00.html'],
  ['with backslashes', '/..\\..\\etc\\passwd'],
  ['that names another host', '//evil.example/page.js'],
  ['of a drive', '/C:/Windows/win.ini'],
  ['of a file beside the page', '/manifest.json'],
  ['of the page by its name', '/index.html'],
  ['with a query', '/?code=1'],
  ['that is very long', `/${'a'.repeat(6000)}`],
  ['with the end of a line in code', '/%0d%0ainjected:%20yes'],
  ['of a call that is none', '/api/files/nothing'],
  ['of a call with a slash too many', '/api//desk/start'],
  ['of a property that every object has', '/api/__proto__/toString'],
  ['of a call in other letters', '/API/desk/start'],
];

const bodies: readonly (readonly [name: string, body: string | Uint8Array, status?: number])[] = [
  ['that is empty', ''],
  ['that is no JSON', '{"json":'],
  ['with a mark of byte order', Buffer.from('\ufeff{"json":{}}')],
  ['that is no UTF-8', Buffer.from([0x7b, 0x22, 0x6a, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['in UTF-16', Buffer.from('{"json":{}}', 'utf16le')],
  ['nested a hundred thousand times', `{"json":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ['that reaches for a prototype', '{"json":{"__proto__":{"admin":true}}}'],
  ['that reaches for a prototype in code', '{"json":{"\\u005f_proto__":{"admin":true}}}'],
  ['whose notes reach for a prototype', '{"json":{},"meta":[[1,"__proto__","toString"]]}'],
  ['whose notes are no notes', '{"json":{},"meta":{"0":1}}'],
  ['that is a list', '[{"json":{}}]'],
  ['that is null', 'null'],
  ['with keys that nobody knows', '{"json":{},"maps":[[]],"blobs":[]}'],
];

/** All attacks. */
export const attacks: readonly Attack[] = [
  ...hosts.map(([name, host]) => ({
    name: `a call with ${name}`,
    status: 421,
    send: (known: Known) => latin1(call(known, { host: host(known.port) })),
  })),
  {
    name: 'a call with two hosts',
    status: 421,
    send: (known) => latin1(call(known, { headers: [`Host: 127.0.0.1:${known.port}`, 'Host: evil.example'] })),
  },
  {
    name: 'the same host twice',
    status: 421,
    send: (known) => {
      const host = `Host: 127.0.0.1:${known.port}`;
      return latin1(call(known, { headers: [host, host] }));
    },
  },
  {
    name: 'a target with our own origin in it',
    status: 400,
    send: (known) => latin1(call(known, { target: `http://127.0.0.1:${known.port}/api/desk/start` })),
  },
  { name: 'a target with a foreign origin in it', status: 400, send: wrong({ target: 'http://evil.example/' }) },
  { name: 'a request to everything', status: 400, send: wrong({ method: 'OPTIONS', target: '*' }) },
  { name: 'a tunnel', status: 405, send: wrong({ method: 'CONNECT', target: 'evil.example:443' }) },
  ...targets.map(([name, target]) => ({ name: `a path ${name}`, status: 404, send: wrong(get(target)) })),
  ...['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND'].map((method) => ({
    name: `${method} on a call`,
    status: 405,
    send: wrong({ method }),
  })),
  { name: 'HEAD on the page', status: 405, send: wrong({ ...get('/'), method: 'HEAD' }) },
  { name: 'a method that nobody knows', status: 400, send: wrong({ method: 'STEAL' }) },
  { name: 'a call of another site', status: 403, send: wrong({ headers: pageHeaders('cors', 'empty') }) },
  { name: 'a blind call of another site', status: 403, send: wrong({ headers: pageHeaders('no-cors', 'empty') }) },
  {
    name: 'a call of another port of this computer',
    status: 403,
    send: wrong({ headers: ['Sec-Fetch-Site: same-site'] }),
  },
  {
    name: 'a call that claims two sites',
    status: 403,
    send: wrong({ headers: ['Sec-Fetch-Site: none', ...crossSite] }),
  },
  {
    name: 'a call of a site that nobody knows',
    status: 403,
    send: wrong({ headers: ['Sec-Fetch-Site: SAME-ORIGIN'] }),
  },
  ...['script', 'image', 'style', 'object', 'embed', 'font', 'worker'].map((to) => ({
    name: `a foreign page that takes our script as ${to}`,
    status: 403,
    send: wrong(get('/page.js', ...pageHeaders('no-cors', to))),
  })),
  { name: 'a foreign page that frames ours', status: 403, send: wrong(get('/', ...pageHeaders('navigate', 'iframe'))) },
  { name: 'a foreign page that reads ours', status: 403, send: wrong(get('/', ...pageHeaders('cors', 'empty'))) },
  {
    name: 'a foreign page that fetches ours ahead',
    status: 403,
    send: wrong(get('/', ...pageHeaders('no-cors', 'empty'), 'Sec-Purpose: prefetch')),
  },
  {
    name: 'a question whether a foreign page may call',
    status: 405,
    send: wrong({
      method: 'OPTIONS',
      headers: ['Origin: https://evil.example', 'Access-Control-Request-Method: POST'],
      without: ['authorization', 'content-type', 'content-length'],
      body: '',
    }),
  },
  ...origins.map(([name, origin]) => ({
    name: `an origin ${name}`,
    status: 403,
    send: (known: Known) => latin1(call(known, { headers: [`Origin: ${origin(known.port)}`] })),
  })),
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json-x',
    '',
  ].map((type) => ({
    name: `a form of type “${type}”`,
    status: 415,
    send: wrong({ headers: [`Content-Type: ${type}`] }),
  })),
  { name: 'no type', status: 415, send: wrong({ without: ['content-type'] }) },
  {
    name: 'two types',
    status: 415,
    send: wrong({ headers: ['Content-Type: application/json', 'Content-Type: text/plain'] }),
  },
  ...tokens.map(([name, lines]) => ({
    name: `a token: ${name}`,
    // Those that look like tokens count as guesses, which at some time get another word.
    status: [401, 429],
    send: (known: Known) => latin1(call(known, { headers: lines(known), without: ['authorization'] })),
  })),
  {
    name: 'a code that was used',
    status: [400, 401, 429],
    send: wrong({ target: '/boot', body: '{"code":["x"]}', without: ['authorization'] }),
  },
  {
    name: 'a code that is wrong',
    status: [401, 429],
    send: wrong({ target: '/boot', body: `{"code":"${'A'.repeat(43)}"}`, without: ['authorization'] }),
  },
  { name: 'a knock with something in it', status: 400, send: wrong({ target: '/knock', body: '{"code":"1"}' }) },
  {
    name: 'a wish for proof of nobody',
    status: 400,
    send: wrong({ target: '/proof', body: '{"page":"1","challenge":"1"}' }),
  },
  { name: 'a web socket', status: [400, 405], send: wrong({ headers: ['Connection: Upgrade', 'Upgrade: websocket'] }) },
  {
    name: 'a change to HTTP/2',
    status: 400,
    send: wrong({ headers: ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABk'] }),
  },
  { name: 'HTTP/2 at once', status: 400, send: () => latin1('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n') },
  { name: 'TLS', status: 400, send: () => Buffer.from([0x16, 3, 1, 0, 5, 1, 0, 0, 1, 0]) },
  {
    name: 'a length and pieces at once',
    status: 400,
    send: wrong({ headers: ['Transfer-Encoding: chunked'], body: '0\r\n\r\nGET / HTTP/1.1\r\n\r\n' }),
  },
  {
    name: 'pieces',
    status: 411,
    send: wrong({
      headers: ['Transfer-Encoding: chunked'],
      without: ['content-length'],
      body: 'b\r\n{"json":{}}\r\n0\r\n\r\n',
    }),
  },
  {
    name: 'broken pieces',
    status: [400, 411],
    send: wrong({ headers: ['Transfer-Encoding: chunked'], without: ['content-length'], body: 'zz\r\n' }),
  },
  {
    name: 'pieces of pieces',
    status: [400, 411],
    send: wrong({ headers: ['Transfer-Encoding: gzip, chunked'], without: ['content-length'] }),
  },
  { name: 'no length', status: 411, send: wrong({ without: ['content-length'], body: '' }) },
  { name: 'two lengths', status: 400, send: wrong({ headers: ['Content-Length: 11', 'Content-Length: 12'] }) },
  { name: 'a length below nothing', status: 400, send: wrong({ headers: ['Content-Length: -1'] }) },
  { name: 'a length with a sign', status: 400, send: wrong({ headers: ['Content-Length: +11'] }) },
  {
    name: 'a length beyond numbers',
    status: [400, 413],
    send: wrong({ headers: [`Content-Length: ${'9'.repeat(30)}`] }),
  },
  { name: 'a body of a hundred megabytes', status: 413, send: wrong({ headers: ['Content-Length: 100000000'] }) },
  {
    name: 'a code of a megabyte',
    status: 413,
    send: wrong({ target: '/boot', headers: ['Content-Length: 1000000'], without: ['authorization'] }),
  },
  { name: 'a packed body', status: 415, send: wrong({ headers: ['Content-Encoding: gzip'] }) },
  { name: 'a wish to go on', status: 417, send: wrong({ headers: ['Expect: 100-continue'] }) },
  { name: 'a wish that nobody knows', status: 417, send: wrong({ headers: ['Expect: everything'] }) },
  { name: 'a page with a body', status: 400, send: wrong({ ...get('/', 'Content-Length: 5'), body: 'hello' }) },
  { name: 'a header of nine kilobytes', status: 431, send: wrong({ headers: [`X-Long: ${'a'.repeat(9000)}`] }) },
  {
    name: 'a thousand headers',
    status: 431,
    send: wrong({ headers: Array.from({ length: 1000 }, (_, at) => `X-${at}: ${at}`) }),
  },
  { name: 'a header with a NUL', status: 400, send: wrong({ headers: ['X-Nul: a\0b'] }) },
  { name: 'a header that goes on in the next line', status: 400, send: wrong({ headers: ['X-Fold: a\r\n b'] }) },
  { name: 'a space before a colon', status: 400, send: wrong({ headers: ['Transfer-Encoding : chunked'] }) },
  { name: 'lines that end half', status: 400, send: (known) => latin1(call(known, {}).replaceAll('\r\n', '\n')) },
  { name: 'HTTP/0.9', status: 421, send: () => latin1('GET /\r\n\r\n') },
  ...bodies.map(([name, body, status = 400]) => ({ name: `a body ${name}`, status, send: wrong({ body }) })),
  {
    name: 'a stream that nobody opened, by a name that is none',
    status: 400,
    send: wrong({ target: '/api', body: '{"stop":"1\\r\\ninjected: yes"}' }),
  },
];
