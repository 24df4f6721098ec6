/** The sheet of a decision: what it is, the proposition with its live cases, the two-sided card, where incentives pull, who carries it. */
import { type ComponentType, useState } from 'react';
import type { Decision } from '../../../../shared/model/index.ts';
import { useRow } from '../../../data/hooks.ts';
import { decisionName } from '../../../parts/names.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TabPanel, Tabs } from '../../../ui/tabs.tsx';
import type { SheetView } from '../desk.ts';
import { CardView } from './card-view.tsx';
import { DecisionView } from './decision-view.tsx';
import { IncentivesView } from './incentives-view.tsx';
import { PeopleView } from './people-view.tsx';
import { PropositionView } from './proposition-view.tsx';
import styles from './sheet.module.css';

const views: readonly {
  readonly id: SheetView;
  readonly says: string;
  readonly show: ComponentType<{ decision: Decision }>;
}[] = [
  { id: 'decision', says: 'Decision', show: DecisionView },
  { id: 'proposition', says: 'Proposition', show: PropositionView },
  { id: 'card', says: 'Two-sided card', show: CardView },
  { id: 'incentives', says: 'Incentives', show: IncentivesView },
  { id: 'people', says: 'Who carries it', show: PeopleView },
];

/** Shows and edits everything that a decision carries. */
export function DecisionSheet({ id, view, onClose }: { id: string; view: SheetView; onClose: () => void }) {
  const decision = useRow('decision', id);
  const [shown, setShown] = useState(view);
  const Shown = views.find((one) => one.id === shown)?.show;
  if (decision === undefined || Shown === undefined) return null;
  return (
    <Dialog
      title={`${decision.label} ${decisionName(decision)}`.trim()}
      size="large"
      keys="all"
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          Close
        </Button>
      }
    >
      <div className={styles.tabs}>
        <Tabs name="sheet" label="Parts of the sheet" tabs={views} value={shown} onChange={setShown} />
      </div>
      <TabPanel name="sheet" value={shown}>
        <div className={styles.view}>
          <Shown decision={decision} />
        </div>
      </TabPanel>
    </Dialog>
  );
}
