/** Makes `electron` the stand-in: `node --import ./tests/standin/register.ts out/main/index.js`. */
import { registerHooks } from 'node:module';

const standIn = new URL('electron.ts', import.meta.url).href;

registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' || name.startsWith('electron/')
      ? { url: standIn, format: 'module-typescript', shortCircuit: true }
      : next(name, context),
});
