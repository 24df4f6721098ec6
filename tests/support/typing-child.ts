/** Types a scripted interview through the dispatcher until it is killed; says each edit once it was acknowledged. */
import { openCore } from '../../src/main/core.ts';
import { localConfig } from '../../src/main/local-config.ts';

const [path = '', appDir = '', answer = '', round = ''] = process.argv.slice(2);
const core = openCore(localConfig(appDir));
const opened = await core.client.files.open({ place: core.grant(path) });
if (!opened.ok) throw new Error(opened.error.code);
const { file } = opened.value;
const loaded = await core.client.changes.load({ file });
if (!loaded.ok) throw new Error(loaded.error.code);
const row = loaded.value.data.answer.find((one) => one.id === answer);
if (row === undefined) throw new Error('the interview has no such answer');
let text = row.text;
process.stdout.write('READY\n');
for (let step = 0; step < 300; step += 1) {
  const opId = core.newId();
  const mark = `${round}.${step}`;
  text = `${text.slice(-2000)} said ${mark}`;
  const quote = { engagement: row.engagement, interview: row.interview, answer, text: `Quote ${mark}` };
  const acknowledged = await core.client.changes.apply({
    file,
    opId,
    label: 'Notes',
    changes: [
      { op: 'update', entity: 'answer', id: answer, fields: { text } },
      ...(step % 3 === 0 ? [{ op: 'insert', entity: 'evidence', id: core.newId(), fields: quote } as const] : []),
    ],
  });
  if (!acknowledged.ok) throw new Error(acknowledged.error.code);
  process.stdout.write(`A ${opId} ${acknowledged.value.revision} ${mark}\n`);
}
process.stdout.write('END\n');
setInterval(() => undefined, 1000);
