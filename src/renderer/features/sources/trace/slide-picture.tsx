/** Coverage as a picture for a slide, written where one chooses. */
import { useState } from 'react';
import { useFile, useFileState, useWindow } from '../../../data/hooks.ts';
import { showBytes } from '../../../parts/format.ts';
import { useCommands } from '../../../ui/commands.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { Snack } from '../../../ui/states.tsx';

/** Offers the picture as a bitmap or as a drawing, and says what was written. */
export function SlidePicture() {
  const window = useWindow();
  const file = useFile();
  const client = useFileState((state) => state.data.client[0]?.name ?? '') || 'Client';
  const engagement = useFileState((state) => state.engagement);
  const [said, say] = useState<string | null>(null);
  const write = async (format: 'png' | 'svg'): Promise<void> => {
    await file.flush();
    const chosen = await window.choose('save', `picture-${format}`, `${client}, coverage`);
    if (chosen === null) return;
    const { place } = chosen;
    const title = 'Drawing the picture';
    const done = await window.work(title, 'A file that was there before stays until the new one is whole.', () =>
      file.client.exports.coverage({ file: file.handle, engagement, place, format }),
    );
    if (done !== null) say(`${chosen.name} is written, ${showBytes(done.bytes)}.`);
  };
  const entries = [
    { id: 'png', says: 'Picture (PNG)', onPress: () => void write('png') },
    { id: 'svg', says: 'Drawing (SVG)', onPress: () => void write('svg') },
  ];
  useCommands([
    {
      id: 'coverage.picture',
      says: 'Save coverage as a picture for a slide',
      group: 'Coverage',
      keys: ['Alt P'],
      run: () => void write('png'),
    },
  ]);
  return (
    <>
      <Menu label="Coverage for a slide" look="plain" placement="below-end" entries={entries}>
        For a slide
      </Menu>
      {said !== null && <Snack text={said} actionSays="Put away" onAction={() => say(null)} keys="Escape" />}
    </>
  );
}
