/** The clock of the interview. */
import { useEffect, useState } from 'react';

/** Milliseconds of the wall clock, new each second while `running`, or each so many seconds. */
export function useNow(running: boolean, every = 1): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), every * 1000);
    return () => clearInterval(timer);
  }, [running, every]);
  return now;
}
