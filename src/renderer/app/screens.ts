/** Screens of a file that are no stages, by the name that places use. */
import type { ComponentType } from 'react';

/** How the page of each screen is loaded. */
export const screens: Readonly<Record<string, () => Promise<ComponentType>>> = {
  backups: async () => (await import('./backups-page.tsx')).BackupsPage,
  history: async () => (await import('./history-page.tsx')).HistoryPage,
};
