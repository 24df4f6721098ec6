/** What a paste did and what it could not take, until it is put away. */
import type { Paste } from '../../../../shared/analysis/map/paste.ts';
import { countOf } from '../../../parts/format.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { CheckMark } from '../../../ui/check-mark.tsx';
import styles from './table.module.css';

/** The most cells that are named one by one. */
const most = 6;

/** What a paste filled and added, in a sentence. */
export function pasteWords({ filled, added }: Paste): string {
  const { priorities, criteria } = added;
  const news = [
    ...(priorities > 0 ? [countOf(priorities, 'new priority', 'new priorities')] : []),
    ...(criteria > 0 ? [countOf(criteria, 'new criterion', 'new criteria')] : []),
  ];
  if (filled === 0) return 'Nothing was filled in.';
  return `${countOf(filled, 'cell', 'cells')} filled in${news.length === 0 ? '' : `, ${news.join(' and ')}`}.`;
}

/** Names the cells that were not taken, each with the reason. */
export function PasteNote({ paste, onClose }: { paste: Paste; onClose: () => void }) {
  const { left } = paste;
  return (
    <div className={styles.note} role="status">
      <CheckMark kind="warning" />
      <div>
        <p>
          {pasteWords(paste)} {countOf(left.length, 'cell was', 'cells were')} not taken:
        </p>
        <ul>
          {left.slice(0, most).map(({ text, why }, at) => (
            <li key={`${at}:${text}`}>
              “{text}”: {why}.
            </li>
          ))}
          {left.length > most && <li>and {left.length - most} more.</li>}
        </ul>
      </div>
      <LinkButton onPress={onClose}>Put away</LinkButton>
    </div>
  );
}
