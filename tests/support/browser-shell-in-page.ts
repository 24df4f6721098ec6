/** What runs within pages, as text: pages have a world of their own. `client` is the promise that a test's page leaves there. */

/** Asks the core what this window is, and answers with what it said. */
export const started = 'client.then((calls) => calls.desk.start({})).then(JSON.stringify)';

/** Listens eight times to the settings; `heard` holds what came. */
export const eightStreams = `client.then(async ({ preferences }) => {
  globalThis.heard = [];
  for (let stream = 0; stream < 8; stream++) {
    const changes = await preferences.watch({});
    void (async () => {
      for await (const { zoom } of changes) heard.push(zoom);
    })();
  }
})`;

/** Writes code into the page by every way there is: how many ways were refused, and whether anything ran. */
export const writtenIn = `(() => {
  const texts = ['<img src=x onerror="ran = 1">', '<svg onload="ran = 1"></svg>', '<a href="javascript:ran = 1">x</a>'];
  const refused = texts.filter((text) => {
    try {
      document.body.insertAdjacentHTML('beforeend', text);
      return false;
    } catch {
      return true;
    }
  });
  const link = document.createElement('a');
  link.href = 'javascript:ran = 1';
  document.body.append(link);
  link.click();
  const image = document.createElement('img');
  try {
    image.setAttribute('onerror', 'ran = 1');
  } catch {
    // Refused as well.
  }
  image.src = 'data:image/png,none';
  document.body.append(image);
  return new Promise((resolve) => setTimeout(() => resolve([refused.length, globalThis.ran ?? 'never']), 300));
})()`;

const loading = (tag: string, target: string): string => `return new Promise((resolve) => {
  const element = document.createElement('${tag}');
  element.addEventListener('load', () => resolve('loaded'));
  element.addEventListener('error', () => resolve(''));
  Object.assign(element, { src: origin + '${target}', href: origin + '${target}', data: origin + '${target}', rel: 'stylesheet' });
  document.body.append(element);
  setTimeout(() => resolve(''), 1000);
})`;
const read = (frame: string): string => `try { return ${frame}.document.body.innerText } catch { return '' }`;
const json = "{ 'content-type': 'application/json', authorization: 'Bearer ' + token }";

/** What a page elsewhere can try, by name: the body of a function of (origin, token) that answers with what it learned. */
export const pageAttacks: Readonly<Record<string, string>> = {
  'a call': `return (await fetch(origin + '/api/desk/start', { method: 'POST', body: '{"json":{}}' })).text()`,
  'a call with a stolen token': `return (await fetch(origin + '/api/desk/start', { method: 'POST', headers: ${json}, body: '{"json":{}}' })).text()`,
  'a blind call': `return (await fetch(origin + '/api/desk/start', { method: 'POST', mode: 'no-cors', credentials: 'include', body: '{"json":{}}' })).text()`,
  'the page': `return (await fetch(origin + '/')).text()`,
  'a script': loading('script', '/page.js'),
  'an image': loading('img', '/page.js'),
  'a style': loading('link', '/page.js'),
  'a form': `const frame = document.createElement('iframe');
    frame.name = 'answer';
    document.body.append(frame);
    const form = document.createElement('form');
    Object.assign(form, { action: origin + '/boot', method: 'post', target: 'answer', enctype: 'text/plain' });
    const field = document.createElement('input');
    Object.assign(field, { name: '{"code":"', value: '"}' });
    form.append(field);
    document.body.append(form);
    form.submit();
    await new Promise((resolve) => setTimeout(resolve, 500));
    ${read('frame.contentWindow')}`,
  'a frame': `const frame = document.createElement('iframe');
    frame.src = origin + '/';
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 500));
    ${read('frame.contentWindow')}`,
  'a frame without an origin': `const frame = document.createElement('iframe');
    frame.sandbox = 'allow-scripts';
    frame.srcdoc = '<script>fetch("' + origin + '/boot", { method: "POST", body: "{}" }).then((a) => parent.postMessage("read " + a.status, "*"), () => parent.postMessage("", "*"))</' + 'script>';
    const heard = new Promise((resolve) => addEventListener('message', (event) => resolve(event.data)));
    document.body.append(frame);
    return heard`,
  'an object': `const element = document.createElement('object');
    element.data = origin + '/';
    document.body.append(element);
    await new Promise((resolve) => setTimeout(resolve, 500));
    ${read('element.contentWindow')}`,
  'a window that it opened': `const opened = window.open(origin + '/');
    await new Promise((resolve) => setTimeout(resolve, 500));
    ${read('opened')}`,
  'what was fetched ahead': `const link = document.createElement('link');
    Object.assign(link, { rel: 'prefetch', href: origin + '/', as: 'document' });
    document.head.append(link);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return performance.getEntriesByType('resource').filter((entry) => entry.transferSize > 0 && entry.name === origin + '/').map((entry) => entry.name).join()`,
};
