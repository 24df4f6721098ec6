/** The chain as the document draws it, from the same rows and with the same words. */
import { useDeferredValue, useEffect, useState } from 'react';
import type { Figure } from '../../../shared/figures/figure.ts';
import { useEngagementData, useKit, useToday } from '../../data/hooks.ts';
import { Drawing } from '../../parts/drawing.tsx';
import styles from './page.module.css';

/** Draws it; nothing while there are no steps. */
export function DocumentFigure() {
  const data = useDeferredValue(useEngagementData());
  const kit = useKit();
  const today = useToday();
  const [figure, setFigure] = useState<Figure | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const draw = async (): Promise<void> => {
      // What the document is made with is a large part of its own, and needed here only when it is opened.
      const [{ gatherMaterial }, { chainFigure }, { whatIfMoved }, { defaultBrand }] = await Promise.all([
        import('../../../shared/document/material.ts'),
        import('../../../shared/document/drawings.ts'),
        import('../../../shared/document/sections/constraint.ts'),
        import('../../../shared/document/settings.ts'),
      ]);
      const material = gatherMaterial({ data, kit, today });
      const drawn = chainFigure(material, kit.content.brand ?? defaultBrand, whatIfMoved(material));
      if (isCurrent) setFigure(drawn);
    };
    void draw();
    return () => {
      isCurrent = false;
    };
  }, [data, kit, today]);
  if (figure === null) return <p className={styles.text}>There is nothing to draw yet.</p>;
  return (
    <div className={styles.drawing}>
      <Drawing tree={figure} label={figure.alt} />
    </div>
  );
}
