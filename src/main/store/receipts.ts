/**
 * What this computer saved last of each file, kept outside it: nothing inside a file can tell that all of it was rolled back.
 * Written after every acknowledgement without waiting for the disk, so it never leads and after a killed process never lags;
 * `settle` waits for the disk, so that after a power cut it lags by a second or so.
 */
import { hash } from 'node:crypto';
import { closeSync, constants, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ownFolder } from './lock.ts';
import { systemCode } from './trouble.ts';

/** The last acknowledged state of a file. */
export type Receipt = {
  readonly revision: number;
  /** Hash of the log's newest entry, in hexadecimal. */
  readonly head: string;
  /** True while a session has the file; found true at opening, the session did not end properly. */
  readonly open: boolean;
};

/**
 * The receipt of one file, held open by its session. Writing never fails, because the edit that it tells of is written;
 * `settle` tries again what could not be written, waits for the disk, and throws the system's error when that fails.
 */
export type ReceiptBook = {
  read(): Receipt | null;
  write(receipt: Receipt): void;
  settle(): void;
  close(): void;
};

// Two slots are written in turn, so that a write that was cut off leaves the one before.
const slotBytes = 256;

/** Opens the receipt of a file, making it when there is none. */
export function openReceipts(appDir: string, fileId: string): ReceiptBook {
  const path = receiptPath(appDir, fileId);
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  let latest = readLatest(file);
  let unwritten: Receipt | null = null;
  let unsettled = false;
  const put = (receipt: Receipt): void => {
    const turn = (latest?.turn ?? 0) + 1;
    const body = JSON.stringify([turn, receipt.revision, receipt.head, receipt.open]);
    const slot = Buffer.from(`${hash('sha256', body).slice(0, 32)} ${body}`.padEnd(slotBytes - 1) + '\n');
    writeSync(file, slot, 0, slotBytes, (turn % 2) * slotBytes);
    latest = { turn, receipt };
    unwritten = null;
    unsettled = true;
  };
  return {
    read: () => latest?.receipt ?? null,
    write: (receipt) => {
      try {
        put(receipt);
      } catch (error) {
        if (systemCode(error) === null) throw error;
        unwritten = receipt;
      }
    },
    settle: () => {
      if (unwritten !== null) put(unwritten);
      if (unsettled) fsyncSync(file);
      unsettled = false;
    },
    close: () => {
      closeSync(file);
    },
  };
}

/** Removes the receipt of a file. */
export function forgetReceipt(appDir: string, fileId: string): void {
  rmSync(receiptPath(appDir, fileId), { force: true });
}

type Slot = { readonly turn: number; readonly receipt: Receipt };

function receiptPath(appDir: string, fileId: string): string {
  return join(ownFolder(appDir, 'receipts'), `${fileId}.receipt`);
}

function readLatest(file: number): Slot | null {
  const slots = [0, 1].map((index) => {
    const bytes = Buffer.alloc(slotBytes);
    readSync(file, bytes, 0, slotBytes, index * slotBytes);
    return parseSlot(bytes.toString('utf8').trimEnd());
  });
  return slots.reduce((best, slot) => (slot !== null && slot.turn > (best?.turn ?? 0) ? slot : best), null);
}

function parseSlot(text: string): Slot | null {
  const body = text.slice(33);
  if (body === '' || hash('sha256', body).slice(0, 32) !== text.slice(0, 32)) return null;
  const [turn, revision, head, open] = JSON.parse(body) as [number, number, string, boolean];
  return { turn, receipt: { revision, head, open } };
}
