/**
 * Commands: every action of the screen under one name, with its key. The key bar, the list of keys, the palette and the
 * native menu all read this register; a component that is shown registers what can be done with it.
 */
import {
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { matchesKey, takesPress, takesText, writes } from './keys.ts';

/** An action of the screen. */
export type Command = {
  /** Permanent name, such as "map.newPriority". */
  readonly id: string;
  readonly says: string;
  /** Heading under which menus and lists show it. */
  readonly group: string;
  /** Keys, the first is shown: "Ctrl Enter". */
  readonly keys?: readonly string[];
  /** Caps that are shown where they differ from the first key: "0 – 4" for five keys, "Tab" for one that nobody takes over. */
  readonly caps?: string;
  /** Shown in the key bar, in this order; left out when it is only in menus and lists. */
  readonly bar?: number;
  /** Word for the key bar where `says` is too long. */
  readonly short?: string;
  /** Why it cannot be run now; empty or missing when it can. */
  readonly off?: string;
  /** Runs although the focus is in a text field and the key would write there. */
  readonly inText?: true;
  /** Left out of lists and the palette: the key alone is of use (arrows). */
  readonly keyOnly?: true;
  /** Heard, and named nowhere. */
  readonly quiet?: true;
  /** Found by typing only, and left out of menus: one of many of a kind, such as a question; `short` says where it stands. */
  readonly findOnly?: true;
  /** What has the focus hears the key by itself (a table its arrows): the key is listed here and not heard. */
  readonly heardElsewhere?: true;
  readonly run: () => void;
};

/** A register of commands. */
export type CommandRegister = {
  all(): readonly Command[];
  subscribe(listener: () => void): () => void;
  add(owner: object, commands: readonly Command[]): void;
  remove(owner: object): void;
  /** Leaves only what a screen lets through, for lists, menus and keys alike; null lets everything through. */
  narrow(pass: Narrowing | null): void;
  /** Runs the command of a key; the innermost (last registered) wins. Tells whether one ran. */
  press(event: KeyboardEvent): boolean;
  run(id: string): boolean;
};

/** What a screen makes of a command: the command, one that is shown less, or null where it cannot be had there. */
export type Narrowing = (command: Command) => Command | null;

/** Opens an empty register. */
export function openCommands(): CommandRegister {
  const owners = new Map<object, readonly Command[]>();
  const listeners = new Set<() => void>();
  let all: readonly Command[] = [];
  let pass: Narrowing | null = null;
  const changed = (): void => {
    all = [...owners.values()].flat().flatMap((command) => (pass === null ? command : (pass(command) ?? [])));
    for (const listener of listeners) listener();
  };
  const start = (command: Command | undefined): boolean => {
    if (command === undefined || (command.off ?? '') !== '') return false;
    command.run();
    return true;
  };
  return {
    all: () => all,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(owner, commands) {
      owners.set(owner, commands);
      changed();
    },
    remove(owner) {
      owners.delete(owner);
      changed();
    },
    narrow(next) {
      if (next === pass) return;
      pass = next;
      changed();
    },
    press(event) {
      const typing = takesText(event.target);
      const found = all
        .toReversed()
        .find(
          (command) =>
            (command.off ?? '') === '' &&
            command.heardElsewhere !== true &&
            (command.keys ?? []).some(
              (key) =>
                matchesKey(event, key) &&
                (!typing || command.inText === true || !writes(key)) &&
                !takesPress(event.target, key),
            ),
        );
      if (found === undefined) return false;
      event.preventDefault();
      event.stopPropagation();
      return start(found);
    },
    run: (id) => start(all.findLast((command) => command.id === id)),
  };
}

const RegisterContext = createContext<CommandRegister | null>(null);

/** Puts a register around the interface and hears every key. */
export function CommandProvider({ register, children }: { register: CommandRegister; children: ReactNode }) {
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (!event.defaultPrevented && !event.isComposing && !isBehindDialog(event)) register.press(event);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [register]);
  return <RegisterContext value={register}>{children}</RegisterContext>;
}

// When what had the focus in a dialog is taken away, the next key may come from the empty page: Esc is for the dialog all the same.
function isBehindDialog({ target }: KeyboardEvent): boolean {
  return target === document.body && document.querySelector('dialog[data-own-keys]:modal') !== null;
}

/** The register that a component is in. */
export function useCommandRegister(): CommandRegister {
  const register = useContext(RegisterContext);
  if (register === null) throw new Error('outside of a register of commands');
  return register;
}

/**
 * Registers what can be done while a component is shown, before it is painted: whoever sees a screen can press its keys.
 * The list may be made anew at every render.
 */
export function useCommands(commands: readonly Command[]): void {
  const register = useCommandRegister();
  const [owner] = useState(() => ({}));
  const latest = useRef(commands);
  useLayoutEffect(() => {
    latest.current = commands;
  });
  // What menus and bars show of them; what they do is looked up when it is run, so that it is never out of date.
  const face = JSON.stringify(commands.map(({ run: _run, ...shown }) => shown));
  useLayoutEffect(() => {
    register.add(
      owner,
      latest.current.map((command, at) => ({ ...command, run: () => latest.current[at]?.run() })),
    );
  }, [face, owner, register]);
  useLayoutEffect(() => () => register.remove(owner), [owner, register]);
}

/** Lets only some commands through while a component is shown; `pass` stays the same function. */
export function useNarrowCommands(pass: Narrowing | null): void {
  const register = useCommandRegister();
  useLayoutEffect(() => {
    register.narrow(pass);
    return () => register.narrow(null);
  }, [pass, register]);
}

/** Every command that can be found now. */
export function useAllCommands(): readonly Command[] {
  const register = useCommandRegister();
  return useSyncExternalStore(register.subscribe, register.all);
}
