/** What a sandboxed preload finds in its isolated world. Runs in the page: plain functions without imports. */

/** Name of the isolated world, and of the binding through which it speaks. */
export const [worldName, bindingName] = ['throughline-preload', '__standin'] as const;

/** What the world says: a message of `ipcRenderer`, something through a port, a port's end, a violation. */
export type WorldSays =
  | { readonly says: 'send'; readonly channel: string; readonly words: readonly unknown[] }
  | { readonly says: 'port'; readonly port: number; readonly data: Carried }
  | { readonly says: 'port-closed'; readonly port: number }
  | { readonly says: 'open'; readonly url: string }
  | { readonly says: 'violation'; readonly what: string };

/** What goes through a port, as JSON can carry it. */
export type Carried = { readonly text: string } | { readonly json: unknown } | { readonly bytes: string };

/** The script for every new document of a window with this preload. */
export function worldScript(preload: string): string {
  return `(${world.toString()})(${JSON.stringify(bindingName)}, (require, module, exports, process) => {\n${preload}\n})`;
}

/**
 * What `window.open` is in the page's own world: the program's handler says no to every window. Chromium would make one
 * first, and a page that is stopped until a debugger has seen it would stop its opener with it.
 */
export const openScript = `window.open = (url = '') => {
  document.dispatchEvent(new CustomEvent('standin:open', { detail: String(url) }));
  return null;
};`;

type Listener = (event: object, ...words: unknown[]) => void;
type Preload = (require: (name: string) => unknown, module: object, exports: object, process: object) => void;

// The page's own types are not known where the stand-in runs.
type PagePort = {
  addEventListener(event: string, listener: (event: { data: unknown }) => void): void;
  start(): void;
  postMessage(data: unknown): void;
  close(): void;
};
type PageScope = Record<string, unknown> & {
  readonly document: { addEventListener(name: string, listener: (event: { detail: string }) => void): void };
  readonly MessageChannel: new () => { port1: PagePort; port2: PagePort };
};

function world(binding: string, preload: Preload): void {
  const scope = globalThis as unknown as PageScope;
  const { document } = scope;
  const tell = scope[binding] as (text: string) => void;
  const say = (message: object): void => tell(JSON.stringify(message));
  const listeners = new Map<string, Set<Listener>>();
  const ports = new Map<number, PagePort>();
  const violate = (what: string): never => {
    say({ says: 'violation', what });
    throw new Error(`stand-in: ${what} is not modelled`);
  };
  const strict = (name: string, object: object): object =>
    new Proxy(object, {
      get: (target, key) => (key in target ? (Reflect.get(target, key) as unknown) : violate(`${name}.${String(key)}`)),
    });
  const listen = (channel: string, listener: Listener): void => {
    listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
  };
  const ipcRenderer = strict('ipcRenderer', {
    on: listen,
    once(channel: string, listener: Listener) {
      const first: Listener = (event, ...words) => {
        listeners.get(channel)?.delete(first);
        listener(event, ...words);
      };
      listen(channel, first);
    },
    send: (channel: string, ...words: unknown[]) => say({ says: 'send', channel, words }),
  });
  document.addEventListener('standin:open', ({ detail }) => say({ says: 'open', url: detail }));
  const encode = (data: unknown): object => {
    if (typeof data === 'string') return { text: data };
    if (data instanceof ArrayBuffer || ArrayBuffer.isView(data)) {
      const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array(data.buffer);
      return { bytes: btoa(String.fromCharCode(...bytes)) };
    }
    return { json: data };
  };
  // The other side calls these by name; the page's own world does not see them.
  scope['standInDeliver'] = (channel: string, message: unknown, ids: readonly number[]): void => {
    const handed = ids.map((id) => {
      const { port1, port2 } = new scope.MessageChannel();
      ports.set(id, port1);
      port1.addEventListener('message', ({ data }) => say({ says: 'port', port: id, data: encode(data) }));
      port1.start();
      port1.addEventListener('close', () => say({ says: 'port-closed', port: id }));
      return port2;
    });
    const event = strict('IpcRendererEvent', { ports: handed, sender: ipcRenderer });
    for (const listener of listeners.get(channel) ?? []) listener(event, message);
  };
  scope['standInPost'] = (id: number, text: string): void => ports.get(id)?.postMessage(text);
  scope['standInClose'] = (id: number): void => {
    ports.get(id)?.close();
    ports.delete(id);
  };
  const electron = strict('electron (in the preload)', { ipcRenderer });
  const require = (name: string): unknown =>
    name === 'electron' ? electron : violate(`require('${name}') in a sandboxed preload`);
  const process = strict('process (in the preload)', { platform: 'linux', sandboxed: true, contextIsolated: true });
  const module = { exports: {} };
  preload(require, module, module.exports, process);
}
