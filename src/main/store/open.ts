/** The way into a file: every step that a file has to pass before anything is written to it. */
import { basename } from 'node:path';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { approach, inspect, type Inspected, type Known, recognise } from './approach.ts';
import { newRound } from './check.ts';
import { type Database, openDatabase, sqliteCode, takeRollbackJournal } from './database.ts';
import { createEngine, type Engine } from './engine.ts';
import { openFacts } from './facts.ts';
import { clearPlace, leftElsewhere, notePlace, type Standing } from './left-elsewhere.ts';
import { type Lock, takeLock } from './lock.ts';
import { openLog } from './log.ts';
import { migrateFile } from './migrate.ts';
import { conflictCopies, freeBytesAt, isLowOnSpace, syncService } from './place.ts';
import { openReceipts, type Receipt, type ReceiptBook } from './receipts.ts';
import { tablesAfter } from './schema.ts';
import { rebuildSearch } from './search.ts';
import { leaveAllForLater } from './search-behind.ts';
import { readDataVersion, type Session } from './session.ts';
import { dropPrivateCopy, fileCopyUnder } from './sidecars.ts';
import { expectTrouble, inOwnFolder } from './trouble.ts';
import type { Notice, OpenOptions, StorePorts } from './types.ts';
import { checkStructure } from './verify.ts';

/** Opens a session, or says why not; then the file is as it was, apart from a journal that was played back. */
export function openSession(
  path: string,
  options: OpenOptions,
  known: Known,
  ports: StorePorts,
): Result<Session, Failure> {
  const found = inspect(path);
  if (!found.ok) return found;
  const lock = inOwnFolder(() => takeLock(ports.appDir, found.value.identity));
  if (!lock.ok) return lock;
  if (lock.value === null) return fail(failure('file-locked'));
  const held: Held = { lock: lock.value, db: null, receipts: null, privateCopy: null, noted: null };
  try {
    const opened = openLocked(found.value, options, known, ports, held);
    if (!opened.ok) letGo(held, ports);
    return opened;
  } catch (error) {
    letGo(held, ports);
    const name = basename(path);
    const code = sqliteCode(error);
    if (code === 'SQLITE_NOTADB') return fail(failure('file-foreign', { name }));
    if (code === 'SQLITE_ERROR') return fail(failure('file-damaged', { where: 'structure' }));
    return fail(expectTrouble(error, name));
  }
}

type Held = {
  readonly lock: Lock;
  db: Database | null;
  receipts: ReceiptBook | null;
  privateCopy: string | null;
  noted: Standing | null;
};

// The steps in their order; a step that fails ends the way, and the caller lets everything go.
function openLocked(
  file: Inspected,
  options: OpenOptions,
  known: Known,
  ports: StorePorts,
  held: Held,
): Result<Session, Failure> {
  const { migrations, entities } = known;
  const standing = { ...file, lock: held.lock };
  const elsewhere = leftElsewhere(ports.appDir, standing);
  if (elsewhere !== null) return fail(failure('file-unfinished', { name: elsewhere }));
  const approached = approach(file, options, known, ports, held.lock.key);
  if (!approached.ok) return approached;
  const { databasePath, copy, reason } = approached.value;
  const isPrivate = copy !== null && databasePath === copy;
  if (isPrivate) held.privateCopy = copy;
  const connect = (): Database => {
    const { patience } = ports;
    const db = openDatabase(databasePath, { readOnly: reason !== null && copy === null, patience });
    held.db = db;
    return db;
  };
  const db = connect();
  const recognised = recognise(db, databasePath, migrations);
  if (!recognised.ok) return recognised;
  const { version, fileId } = recognised.value;

  const notices: Notice[] = [];
  if (isPrivate) notices.push({ code: 'private-copy', copy });
  else if (copy !== null)
    notices.push({ code: 'recovered', copy: fileCopyUnder(copy, ports.appDir, fileId, ports.ids()) });
  if (reason !== null) notices.push({ code: 'read-only', reason });

  const book = inOwnFolder(() => (reason === null ? openReceipts(ports.appDir, fileId) : null));
  if (!book.ok) return book;
  const receipts = book.value;
  held.receipts = receipts;
  const receipt = receipts?.read() ?? null;
  const place = placeInHistory(db, receipt, options);
  if (!place.ok) return place;
  notices.push(...place.value);
  // A session that did not end properly earns the file the longer check.
  const structure = checkStructure(db, receipt?.open === true);
  if (structure.damage !== null) return fail(failure('file-damaged', { where: structure.damage }));

  if (reason === null) {
    const noted = inOwnFolder(() => notePlace(ports.appDir, standing, fileId));
    if (!noted.ok) return noted;
    held.noted = standing;
  }
  if (version < migrations.length - 1) {
    if (reason !== null) return fail(failure('file-read-only'));
    const migrated = migrateFile({ db, fileId, version }, migrations, ports);
    if (!migrated.ok) return migrated;
    notices.push({ code: 'migrated', from: version, to: migrations.length - 1, backup: migrated.value.path });
  }
  notices.push(...surroundings(file, db, ports));

  const schema = tablesAfter(migrations);
  const engine = createEngine(db, entities, schema);
  if (version < migrations.length - 1) leaveAllForLater(engine);
  if (structure.searchDamaged && reason === null) {
    rebuildSearch(engine);
    // The damaged index may have kept the check from going on.
    const { damage } = checkStructure(db, true);
    if (damage !== null) return fail(failure('file-damaged', { where: damage }));
  }
  const head = engine.log.head();
  if (head !== null) receipts?.write({ revision: head.revision, head: head.hash.toString('hex'), open: true });
  return ok({
    path: file.path,
    databasePath,
    identity: file.identity,
    readOnly: reason !== null,
    ports,
    schema,
    lock: held.lock,
    receipts,
    notices,
    fileId,
    listeners: new Set(),
    connect: (): Engine => {
      const again = connect();
      try {
        takeRollbackJournal(again);
        return createEngine(again, entities, schema);
      } catch (error) {
        again.close();
        throw error;
      }
    },
    engine,
    dataVersion: readDataVersion(engine),
    stopped: null,
    leaseTaken: false,
    revision: head?.revision ?? 0,
    backedUp: { revision: head?.revision ?? 0, at: ports.monotonic() },
    spaceCheckedAt: ports.monotonic(),
    round: newRound(),
  } satisfies Session);
}

// What this computer saved last decides whether the file went back or went another way; nothing in the file can tell.
function placeInHistory(
  db: Database,
  receipt: Receipt | null,
  options: OpenOptions,
): Result<readonly Notice[], Failure> {
  if (receipt === null) return ok([]);
  const log = openLog(db);
  const revision = log.head()?.revision ?? 0;
  const saved = receipt.revision;
  if (revision < saved) {
    if (!options.acceptOlder) return fail(failure('file-older', { revision, saved }));
    return ok([{ code: 'older', revision, saved }]);
  }
  if (log.headAt(saved)?.hash.toString('hex') === receipt.head) return ok([]);
  if (!options.acceptFork) return fail(failure('file-forked', { revision, saved }));
  return ok([{ code: 'forked', revision, saved }]);
}

function surroundings({ path, size }: Inspected, db: Database, ports: StorePorts): readonly Notice[] {
  const notices: Notice[] = [];
  const service = syncService(path);
  if (service !== null) notices.push({ code: 'synced-folder', service });
  const names = conflictCopies(path);
  if (names.length > 0) notices.push({ code: 'conflict-copies', names });
  const [install, since = ''] = (openFacts(db).get('lease') ?? '').split(' ');
  if (install !== '' && install !== ports.installId && Number.isFinite(Date.parse(since)))
    notices.push({ code: 'in-use-elsewhere', since });
  const free = (ports.freeBytes ?? freeBytesAt)(path);
  if (isLowOnSpace(free, size)) notices.push({ code: 'low-space', free });
  return notices;
}

function letGo(held: Held, { appDir }: StorePorts): void {
  if (held.db?.open) held.db.close();
  held.receipts?.close();
  if (held.privateCopy !== null) dropPrivateCopy(held.privateCopy);
  if (held.noted !== null) clearPlace(appDir, held.noted);
  held.lock.release();
}
