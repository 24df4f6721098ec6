/** Gives a forked process the `parentPort` of a utility process, and takes Node's own line away. */
type Listener = (event: { readonly data: unknown }) => void;

const listeners: Listener[] = [];
const early: unknown[] = [];
const send = process.send?.bind(process);
delete process.send;

process.on('message', (data) => {
  if (listeners.length === 0) early.push(data);
  for (const listener of listeners) listener({ data });
});
process.on('disconnect', () => process.exit(0));

Object.defineProperty(process, 'parentPort', {
  value: {
    postMessage: (message: unknown) => void send?.(message, undefined, undefined, () => undefined),
    on(event: string, listener: Listener): void {
      if (event !== 'message') throw new Error(`stand-in: parentPort.on('${event}') is not modelled`);
      listeners.push(listener);
      for (const data of early.splice(0)) listener({ data });
    },
  },
});
