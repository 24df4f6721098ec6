/** A key that shows something while it is held, and until the next press when it is only tapped. */
import { useEffect, useRef } from 'react';

/** A press that is longer than this was held. Milliseconds. */
const held = 400;

/** Hears the key, and tells what is shown from then on. */
export function useHeldKey(key: string, shown: boolean, set: (shown: boolean) => void): void {
  const latest = useRef({ shown, set });
  useEffect(() => {
    latest.current = { shown, set };
  });
  useEffect(() => {
    let since: number | null = null;
    const down = (event: KeyboardEvent): void => {
      if (event.key !== key || event.repeat) return;
      event.preventDefault();
      since = event.timeStamp;
      latest.current.set(!latest.current.shown);
    };
    const up = (event: KeyboardEvent): void => {
      if (event.key !== key || since === null) return;
      if (event.timeStamp - since > held) latest.current.set(false);
      since = null;
    };
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
    };
  }, [key]);
}
