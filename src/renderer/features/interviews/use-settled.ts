/** A value for what takes a moment to work out: it follows once nothing changed for a while, so that typing never waits for it. */
import { useEffect, useState } from 'react';

/** Answers the value as it was when it last stood still; the first one at once. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** Milliseconds without a change. */
const pause = 700;
