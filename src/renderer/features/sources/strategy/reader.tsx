/** The text of a source, to be read and selected from: with the pointer as any text, by keyboard in sentences and words. */
import { Fragment, type KeyboardEvent, type ReactNode, type Ref, useLayoutEffect, useRef } from 'react';
import type { Passage } from '../../../../shared/model/index.ts';
import { Spoken } from '../../../ui/spoken.tsx';
import { Paragraph } from './paragraph.tsx';
import { groupPassages, PassageTable, type Placed } from './passage-table.tsx';
import {
  extend,
  movePassage,
  moveSentence,
  type Point,
  selectBetween,
  type Selection,
  spanIn,
  textOf,
} from '../../../parts/text-selection.ts';
import type { SourceMarks, TextMark } from './text-marks.ts';
import styles from './reader.module.css';

const none: readonly TextMark[] = [];

/** Shows the passages; `below` draws what belongs under one of them. */
export function Reader({
  title,
  passages,
  marks,
  selection,
  onSelect,
  onPoint,
  onEnter,
  below,
  articleRef,
}: {
  title: string;
  passages: readonly Passage[];
  marks: SourceMarks['marks'];
  selection: Selection | null;
  onSelect: (selection: Selection | null) => void;
  /** A press on the text that selects nothing. */
  onPoint: (point: Point) => void;
  onEnter: () => void;
  below: (at: number) => ReactNode;
  articleRef: Ref<HTMLElement>;
}) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (selection !== null) box.current?.querySelector('[data-selected]')?.scrollIntoView({ block: 'nearest' });
  }, [selection]);
  const hear = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLButtonElement) return;
    const next = nextSelection(event, passages, selection);
    if (next === undefined) {
      if (event.key !== 'Enter' || selection === null) return;
      onEnter();
    } else onSelect(next);
    event.preventDefault();
    event.stopPropagation();
  };
  const take = (): void => {
    const native = globalThis.getSelection();
    if (native === null || native.rangeCount === 0 || box.current === null) return;
    const { anchorNode, anchorOffset, focusNode, focusOffset, isCollapsed } = native;
    const a = pointOf(box.current, anchorNode, anchorOffset);
    const b = pointOf(box.current, focusNode, focusOffset);
    if (a === null || b === null) return;
    if (isCollapsed) {
      onSelect(null);
      onPoint(b);
      return;
    }
    native.removeAllRanges();
    onSelect(selectBetween(passages, a, b));
  };
  let page: number | null = null;
  return (
    <div ref={box}>
      <article
        ref={articleRef}
        className={styles.article}
        aria-label={title}
        // Its sentences are selected by keyboard, so it takes the focus as one thing.
        tabIndex={0}
        onKeyDown={hear}
        onMouseUp={take}
      >
        {groupPassages(passages).map((group) => {
          const [first] = group;
          if (first === undefined) return null;
          const begins = first.passage.page !== null && first.passage.page !== page;
          page = group.at(-1)?.passage.page ?? page;
          const draw = ({ passage, at }: Placed): ReactNode => {
            const span = spanIn(selection, at, passage.text.length);
            return (
              <Paragraph
                passage={passage}
                at={at}
                page={begins && at === first.at ? passage.page : null}
                marks={marks.get(at) ?? none}
                from={span?.from ?? -1}
                to={span?.to ?? -1}
              />
            );
          };
          return (
            <Fragment key={first.passage.id}>
              {first.passage.table === null ? draw(first) : <PassageTable cells={group} draw={draw} />}
              {group.map(({ at }) => (
                <Fragment key={at}>{below(at)}</Fragment>
              ))}
            </Fragment>
          );
        })}
      </article>
      <Spoken>
        <span role="status">{selection === null ? '' : `Selected: ${textOf(passages, selection)}`}</span>
      </Spoken>
    </div>
  );
}

/** What a key selects; undefined for one that is none of ours. */
function nextSelection(
  { key, shiftKey }: KeyboardEvent,
  passages: readonly Passage[],
  selection: Selection | null,
): Selection | null | undefined {
  const widened = shiftKey && selection !== null ? selection : null;
  switch (key) {
    case 'ArrowRight':
      return widened === null ? moveSentence(passages, selection, 1) : extend(passages, widened, 'word', 1);
    case 'ArrowLeft':
      return widened === null ? moveSentence(passages, selection, -1) : extend(passages, widened, 'word', -1);
    case 'ArrowDown':
      return widened === null ? movePassage(passages, selection, 1) : extend(passages, widened, 'sentence', 1);
    case 'ArrowUp':
      return widened === null ? movePassage(passages, selection, -1) : extend(passages, widened, 'sentence', -1);
    case 'Escape':
      return selection === null ? undefined : null;
    default:
      return undefined;
  }
}

/** The place in the text that a place in the page stands for. */
function pointOf(box: HTMLElement, node: Node | null, offset: number): Point | null {
  if (node === null || !box.contains(node)) return null;
  const element = node instanceof Element ? node : node.parentElement;
  const passage = element?.closest<HTMLElement>('[data-at]');
  if (passage === null || passage === undefined) return null;
  const at = Number(passage.dataset['at']);
  const part = element?.closest<HTMLElement>('[data-from]');
  if (node instanceof Text && part !== null && part !== undefined)
    return { at, offset: Number(part.dataset['from']) + offset };
  // Between parts: the one that stands at this place begins there, the end of the passage where none does.
  const child = node.childNodes[offset];
  const from = child instanceof HTMLElement ? child.dataset['from'] : undefined;
  if (from !== undefined) return { at, offset: Number(from) };
  return { at, offset: offset === 0 ? 0 : passage.textContent.length };
}
