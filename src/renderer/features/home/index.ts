/** The face of home: the list of client files. */
import type { ComponentType } from 'react';

/** Loads the page of home. */
export const loadHome = async (): Promise<ComponentType> => (await import('./page.tsx')).HomePage;
