/** Settings of this computer. */
import { useWindow, useWindowState } from '../data/hooks.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Segments } from '../ui/segments.tsx';
import { TextField } from '../ui/text-field.tsx';

const themes = [
  { value: 'system', says: 'As the system' },
  { value: 'light', says: 'Light' },
  { value: 'dark', says: 'Dark' },
] as const;
const zooms = [80, 90, 100, 110, 125, 150, 175, 200].map((value) => ({ value, says: `${value} %` }));

/** Shows and changes the settings; each takes effect at once, in every window. */
export function Settings({ onClose }: { onClose: () => void }) {
  const window = useWindow();
  const { theme, zoom, person } = useWindowState((state) => state.preferences);
  const version = useWindowState((state) => state.version);
  return (
    <Dialog title="Settings" onClose={onClose}>
      <Segments
        label="Theme"
        options={themes}
        value={theme}
        clearable={false}
        onChange={(value) => void window.prefer({ theme: value ?? 'system' })}
      />
      <Segments
        label="Size"
        options={zooms}
        value={zoom}
        clearable={false}
        onChange={(value) => void window.prefer({ zoom: value ?? 100 })}
      />
      <TextField
        label="Your name"
        hint="Stands beside warnings that you accept. It is written into a client file only there."
        value={person}
        maxLength={200}
        onChange={(value) => void window.prefer({ person: value })}
      />
      <p>
        Throughline {version}. Client files, backups and settings stay on this computer; nothing is sent anywhere and
        nothing is fetched.
      </p>
    </Dialog>
  );
}
