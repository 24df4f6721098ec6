/** The browser shell in a process of its own, with the real code of the page behind a small interface. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { build } from 'vite';
import { onTestFinished } from 'vitest';
import type { ContractClient } from '../../src/shared/api/contract.ts';
import type { BrowserShellOptions } from '../../src/main/shells/browser/shell.ts';

const connection = join(import.meta.dirname, '../../src/renderer/data/connection.ts');

/** A shell in a process of its own. */
export type ShellProcess = {
  readonly process: ChildProcess;
  /** Everything that it printed. */
  said(): string;
  /** The address that was printed last, once there is one more than `after`. */
  address(after?: number): Promise<string>;
  /** Resolves with the exit code. */
  readonly over: Promise<number | null>;
  kill(signal?: NodeJS.Signals): Promise<number | null>;
};

/** How a shell is started. */
export type ShellStart = {
  readonly browser?: BrowserShellOptions['browser'];
  readonly umask?: string;
  /** Client files to open, as paths. */
  readonly files?: readonly string[];
};

/** Builds a page that does nothing but connect: `client` is there as a global promise. */
export async function buildPage(folder: string): Promise<string> {
  const source = join(folder, 'page');
  const built = join(folder, 'built');
  mkdirSync(source, { recursive: true });
  writeFileSync(
    join(source, 'page.js'),
    `import { connect } from ${JSON.stringify(connection)};\nglobalThis.client = connect();\n`,
  );
  writeFileSync(
    join(source, 'index.html'),
    '<!doctype html><meta charset="utf-8"><title>Throughline</title><link rel="icon" href="data:,"><p id="text">Here</p><script type="module" src="./page.js"></script>',
  );
  await build({
    configFile: false,
    logLevel: 'error',
    root: source,
    html: { cspNonce: '__NONCE__' },
    build: { outDir: built, emptyOutDir: true, modulePreload: { polyfill: false } },
  });
  const names = readdirSync(built, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(built.length + 1));
  const hashes = names.map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(built, name)))
      .digest('hex'),
  ]);
  writeFileSync(join(built, 'manifest.json'), JSON.stringify(Object.fromEntries(hashes)));
  return built;
}

/** Starts a shell on a folder; killed after the test if it still runs. */
export function startShell(
  folder: string,
  interfaceFolder: string,
  { browser, umask, files = [] }: ShellStart = {},
): ShellProcess {
  const script = join(import.meta.dirname, 'browser-shell-child.ts');
  mkdirSync(join(folder, 'run'), { recursive: true, mode: 0o700 });
  const words = [
    script,
    join(folder, 'app'),
    interfaceFolder,
    JSON.stringify(browser ?? { reason: 'this is a test' }),
    ...files,
  ];
  const [program, args] =
    umask === undefined
      ? [process.execPath, words]
      : ['sh', ['-c', `umask ${umask}; exec "$0" "$@"`, process.execPath, ...words]];
  const child = spawn(program, args, {
    env: { ...process.env, XDG_RUNTIME_DIR: join(folder, 'run') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8');
    stream?.on('data', (text: string) => {
      said += text;
      for (const wake of heard) wake();
    });
  }
  const over = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      resolve(code);
      for (const wake of heard) wake();
    });
  });
  const kill = (signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> => {
    child.kill(signal);
    return over;
  };
  onTestFinished(async () => {
    // Asked first, so that it takes its browser with it.
    const late = setTimeout(() => void kill(), 8000);
    await kill('SIGTERM');
    clearTimeout(late);
  });
  return {
    process: child,
    said: () => said,
    async address(after = 0) {
      for (;;) {
        const found = [...said.matchAll(/http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}/g)].map(([address]) => address);
        if (found.length > after) return found.at(-1) ?? '';
        if (child.exitCode !== null) throw new Error(`the shell ended: ${said}`);
        await new Promise<void>((resolve) => heard.add(resolve));
      }
    },
    over,
    kill,
  };
}

/** The calls of a page, made by this program: redeems the code of an address. */
export async function enter(address: string): Promise<ContractClient> {
  const [origin = '', code] = address.split('/#');
  const answer = await fetch(`${origin}/boot`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  if (!answer.ok) throw new Error(`the code was refused (${answer.status})`);
  const { token } = (await answer.json()) as { token: string };
  return createORPCClient(new RPCLink({ url: `${origin}/api`, headers: { authorization: `Bearer ${token}` } }));
}
