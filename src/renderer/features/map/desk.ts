/** What the parts of the stage ask the page for: to say what was done, to open a sheet or a list of evidence. */
import { createContext, useContext } from 'react';
import type { LinkTarget } from '../../parts/evidence-links.ts';

/** Views of a decision's sheet. */
export type SheetView = 'decision' | 'proposition' | 'card' | 'incentives' | 'people';

/** The page as its parts see it. */
export type MapDesk = {
  /** Says what was just done; with `undoes` it can be taken back there. */
  readonly say: (words: string, undoes?: boolean) => void;
  readonly openDecision: (id: string, view?: SheetView) => void;
  readonly openEvidence: (target: LinkTarget) => void;
  /** A sheet or list lies over the page, which then hears no keys. */
  readonly covered: boolean;
};

/** The desk of the page that a component is in. */
export const DeskContext = createContext<MapDesk | null>(null);

/** The page's desk. */
export function useDesk(): MapDesk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('outside of the map');
  return desk;
}
