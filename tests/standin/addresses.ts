/** Addresses of the program's own scheme as Chromium can have them: `app://bundle/x` is `http://bundle.app.localhost/x`. */

/** The address for Chromium. */
export function toChromium(url: string, schemes: Iterable<string>): string {
  const found = /^([a-z]+):\/\/([^/?#]+)(.*)$/.exec(url);
  if (found === null || ![...schemes].includes(found[1] ?? '')) return url;
  return `http://${found[2] ?? ''}.${found[1] ?? ''}.localhost${found[3] ?? ''}`;
}

/** The address as the program knows it. */
export function fromChromium(url: string): string {
  const found = /^http:\/\/([^./]+)\.([^./]+)\.localhost(\/.*)?$/.exec(url);
  return found === null ? url : `${found[2] ?? ''}://${found[1] ?? ''}${found[3] ?? '/'}`;
}

/** The origin of such an address; `null` for one that has none. */
export function originOf(url: string): string {
  return /^[a-z]+:\/\/[^/?#]+/.exec(url)?.[0] ?? 'null';
}
