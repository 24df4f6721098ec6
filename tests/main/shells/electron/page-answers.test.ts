import { expect, it } from 'vitest';
import { answerPages } from '../../../../src/main/shells/electron/page-answers.ts';

let nonces = 0;
const answer = answerPages(
  new Map([
    [
      '/',
      { type: 'text/html; charset=utf-8', bytes: Buffer.from('<meta content="__NONCE__"><style nonce="__NONCE__">') },
    ],
    ['/assets/a.js', { type: 'text/javascript; charset=utf-8', bytes: Buffer.from('1') }],
  ]),
  () => `nonce${++nonces}`,
);
const get = (url: string, method = 'GET'): Response => answer({ method, url });

it('The page gets a nonce of its own each time, in its text and in its policy alike', async () => {
  for (const nonce of ['nonce1', 'nonce2']) {
    const page = get('app://bundle/');
    expect(page.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(await page.text()).toBe(`<meta content="${nonce}"><style nonce="${nonce}">`);
  }
});

it('Files of the build have their type and the policy without a nonce', async () => {
  const script = get('app://bundle/assets/a.js');
  expect([script.status, script.headers.get('content-type'), await script.text()]).toEqual([
    200,
    'text/javascript; charset=utf-8',
    '1',
  ]);
  expect(script.headers.get('content-security-policy')).toContain("style-src 'self';");
});

it.each([
  'app://bundle',
  'app://bundle/index.html',
  'app://bundle/?x',
  'app://bundle/assets/../assets/a.js',
  'app://bundle/assets%2fa.js',
  'app://bundle//assets/a.js',
  'app://bundle.evil/assets/a.js',
  'app://other/assets/a.js',
  'file:///assets/a.js',
  '/assets/a.js',
])('%s is not found, and the answer is guarded like any other', (url) => {
  const { status, headers } = get(url);
  expect([status, headers.get('x-content-type-options')]).toEqual([404, 'nosniff']);
});

it('Only reading is answered', () => expect(get('app://bundle/', 'POST').status).toBe(405));
