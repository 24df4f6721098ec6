/**
 * One response that carries every stream of a page. A browser opens six connections to a server and no more, for all
 * windows together: with a connection for each stream, the second window would wait for ever.
 */
import type { ServerResponse } from 'node:http';

/** The channel of a page. Each line of it is JSON: `[id, text]` a piece of a stream, `[id]` its end, `[id, null]` its break. */
export type Channel = {
  /** Sends a stream under an id that the page chose; `stop` is called when the page wants no more of it. */
  carry(id: number, stream: ReadableStream<Uint8Array>, stop: () => void): void;
  /** The page wants no more of a stream. */
  stop(id: number): void;
  /** Ends the channel with everything that it carries. */
  end(): void;
};

/** Opens a channel on a response whose headers are sent. */
export function openChannel(response: ServerResponse): Channel {
  const carried = new Map<number, () => void>();
  let open = true;

  async function write(line: readonly unknown[]): Promise<void> {
    if (!open || response.write(`${JSON.stringify(line)}\n`)) return;
    // A page that reads slowly makes the streams wait.
    await new Promise<void>((resolve) => {
      const go = (): void => {
        response.off('drain', go);
        response.off('close', go);
        resolve();
      };
      response.on('drain', go);
      response.on('close', go);
    });
  }

  async function pump(id: number, stream: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const piece of stream) {
        if (!carried.has(id)) return;
        await write([id, decoder.decode(piece, { stream: true })]);
      }
      if (carried.delete(id)) await write([id]);
    } catch {
      if (carried.delete(id)) await write([id, null]);
    }
  }

  response.on('close', () => {
    open = false;
    for (const stop of carried.values()) stop();
    carried.clear();
  });
  return {
    carry(id, stream, stop) {
      carried.set(id, stop);
      void pump(id, stream);
    },
    stop(id) {
      const stop = carried.get(id);
      carried.delete(id);
      stop?.();
    },
    end: () => void response.end(),
  };
}
