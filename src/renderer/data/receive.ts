/** Hands a dropped or pasted file over to the core, in pieces: pages know bytes, never paths. */
import type { Reply } from '../../shared/api/call.ts';
import type { ContractClient } from '../../shared/api/contract.ts';

/** Bytes of one piece. */
const pieceBytes = 1_000_000;

/** Sends a file's bytes; answers the place from which it can be imported. */
export async function receiveFile(
  client: ContractClient,
  file: Blob,
  name: string,
): Promise<Reply<{ readonly place: string; readonly name: string }>> {
  let place: string | undefined;
  for (let at = 0; at < file.size || place === undefined; at += pieceBytes) {
    const piece = await readBase64(file.slice(at, at + pieceBytes));
    const answer = await client.desk.receive({
      name: name.slice(0, 200) || 'file',
      piece,
      ...(place === undefined ? {} : { place }),
    });
    if (!answer.ok) return answer;
    ({ place } = answer.value);
  }
  return { ok: true, value: { place, name } };
}

function readBase64(part: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve(url.slice(url.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => reject(new Error('the dropped file cannot be read')));
    reader.readAsDataURL(part);
  });
}
