/** What guards the program is frozen as data: a change of it is a decision about security and stands here. */
import { FuseV1Options } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { fuses } from '../../../../src/main/shells/electron/fuses.ts';
import { isOwnPage } from '../../../../src/main/shells/electron/senders.ts';
import { windowOptions } from '../../../../src/main/shells/electron/window-options.ts';

describe('Frozen', () => {
  it('are the fuses of the packaged program, every one that Electron has', () => {
    expect(fuses).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
      WasmTrapHandlers: true,
    });
    const known = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
    expect(Object.keys(fuses).toSorted()).toEqual(known.toSorted());
  });

  it('are the preferences of every window; only a program that is not packaged has the tools for developers', () => {
    const { webPreferences } = windowOptions({ preload: 'p', packaged: true, background: '#000', width: 1, height: 1 });
    expect(webPreferences).toEqual({
      preload: 'p',
      partition: 'throughline',
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      plugins: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      disableDialogs: true,
      spellcheck: false,
      devTools: false,
      backgroundThrottling: false,
    });
  });
});

describe('Our own page', () => {
  const page = { origin: 'app://bundle', url: 'app://bundle/', parent: null, processId: 4, routingId: 9 };

  it('is the main frame of a window at the one address', () => {
    expect(isOwnPage({ ...page }, page)).toBe(true);
    expect(isOwnPage({ ...page, url: 'app://bundle/#x' }, page)).toBe(true);
  });

  it.each([
    ['nothing', null],
    ['a frame within', { ...page, parent: {} }],
    ['another frame', { ...page, routingId: 10 }],
    ['another process', { ...page, processId: 5 }],
    ['an empty address', { ...page, url: '' }],
    ['an empty origin', { ...page, origin: '' }],
    ['no origin', { ...page, origin: 'null' }],
    ['an origin that begins alike', { ...page, origin: 'app://bundle.evil', url: 'app://bundle.evil/' }],
    ['another scheme', { ...page, origin: 'https://bundle', url: 'https://bundle/' }],
    ['another page', { ...page, url: 'app://bundle/other' }],
  ])('is not %s', (_, sender) => expect(isOwnPage(sender, page)).toBe(false));
});
