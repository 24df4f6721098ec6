/** Ports between the program and its pages. */
import type { Carried } from './preload-world.ts';
import { Emitter, registered, strict, violate } from './strict.ts';

/** Where the other end of a port went: into a page. */
export type PortCarrier = { post(port: number, text: string): void; close(port: number): void };

let last = 0;

/** A port of the main process. The first of a channel stays, the second can be handed to a page. */
export class Port extends Emitter {
  readonly modelId = ++last;
  readonly modelSelf: Port = strict('MessagePortMain', this);
  modelPeer: Port | null = null;
  modelCarrier: PortCarrier | null = null;
  private started = false;
  private closed = false;
  private readonly waiting: unknown[] = [];

  constructor() {
    super('MessagePortMain', ['message', 'close']);
  }

  start(): void {
    this.started = true;
    for (const data of this.waiting.splice(0)) this.modelHear(data);
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) violate('a transfer through a port');
    if (typeof message !== 'string') violate(`a ${typeof message} through a port of the main process`);
    const peer = this.modelPeer;
    if (this.closed || peer === null) return;
    if (peer.modelCarrier === null) violate('a message to a port that no page has');
    peer.modelCarrier.post(peer.modelId, message);
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    const peer = this.modelPeer;
    peer?.modelCarrier?.close(peer.modelId);
    this.fire('close');
  }

  /** Something came out of the page. */
  modelHear(data: unknown): void {
    if (this.closed) return;
    if (!this.started) this.waiting.push(data);
    else this.fire('message', { data, ports: [] });
  }

  /** The page, or its end of the port, is gone. */
  modelLost(): void {
    if (this.closed) return;
    this.closed = true;
    this.fire('close');
  }
}

/** `MessageChannelMain`. */
export class MessageChannelMain {
  readonly port1: Port;
  readonly port2: Port;

  constructor() {
    registered.add('MessageChannelMain');
    const [one, other] = [new Port(), new Port()];
    one.modelPeer = other;
    other.modelPeer = one;
    this.port1 = one.modelSelf;
    this.port2 = other.modelSelf;
  }
}

/** What came out of a page, as the program gets it. */
export function uncarry(carried: Carried): unknown {
  if ('text' in carried) return carried.text;
  return 'bytes' in carried ? Buffer.from(carried.bytes, 'base64') : carried.json;
}
