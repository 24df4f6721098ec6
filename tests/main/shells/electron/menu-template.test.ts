import { describe, expect, it } from 'vitest';
import { acceleratorOf, menuTemplate } from '../../../../src/main/shells/electron/menu-template.ts';
import type { MenuItem } from '../../../../src/shared/api/desk.ts';

const item = (more: Partial<MenuItem>): MenuItem => ({ id: 'a', menu: 'Map', says: 'Act', enabled: true, ...more });
const build = (items: readonly MenuItem[], mac = false, run: (command: string) => void = () => undefined) =>
  menuTemplate(items, { mac, run });
const entries = (items: readonly MenuItem[], menu: string, mac = false) =>
  build(items, mac).find(({ label }) => label === menu)?.submenu as unknown as readonly Record<string, unknown>[];

describe('Native menus', () => {
  it('hold every command under its heading, in the order of the screen, between those of every program', () => {
    const items = ['View', 'Map', 'File', 'Help', 'View', 'Edit'].map((menu, at) => item({ id: `${at}`, menu }));
    expect(build(items).map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Map', 'Window', 'Help']);
    expect(build(items, true).map(({ label, role }) => label ?? role)).toEqual([
      'appMenu',
      'File',
      'Edit',
      'View',
      'Map',
      'windowMenu',
      'Help',
    ]);
    expect(entries(items, 'View').map(({ id }) => id)).toEqual(['0', '4']);
  });

  it('run a command of the screen by its id', () => {
    const ran: string[] = [];
    const [, , map] = build([item({ id: 'map.new' })], false, (command) => ran.push(command));
    for (const { click } of (map?.submenu ?? []) as unknown as readonly { click: () => void }[]) click();
    expect(ran).toEqual(['map.new']);
  });

  it('show keys without taking them from the page', () => {
    expect(entries([item({ key: 'Ctrl Shift Z' })], 'Map')[0]).toMatchObject({
      accelerator: 'CommandOrControl+Shift+Z',
      registerAccelerator: false,
    });
  });

  it('never take a key on macOS that would write into a text', () => {
    const labels = entries(
      [item({ key: 'P' }), item({ key: '/' }), item({ key: 'Shift Up' }), item({ key: 'F8' })],
      'Map',
      true,
    );
    expect(labels).toMatchObject([
      { label: 'Act (P)' },
      { label: 'Act (/)' },
      { label: 'Act (Shift Up)' },
      { accelerator: 'F8' },
    ]);
    expect(labels.slice(0, 3).some((entry) => 'accelerator' in entry)).toBe(false);
  });

  it('write words on one line, and an ampersand as itself', () => {
    expect(entries([item({ says: 'Undo “A & B”\nrun\u202Ede' })], 'Map')[0]?.['label']).toBe('Undo “A && B” run de');
  });
});

describe('A key as an accelerator', () => {
  it.each([
    ['Ctrl K', 'CommandOrControl+K'],
    ['Alt 3', 'Alt+3'],
    ['Ctrl +', 'CommandOrControl+Plus'],
    ['Ctrl ,', 'CommandOrControl+,'],
    ['Enter', 'Return'],
    ['Shift PageDown', 'Shift+PageDown'],
    ['F24', 'F24'],
    ['?', '?'],
  ])('%s is %s', (key, accelerator) => expect(acceleratorOf(key)).toBe(accelerator));

  it.each(['', 'Ctrl', 'Hyper K', 'F25', 'Ctrl ß', 'Ctrl K K', '__proto__'])('%j is none', (key) =>
    expect(acceleratorOf(key)).toBeNull(),
  );
});
