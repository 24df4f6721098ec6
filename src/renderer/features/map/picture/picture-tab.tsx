/** The map as a picture to look at: decisions, priorities, the constraint, criteria, from left to right. */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { MapReading } from '../../../../shared/analysis/map/rows.ts';
import { useFigures, useWindow } from '../../../data/hooks.ts';
import { decisionName } from '../../../parts/names.ts';
import { Button } from '../../../ui/button.tsx';
import { useCommands } from '../../../ui/commands.tsx';
import { Empty } from '../../../ui/states.tsx';
import { useDesk } from '../desk.ts';
import { priorityTag } from '../use-map.ts';
import { useWidth } from '../use-width.ts';
import { geometryFor } from './geometry.ts';
import { Links } from './links.tsx';
import { follow, type Piece, readPicture } from './model.ts';
import { PieceButton, RelationMark } from './pieces.tsx';
import { usePriorityFacts } from './use-facts.ts';
import { useMeasured } from './use-measured.ts';
import { PictureTable } from './picture-table.tsx';
import { Strip } from './strip.tsx';
import styles from './picture.module.css';

/** Height of a line of a priority's words, pixels. */
const lineHeight = 18;
const zooms = [0.6, 0.75, 0.9, 1, 1.15, 1.3, 1.5];

/** Draws the tab. */
export function PictureTab({ map }: { map: MapReading }) {
  const window = useWindow();
  const desk = useDesk();
  const step = useFigures()?.constraint.confirmed?.reading.step.name ?? null;
  const [only, setOnly] = useState(false);
  const [zoom, setZoom] = useState(3);
  const [place, available] = useWidth<HTMLDivElement>();
  const picture = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);

  const model = useMemo(() => readPicture(map, only), [map, only]);
  const factsOf = usePriorityFacts();
  const scale = zooms[zoom] ?? 1;
  const geometry = useMemo(() => geometryFor(Math.floor(available / scale)), [available, scale]);
  const piece = model.byId.get(wanted ?? '') ?? firstPiece(model);
  const chosen = useMemo(() => togetherWith(model.byId, piece), [model, piece]);

  const measured = useMeasured(picture, model, geometry, available > 0, factsOf);

  const focusPiece = (id: string): void => {
    setWanted(id);
    picture.current?.querySelector<HTMLElement>(`[data-piece="${CSS.escape(id)}"]`)?.focus();
  };
  const open = (): void => {
    if (piece !== undefined) window.go('map', 'table', { entity: piece.kind, id: piece.id });
  };
  const evidence = (): void => {
    if (piece === undefined) return;
    const priority = piece.kind === 'criterion' ? model.byId.get(piece.priority) : piece;
    if (priority?.kind === 'decision') {
      const { id, label } = priority.row;
      desk.openEvidence({
        key: id,
        tag: label,
        says: `${label} ${decisionName(priority.row)}`,
        fields: { decision: id },
      });
    } else if (priority?.kind === 'priority') {
      const tag = priorityTag(priority.row);
      desk.openEvidence({
        key: priority.id,
        tag,
        says: `${tag} ${priority.row.title}`,
        fields: { priority: priority.id },
      });
    }
  };
  const off = desk.covered ? 'Close what lies over the map first.' : '';
  const group = 'Map';
  const hasFocus = useRef(false);
  useCommands([
    {
      id: 'picture.follow',
      says: 'Follow the links',
      short: 'follow the links',
      group,
      keys: ['Up'],
      caps: 'Up Down Left Right',
      bar: 1,
      heardElsewhere: true,
      keyOnly: true,
      run: () => {
        if (piece !== undefined) focusPiece(piece.id);
      },
    },
    {
      id: 'picture.open',
      says: 'Open in the table',
      short: 'open in the table',
      group,
      keys: ['Enter'],
      heardElsewhere: true,
      bar: 2,
      off,
      run: open,
    },
    {
      id: 'map.evidence',
      says: 'Evidence of what is chosen',
      short: 'evidence',
      group,
      keys: ['Ctrl E', 'Alt E'],
      bar: 3,
      off,
      run: evidence,
    },
    {
      id: 'picture.only',
      says: only ? 'Show the whole map' : 'Only what touches the constraint',
      short: only ? 'the whole map' : 'only what touches the constraint',
      group,
      keys: ['F'],
      bar: 4,
      off,
      run: () => setOnly(!only),
    },
    {
      id: 'picture.larger',
      says: 'Larger',
      short: 'zoom',
      group,
      keys: ['+', '='],
      caps: '+ −',
      bar: 5,
      off,
      run: () => setZoom(Math.min(zooms.length - 1, zoom + 1)),
    },
    { id: 'picture.smaller', says: 'Smaller', group, keys: ['-'], off, run: () => setZoom(Math.max(0, zoom - 1)) },
  ]);
  const hear = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || piece === undefined) return;
    const next = follow(model, piece.id, event.key);
    if (next !== null) focusPiece(next);
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
  };
  // A piece that had the focus may be left out now; the one that is chosen instead gets it.
  useEffect(() => {
    if (hasFocus.current && document.activeElement === document.body && piece !== undefined) focusPiece(piece.id);
  });

  if (map.translated.length === 0) {
    return (
      <div className={styles.empty}>
        <Empty
          title="There is nothing to draw yet."
          text="The picture shows how decisions become priorities and how each is read. Write them in the table first."
          actions={
            <Button kind="primary" onPress={() => window.go('map', 'table')}>
              Go to the table
            </Button>
          }
        />
      </div>
    );
  }
  const ready = measured !== null;
  const middle = (id: string): number => geometry.top + (measured?.layout.middle.get(id) ?? 0);
  const firstLine = (id: string): number => middle(id) - (measured?.heights.get(id) ?? 0) / 2 + lineHeight / 2;
  return (
    <div className={styles.tab}>
      <div ref={place} className={styles.place}>
        <div
          ref={picture}
          className={styles.picture}
          style={{
            zoom: scale,
            inlineSize: geometry.width,
            blockSize: geometry.top + (measured?.layout.height ?? 0) + 16,
          }}
          role="group"
          aria-label="Picture of the map. Arrows follow the links."
          data-ready={ready ? '' : undefined}
          onKeyDown={hear}
          onFocus={() => {
            hasFocus.current = true;
          }}
          onBlur={(event) => {
            hasFocus.current = event.relatedTarget === null;
          }}
        >
          <span className={styles.head} style={{ left: geometry.decision.left }}>
            Decision
          </span>
          <span className={styles.head} style={{ left: geometry.priority.left }}>
            Priority, owner, pieces of evidence
          </span>
          {step !== null && (
            <span className={styles.lineHead} style={{ left: geometry.line }}>
              Constraint: {step}
            </span>
          )}
          <span className={styles.endHead} style={{ left: geometry.criteria.left, width: geometry.criteria.width }}>
            Success criterion
          </span>
          {measured !== null && (
            <Links
              model={model}
              layout={measured.layout}
              ends={measured.ends}
              firstLine={firstLine}
              geometry={geometry}
              chosen={chosen}
              hasConstraint={step !== null}
            />
          )}
          {[...model.decisions, ...model.priorities, ...model.criteria].map((one) => (
            <PieceButton
              key={one.id}
              piece={one}
              facts={one.kind === 'priority' ? factsOf(one.row) : null}
              place={
                one.kind === 'decision'
                  ? geometry.decision
                  : one.kind === 'priority'
                    ? geometry.priority
                    : geometry.criteria
              }
              middle={middle(one.id)}
              isChosen={piece?.id === one.id}
              isTogether={chosen.has(one.id)}
              onChoose={() => setWanted(one.id)}
              onOpen={open}
            />
          ))}
          {step !== null &&
            ready &&
            model.priorities.map((one) => (
              <RelationMark
                key={one.id}
                priority={one}
                left={geometry.line}
                top={firstLine(one.id)}
                isOn={chosen.has(one.id)}
              />
            ))}
        </div>
        <PictureTable model={model} />
      </div>
      {piece !== undefined && <Strip piece={piece} model={model} onEvidence={evidence} />}
    </div>
  );
}

/** What is shown first: the priority that exploits the constraint, else the first one. */
function firstPiece(model: ReturnType<typeof readPicture>): Piece | undefined {
  return model.priorities.find(({ row }) => row.relation === 'exploits') ?? model.priorities[0] ?? model.decisions[0];
}

/** The chosen piece with what it hangs together with. */
function togetherWith(byId: ReadonlyMap<string, Piece>, piece: Piece | undefined): ReadonlySet<string> {
  if (piece === undefined) return new Set();
  if (piece.kind === 'decision') {
    const own = piece.priorities.flatMap((id) => {
      const one = byId.get(id);
      return one?.kind === 'priority' ? [id, ...one.criteria] : [];
    });
    return new Set([piece.id, ...own]);
  }
  if (piece.kind === 'priority') return new Set([piece.id, piece.decision, ...piece.criteria]);
  const parent = byId.get(piece.priority);
  return new Set([piece.id, piece.priority, ...(parent?.kind === 'priority' ? [parent.decision] : [])]);
}
