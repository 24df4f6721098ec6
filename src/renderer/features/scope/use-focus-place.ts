/** The focus on a field of a dialog that was opened because one came for that field. */
import { useEffect } from 'react';
import { focusFirst } from '../../ui/focus.ts';

/** Puts the focus into the place, once, when the dialog opens; null leaves it where the dialog puts it. */
export function useFocusPlace(place: string | null): void {
  useEffect(() => {
    if (place === null) return;
    const found = document.querySelector<HTMLElement>(`dialog [data-place="${CSS.escape(place)}"]`);
    if (found === null) return;
    found.scrollIntoView({ block: 'center' });
    focusFirst(found);
  }, [place]);
}
