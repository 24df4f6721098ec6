/** Burns the fuses into a packaged program and reads them back. */
import { join } from 'node:path';
import { flipFuses, type FuseConfig, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';
import { fuses } from '../../src/main/shells/electron/fuses.ts';

/** Runs after the program was put together and before it is signed; throws when a fuse is not as it has to be. */
export async function burnFuses(context: AfterPackContext): Promise<void> {
  const program = programOf(context);
  await flipFuses(program, fuseConfig(context.electronPlatformName === 'darwin'));
  const wire = (await getCurrentFuseWire(program)) as Readonly<Record<number, FuseState>>;
  for (const [name, on] of Object.entries(fuses)) {
    const state = wire[FuseV1Options[name as keyof typeof fuses]];
    if (state !== (on ? FuseState.ENABLE : FuseState.DISABLE)) throw new Error(`the fuse ${name} is not ${on}`);
  }
}

/** The fuses in the words of `@electron/fuses`; one that a later Electron adds is an error until it is decided. */
export function fuseConfig(mac: boolean): FuseConfig {
  const wire = Object.entries(fuses).map(([name, on]) => [FuseV1Options[name as keyof typeof fuses], on]);
  return {
    ...(Object.fromEntries(wire) as Record<FuseV1Options, boolean>),
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // Without it an unsigned program would not start on Apple silicon; signing comes afterwards.
    resetAdHocDarwinSignature: mac,
  };
}

function programOf({ appOutDir, electronPlatformName, packager }: AfterPackContext): string {
  const name = packager.appInfo.productFilename;
  if (electronPlatformName === 'darwin') return join(appOutDir, `${name}.app`);
  return join(appOutDir, electronPlatformName === 'win32' ? `${name}.exe` : 'throughline');
}
