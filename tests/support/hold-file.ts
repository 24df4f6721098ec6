/** Another program that holds a client file, as a tool for databases does in the middle of its own edit. */
import Sqlite from 'better-sqlite3';

/** Keeps everybody else from reading and writing a file until the answer is called. */
export function holdFile(path: string): () => void {
  const db = new Sqlite(path);
  db.exec('BEGIN EXCLUSIVE');
  return () => {
    db.close();
  };
}
