/** The child's line to its parent: Node's own, or that of an Electron utility process. */

/** Sends resolve when the message is on its way, so that a long result cannot pile up here. */
export type JobChannel = {
  send(message: unknown): Promise<void>;
  listen(onMessage: (message: unknown) => void): void;
};

type UtilityPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
};

/** Opens the line; without a parent the process has nothing to do and says so by throwing. */
export function openChannel(): JobChannel {
  const utility = (process as { readonly parentPort?: UtilityPort }).parentPort;
  if (utility !== undefined) {
    return {
      send: (message) => Promise.resolve(utility.postMessage(message)),
      listen: (onMessage) => utility.on('message', (event) => onMessage(event.data)),
    };
  }
  if (process.send === undefined) throw new Error('A job is launched by its parent, not by hand.');
  process.on('disconnect', () => process.exit(0));
  return {
    send: (message) =>
      new Promise((resolve) => {
        if (!process.connected) return resolve();
        process.send?.(message, undefined, undefined, () => resolve());
      }),
    listen: (onMessage) => void process.on('message', onMessage),
  };
}
