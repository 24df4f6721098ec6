/** All keys of the screen, by group. */
import { useAllCommands } from '../ui/commands.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { KeyCaps } from '../ui/keys-cap.tsx';
import styles from './keys-help.module.css';

/** Shows every command that has a key. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const commands = useAllCommands().filter((command) => command.quiet !== true && (command.keys ?? []).length > 0);
  const groups = [...new Set(commands.map((command) => command.group))];
  return (
    <Dialog title="Keys of this screen" onClose={onClose} size="large">
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group}>
            <h3 className={styles.heading}>{group}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group)
                .map((command) => (
                  <div className={styles.line} key={command.id}>
                    <dt>{command.says}</dt>
                    <dd className={styles.caps}>
                      {command.keys?.map((key) => (
                        <KeyCaps key={key} of={key} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
