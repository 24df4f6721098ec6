/** Sessions: the handlers that the program sets, and what a request meets on its way. */
import { Emitter, preventable, registered, strict } from './strict.ts';

type Handler = (...words: never[]) => unknown;
type BeforeRequest = (details: object, answer: (decision: { cancel?: boolean }) => void) => void;
type ProtocolHandler = (request: Request) => Response | Promise<Response>;

/** What became of a request. */
export type Verdict = { readonly response: Response } | { readonly refused: 'cancelled' | 'nobody answers' };

/** A session. */
export class Session extends Emitter {
  readonly modelSelf: Session = strict('Session', this);
  readonly modelPartition: string;
  private readonly handlers = new Map<string, Handler>();
  private readonly schemes = new Map<string, ProtocolHandler>();
  private beforeRequest: BeforeRequest | null = null;

  constructor(partition: string) {
    super('Session', ['will-download']);
    this.modelPartition = partition;
  }

  readonly protocol = strict('Session.protocol', {
    handle: (scheme: string, handler: ProtocolHandler): void => {
      registered.add(`Session.protocol.handle('${scheme}')`);
      this.schemes.set(scheme, handler);
    },
  });

  readonly webRequest = strict('Session.webRequest', {
    onBeforeRequest: (listener: BeforeRequest): void => {
      registered.add('Session.webRequest.onBeforeRequest');
      this.beforeRequest = listener;
    },
  });

  setPermissionRequestHandler(handler: Handler): void {
    this.keep('setPermissionRequestHandler', handler);
  }

  setPermissionCheckHandler(handler: Handler): void {
    this.keep('setPermissionCheckHandler', handler);
  }

  setDevicePermissionHandler(handler: Handler): void {
    this.keep('setDevicePermissionHandler', handler);
  }

  setDisplayMediaRequestHandler(handler: Handler): void {
    this.keep('setDisplayMediaRequestHandler', handler);
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    registered.add(`Session.setSpellCheckerEnabled(${enabled})`);
  }

  /** Schemes that the program answers here. */
  modelSchemes(): Iterable<string> {
    return this.schemes.keys();
  }

  /** Asks both permission handlers as Chromium would; true when either lets the permission through. */
  async modelPermission(permission: string): Promise<boolean> {
    const check = this.handlers.get('setPermissionCheckHandler') as ((...words: unknown[]) => boolean) | undefined;
    const ask = this.handlers.get('setPermissionRequestHandler') as ((...words: unknown[]) => void) | undefined;
    const checked = check?.(null, permission, 'app://bundle', {}) ?? true;
    const asked = await new Promise<boolean>((resolve) => {
      if (ask === undefined) resolve(true);
      else ask(null, permission, resolve, {});
    });
    return checked || asked;
  }

  /** A download begins; true when the program prevents it. */
  modelDownload(url: string): boolean {
    const event = preventable({});
    this.fire('will-download', event, strict('DownloadItem', { getURL: () => url }));
    return event.defaultPrevented;
  }

  /** Lets a request meet the program's handlers. */
  async modelRequest(request: { readonly url: string; readonly method: string; readonly resourceType: string }) {
    const cancelled = await new Promise<boolean>((resolve) => {
      if (this.beforeRequest === null) resolve(false);
      else this.beforeRequest(strict('request details', { ...request }), ({ cancel = false }) => resolve(cancel));
    });
    if (cancelled) return { refused: 'cancelled' } satisfies Verdict;
    const handler = this.schemes.get(/^([a-z]+):/.exec(request.url)?.[1] ?? '');
    if (handler === undefined) return { refused: 'nobody answers' } satisfies Verdict;
    return { response: await handler(new Request(request.url, { method: request.method })) } satisfies Verdict;
  }

  private keep(name: string, handler: Handler): void {
    registered.add(`Session.${name}`);
    this.handlers.set(name, handler);
  }
}

const partitions = new Map<string, Session>();

/** The session of a partition; the default one has no name. */
export function sessionOf(partition: string): Session {
  const known = partitions.get(partition);
  if (known !== undefined) return known;
  const made = new Session(partition);
  partitions.set(partition, made);
  return made;
}

/** All sessions that were asked for. */
export function allSessions(): readonly Session[] {
  return [...partitions.values()];
}
