/** One page of Chromium as a window has it: requests, the preload's world, ports, crashes. */
import { readFileSync } from 'node:fs';
import { fromChromium, originOf, toChromium } from './addresses.ts';
import type { Chromium, Data, Target } from './chromium.ts';
import { type Port, uncarry } from './ports.ts';
import { bindingName, openScript, type WorldSays, worldName, worldScript } from './preload-world.ts';
import type { Session } from './session.ts';
import { strict, violations } from './strict.ts';

/** What a page tells its window. */
export type PageListener = {
  /** `ipcRenderer.send` of the preload. */
  message(channel: string, frame: Frame, words: readonly unknown[]): void;
  /** A page wants to go somewhere; false keeps it where it is. */
  mayNavigate(url: string, isMainFrame: boolean): boolean;
  /** A page wants a window of its own. */
  wantsWindow(url: string): void;
  navigated(url: string): void;
  loaded(): void;
  crashed(): void;
  gone(): void;
};

/** A frame as the program sees it. */
export type Frame = {
  readonly url: string;
  readonly origin: string;
  readonly parent: object | null;
  readonly processId: number;
  readonly routingId: number;
  postMessage(channel: string, message: unknown, transfer?: readonly Port[]): void;
};

/** Requests that reached nobody although no handler cancelled them: on a real machine they would have left it. */
export const escaped: string[] = [];

type FrameTree = { readonly frame: { readonly id: string; readonly url: string; readonly parentId?: string } };
type Paused = {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly request: { readonly url: string; readonly method: string };
};

let routings = 0;

/** A page. */
export class Page {
  readonly targetId: string;
  private readonly target: Target;
  private readonly chromium: Chromium;
  private readonly session: Session;
  private readonly listener: PageListener;
  private readonly ports = new Map<number, Port>();
  private mainFrame = '';
  private world: number | null = null;
  private address = 'about:blank';
  /** Where the program itself sends the page; such a journey is not asked about. */
  private sentTo: string | null = null;
  private loadedOnce: () => void = () => undefined;
  private crashedOnce: () => void = () => undefined;

  private constructor(chromium: Chromium, target: Target, targetId: string, session: Session, listener: PageListener) {
    this.chromium = chromium;
    this.target = target;
    this.targetId = targetId;
    this.session = session;
    this.listener = listener;
  }

  static async open(
    chromium: Chromium,
    size: { readonly width: number; readonly height: number },
    preload: string | undefined,
    session: Session,
    listener: PageListener,
  ): Promise<Page> {
    const { targetId } = await chromium.send<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      ...size,
    });
    const { sessionId } = await chromium.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    const page = new Page(chromium, chromium.session(sessionId), targetId, session, listener);
    await page.prepare(preload);
    return page;
  }

  async load(url: string): Promise<void> {
    const there = new Promise<void>((resolve) => (this.loadedOnce = resolve));
    this.sentTo = url;
    await this.target.send('Page.navigate', { url: toChromium(url, this.session.modelSchemes()) });
    await there;
  }

  reload(): Promise<void> {
    return this.load(this.address);
  }

  url(): string {
    return this.address;
  }

  frame(): Frame {
    return this.frameOf(this.address, null);
  }

  /** A frame that is like this page's but for what is said otherwise; it hands ports to the page all the same. */
  frameOf(url: string, parent: object | null, origin = originOf(url)): Frame {
    return strict('WebFrameMain', {
      url,
      origin,
      parent,
      processId: 1,
      routingId: parent === null ? this.routing : 0,
      postMessage: (channel: string, message: unknown, transfer: readonly Port[] = []) =>
        this.deliver(channel, message, transfer),
    });
  }

  bringToFront(): void {
    this.quietly('Page.bringToFront');
  }

  /** Breaks the process behind the page; resolves when the program was told. */
  crash(): Promise<void> {
    this.quietly('Page.crash');
    return new Promise((resolve) => (this.crashedOnce = resolve));
  }

  close(): void {
    this.chromium.send('Target.closeTarget', { targetId: this.targetId }).catch(() => undefined);
  }

  post(port: number, text: string): void {
    this.callWorld('standInPost', [port, text]);
  }

  closePort(port: number): void {
    this.ports.delete(port);
    this.callWorld('standInClose', [port]);
  }

  private readonly routing = ++routings;

  private async prepare(preload: string | undefined): Promise<void> {
    const { target } = this;
    target.on('Fetch.requestPaused', (paused: Paused) => void this.answer(paused).catch(() => undefined));
    target.on('Runtime.executionContextCreated', ({ context }: { context: Context }) => {
      if (context.name === worldName && context.auxData.frameId === this.mainFrame) this.world = context.id;
    });
    target.on('Runtime.bindingCalled', (called: Called) => this.hear(called));
    target.on('Page.frameNavigated', ({ frame }: FrameTree) => this.navigated(frame));
    target.on('Page.loadEventFired', () => {
      this.loadedOnce();
      this.listener.loaded();
    });
    target.on('Inspector.targetCrashed', () => {
      this.losePorts();
      this.listener.crashed();
      this.crashedOnce();
    });
    this.chromium.on('Target.targetDestroyed', ({ targetId }: { targetId: string }) => {
      if (targetId !== this.targetId) return;
      this.losePorts();
      this.listener.gone();
    });
    await target.send('Page.enable');
    const { frameTree } = await target.send<{ frameTree: FrameTree }>('Page.getFrameTree');
    this.mainFrame = frameTree.frame.id;
    await target.send('Inspector.enable');
    await target.send('Runtime.enable');
    await target.send('Runtime.addBinding', { name: bindingName, executionContextName: worldName });
    await target.send('Page.addScriptToEvaluateOnNewDocument', { source: openScript });
    if (preload !== undefined) {
      const source = worldScript(readFileSync(preload, 'utf8'));
      await target.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName });
    }
    await target.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  }

  private navigated({ id, url, parentId }: FrameTree['frame']): void {
    if (parentId !== undefined) return;
    this.mainFrame = id;
    this.losePorts();
    this.address = fromChromium(url);
    this.listener.navigated(this.address);
  }

  private losePorts(): void {
    const lost = [...this.ports.values()];
    this.ports.clear();
    this.world = null;
    for (const port of lost) port.modelPeer?.modelLost();
  }

  private async answer({ requestId, frameId, resourceType, request }: Paused): Promise<void> {
    const url = fromChromium(request.url);
    const fail = (errorReason: string): Promise<Data> =>
      this.target.send('Fetch.failRequest', { requestId, errorReason });
    if (resourceType === 'Document') {
      const isMainFrame = frameId === this.mainFrame;
      const asked = isMainFrame && (url === this.sentTo || url === this.address);
      if (isMainFrame) this.sentTo = null;
      if (!asked && !this.listener.mayNavigate(url, isMainFrame)) return void (await fail('Aborted'));
    }
    const verdict = await this.session.modelRequest({ url, method: request.method, resourceType });
    if ('refused' in verdict) {
      if (verdict.refused === 'nobody answers') escaped.push(url);
      return void (await fail('BlockedByClient'));
    }
    const { response } = verdict;
    await this.target.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  }

  private hear({ name, payload, executionContextId }: Called): void {
    if (name !== bindingName || executionContextId !== this.world) return;
    const message = JSON.parse(payload) as WorldSays;
    if (message.says === 'violation') violations.push(message.what);
    else if (message.says === 'send') this.listener.message(message.channel, this.frame(), message.words);
    else if (message.says === 'open') this.listener.wantsWindow(message.url);
    else if (message.says === 'port') this.ports.get(message.port)?.modelPeer?.modelHear(uncarry(message.data));
    else {
      this.ports.get(message.port)?.modelPeer?.modelLost();
      this.ports.delete(message.port);
    }
  }

  private deliver(channel: string, message: unknown, transfer: readonly Port[]): void {
    for (const port of transfer) {
      this.ports.set(port.modelId, port);
      port.modelCarrier = { post: (id, text) => this.post(id, text), close: (id) => this.closePort(id) };
    }
    this.callWorld('standInDeliver', [channel, message, transfer.map(({ modelId }) => modelId)]);
  }

  private callWorld(name: string, words: readonly unknown[]): void {
    if (this.world === null) return;
    this.quietly('Runtime.callFunctionOn', {
      executionContextId: this.world,
      functionDeclaration: `function (...words) { globalThis.${name}(...words); }`,
      arguments: words.map((value) => ({ value })),
    });
  }

  /** Says something to a page that may be gone by now. */
  private quietly(method: string, params: Data = {}): void {
    this.target.send(method, params).catch(() => undefined);
  }
}

type Context = { readonly id: number; readonly name: string; readonly auxData: { readonly frameId: string } };
type Called = { readonly name: string; readonly payload: string; readonly executionContextId: number };
