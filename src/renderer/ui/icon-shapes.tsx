/** The drawings of the icons, on a square of 16 with a stroke of 1.5. Where one lies on a fill it shows the surface. */
import { type ReactNode } from 'react';

/** Every icon by name. */
export const iconShapes = {
  advice: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 7.4v3.4M8 5.2v.1" />
    </>
  ),
  'arrow-down': <path d="M8 3v10M4 9l4 4 4-4" />,
  'arrow-left': <path d="M13 8H3M7 4L3 8l4 4" />,
  'arrow-right': <path d="M3 8h10M9 4l4 4-4 4" />,
  'arrow-up': <path d="M8 13V3M4 7l4-4 4 4" />,
  blocker: (
    <>
      <path d="M5.4 2h5.2L14 5.4v5.2L10.6 14H5.4L2 10.6V5.4z" fill="currentColor" stroke="none" />
      <path d="M8 5v3.6M8 10.9v.1" stroke="var(--bg)" strokeWidth="1.6" />
    </>
  ),
  calendar: (
    <>
      <rect x="2.5" y="3.5" width="11" height="10" rx="1" />
      <path d="M2.5 6.8h11M5.5 2v3M10.5 2v3" />
    </>
  ),
  check: <path d="M3.5 8.5l3 3 6-7" />,
  'chevron-down': <path d="M4.5 6.5L8 10l3.5-3.5" />,
  'chevron-left': <path d="M9.5 4.5L6 8l3.5 3.5" />,
  'chevron-right': <path d="M6.5 4.5L10 8l-3.5 3.5" />,
  'chevron-up': <path d="M4.5 9.5L8 6l3.5 3.5" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 5v3.2l2.2 1.4" />
    </>
  ),
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1" />
      <path d="M10.5 5.5v-3h-8v8h3" />
    </>
  ),
  dots: <path d="M3.5 8v.1M8 8v.1M12.5 8v.1" strokeWidth="2" />,
  download: <path d="M8 2.5v7.5M4.8 7L8 10.2 11.2 7M3 13.5h10" />,
  drag: <path d="M6 4v.1M10 4v.1M6 8v.1M10 8v.1M6 12v.1M10 12v.1" strokeWidth="2" />,
  eye: (
    <>
      <path d="M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8z" />
      <circle cx="8" cy="8" r="1.8" />
    </>
  ),
  file: <path d="M4 2.5h5l3 3v8H4zM9 2.5v3h3" />,
  'file-missing': (
    <>
      <path d="M4 2.5h5l3 3v8H4z" strokeDasharray="2 2" />
      <path d="M6 9h4" />
    </>
  ),
  filter: <path d="M2.5 4h11M4.5 8h7M6.5 12h3" />,
  folder: <path d="M2 12.5v-9h4.2l1.6 1.8H14v7.2z" />,
  full: (
    <>
      <circle cx="8" cy="8" r="6" fill="currentColor" stroke="none" />
      <path d="M5.2 8.2l2 2 3.6-4" stroke="var(--bg)" strokeWidth="1.6" />
    </>
  ),
  half: (
    <>
      <circle cx="8" cy="8" r="5.4" />
      <path d="M8 4.6a3.4 3.4 0 010 6.8z" fill="currentColor" stroke="none" />
    </>
  ),
  link: (
    <path d="M6.8 9.2l2.4-2.4M7.5 5l1.8-1.8a2.5 2.5 0 013.5 3.5L11 8.5M8.5 11l-1.8 1.8a2.5 2.5 0 01-3.5-3.5L5 7.5" />
  ),
  lock: (
    <>
      <rect x="3.5" y="7" width="9" height="6.5" rx="1" />
      <path d="M5.5 7V5a2.5 2.5 0 015 0v2" />
    </>
  ),
  minus: <path d="M3.5 8h9" />,
  pause: <path d="M5.5 3.5v9M10.5 3.5v9" strokeWidth="2" />,
  pencil: <path d="M3 13l.7-2.8L11 2.9l2.1 2.1-7.3 7.3z" />,
  person: (
    <>
      <circle cx="8" cy="5.5" r="2.5" />
      <path d="M3 13.5a5 5 0 0110 0" />
    </>
  ),
  pin: <path d="M6 2.5h4l-.6 4 2.1 2.3H4.5l2.1-2.3zM8 8.8V14" />,
  play: <path d="M5 3.2v9.6L12.5 8z" />,
  plus: <path d="M8 3.5v9M3.5 8h9" />,
  quote: <path d="M3 9.2V7a3 3 0 012.6-3M3 9.2h3v2.6H3zM9.4 9.2V7A3 3 0 0112 4M9.4 9.2h3v2.6h-3z" />,
  redo: <path d="M10.5 3L13 5.5 10.5 8M13 5.5H6.2a3.4 3.4 0 000 6.8H9" />,
  ring: <circle cx="8" cy="8" r="5.4" />,
  'ring-dashed': <circle cx="8" cy="8" r="5.4" strokeDasharray="2 2.4" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4" />
      <path d="M10 10l3.5 3.5" />
    </>
  ),
  trash: <path d="M2.8 4.2h10.4M6 4V2.5h4V4M4.2 4.2l.6 9.3h6.4l.6-9.3" />,
  undo: <path d="M5.5 3L3 5.5 5.5 8M3 5.5h6.8a3.4 3.4 0 010 6.8H7" />,
  unlink: (
    <path d="M8.2 4.3l1.1-1.1a2.5 2.5 0 013.5 3.5l-1.1 1.1M7.8 11.7l-1.1 1.1a2.5 2.5 0 01-3.5-3.5l1.1-1.1M5 2.5v2M2.5 5h2M11 13.5v-2M13.5 11h-2" />
  ),
  upload: <path d="M8 10.2V2.7M4.8 5.8L8 2.6l3.2 3.2M3 13.5h10" />,
  warning: (
    <>
      <path d="M8 2.6l5.8 10.4H2.2z" />
      <path d="M8 6.6v3M8 11.2v.1" />
    </>
  ),
} as const satisfies Readonly<Record<string, ReactNode>>;
