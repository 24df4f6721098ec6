/** The page of stage 7, Document: the pages as they will be, and what was issued. */
import { useState } from 'react';
import { useWindowState } from '../../data/hooks.ts';
import { countOf } from '../../parts/format.ts';
import { StagePage, useTab } from '../../parts/stage-page.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckMark } from '../../ui/check-mark.tsx';
import { TabPanel } from '../../ui/tabs.tsx';
import { DraftTab } from './draft-tab.tsx';
import { IssuesTab } from './issues-tab.tsx';
import { useIssuing } from './use-issuing.ts';
import styles from './document.module.css';

const tabs = [
  { id: 'draft', says: 'Draft' },
  { id: 'issues', says: 'Issues' },
];

/** Shows the stage. */
export function DocumentPage() {
  const wanted = useTab(tabs);
  const target = useWindowState((state) => state.place.target);
  const tab = target?.entity === 'issue' ? 'issues' : wanted;
  const issue = useIssuing();
  const [asked, setAsked] = useState(false);
  return (
    <StagePage
      stage="document"
      title="Document"
      tabs={tabs}
      tab={tab}
      aside={
        <span className={styles.aside}>
          {issue.blockers.length > 0 && (
            <span className={styles.blockers}>
              <CheckMark kind="blocker" /> {countOf(issue.blockers.length, 'blocker', 'blockers')}
            </span>
          )}
          <Button
            kind={issue.off === '' ? 'primary' : 'plain'}
            keys="Ctrl I"
            off={issue.off}
            onOff={() => {
              issue.showReasons();
              setAsked(true);
            }}
            onPress={issue.run}
          >
            Issue {issue.number}
          </Button>
        </span>
      }
    >
      <TabPanel name="document" value={tab}>
        {tab === 'draft' ? (
          <DraftTab number={issue.number} asked={asked} onAnswered={() => setAsked(false)} />
        ) : (
          <IssuesTab next={issue} />
        )}
      </TabPanel>
    </StagePage>
  );
}
