/** A figure of the method on screen: the very tree that the document carries, drawn by React. */
import { createElement } from 'react';
import type { SvgNode, SvgTree } from '../../shared/figures/svg.ts';
import styles from './drawing.module.css';

/** Draws a figure; `label` says in a sentence what it shows, since screen readers hear nothing else of it. */
export function Drawing({ tree, label }: { tree: SvgTree; label: string }) {
  return (
    <svg className={styles.drawing} viewBox={`0 0 ${tree.width} ${tree.height}`} role="img" aria-label={label}>
      {tree.nodes.map((node, at) => drawNode(node, at))}
    </svg>
  );
}

function drawNode(node: SvgNode, key: number) {
  if (node.tag === 'text') {
    const { tag, text, ...attributes } = node;
    return createElement(tag, { ...attributes, key }, text);
  }
  const { tag, ...attributes } = node;
  return createElement(tag, { ...attributes, key });
}
