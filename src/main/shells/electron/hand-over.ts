/** Hands each page its port to the core, and closes it when the page goes. */
import { RPCHandler } from '@orpc/server/message-port';
import { ipcMain, MessageChannelMain, type WebContents } from 'electron';
import type { Core } from '../../core.ts';
import { type GatedPort, gatePort } from './port-gate.ts';
import { isOwnPage } from './senders.ts';

/** The line on which a page asks, and on which it is answered. */
const [wish, answer] = ['throughline:want-port', 'throughline:port'] as const;

/** The ports of all windows. */
export type HandOver = {
  /** From now on the page of these contents may ask for the port of a window. */
  admit(contents: WebContents, window: string): void;
  /** Whether the page has a port now. */
  has(contents: WebContents): boolean;
};

/** Listens for pages that ask. */
export function openHandOver(core: Core): HandOver {
  const handler = new RPCHandler(core.router, { clientInterceptors: [...core.interceptors] });
  const windows = new Map<WebContents, string>();
  const ports = new Map<WebContents, GatedPort>();
  const close = (contents: WebContents): void => {
    ports.get(contents)?.close();
    ports.delete(contents);
  };
  ipcMain.on(wish, ({ sender, senderFrame }) => {
    const window = windows.get(sender);
    if (window === undefined || ports.has(sender) || !isOwnPage(senderFrame, sender.mainFrame)) return;
    const { port1, port2 } = new MessageChannelMain();
    const port = gatePort(port1);
    ports.set(sender, port);
    handler.upgrade(port, { context: { window } });
    port1.start();
    senderFrame?.postMessage(answer, null, [port2]);
  });
  return {
    admit(contents, window) {
      const known = windows.has(contents);
      windows.set(contents, window);
      if (known) return;
      // Another page is there, or the same one again: the port of the one before is worth nothing.
      contents.on('did-navigate', () => close(contents));
      contents.on('render-process-gone', () => close(contents));
      contents.on('destroyed', () => {
        close(contents);
        windows.delete(contents);
      });
    },
    has: (contents) => ports.has(contents),
  };
}
