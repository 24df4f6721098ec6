/** The page as a place to drop files on, and to paste text into. */
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { takesText } from '../ui/keys.ts';
import styles from './drop-area.module.css';

/** Takes dropped files and pasted text, unless the file can only be read. */
export function DropArea({
  off,
  onDrop,
  onPaste,
  children,
}: {
  off: boolean;
  onDrop: (files: readonly File[]) => void;
  /** Takes pasted text too. */
  onPaste?: ((text: string) => void) | undefined;
  children: ReactNode;
}) {
  const [over, setOver] = useState(false);
  const paste = useRef(onPaste);
  const takesPaste = onPaste !== undefined;
  useEffect(() => {
    paste.current = onPaste;
  });
  useEffect(() => {
    if (off || !takesPaste) return undefined;
    const hear = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const inDialog = event.target instanceof Element && event.target.closest('dialog, [popover]') !== null;
      if (takesText(event.target) || inDialog || text.trim() === '') return;
      event.preventDefault();
      paste.current?.(text);
    };
    document.addEventListener('paste', hear);
    return () => document.removeEventListener('paste', hear);
  }, [off, takesPaste]);
  const accepts = (event: DragEvent): boolean => !off && event.dataTransfer.types.includes('Files');
  return (
    <div
      className={styles.area}
      onDragOver={(event) => {
        if (!accepts(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget))
          setOver(false);
      }}
      onDrop={(event) => {
        if (!accepts(event)) return;
        event.preventDefault();
        setOver(false);
        onDrop([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && (
        <div className={styles.over}>
          <p>Drop it to take it in</p>
        </div>
      )}
    </div>
  );
}
