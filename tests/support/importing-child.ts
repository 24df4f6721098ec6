/** Imports a backlog through the dispatcher until it is killed; says when it is stored. */
import { openCore } from '../../src/main/core.ts';
import { localConfig } from '../../src/main/local-config.ts';

const [path = '', appDir = '', backlog = ''] = process.argv.slice(2);
const core = openCore(localConfig(appDir));
const opened = await core.client.files.open({ place: core.grant(path) });
if (!opened.ok) throw new Error(opened.error.code);
process.stdout.write('READY\n');
const { file } = opened.value;
const stored = await core.client.imports.backlog({ file, place: core.grant(backlog), opId: core.newId() });
if (!stored.ok) throw new Error(stored.error.code);
process.stdout.write(`A ${stored.value.revision}\n`);
setInterval(() => undefined, 1000);
