/** The page of stage 8, Review: whether execution still follows the document. */
import { insertRow } from '../../../shared/model/change.ts';
import { useEngagement, useFigures, useFile, useReadOnly, useRows, useToday, useWindow } from '../../data/hooks.ts';
import { StagePage, useTab } from '../../parts/stage-page.tsx';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { Empty } from '../../ui/states.tsx';
import { TabPanel } from '../../ui/tabs.tsx';
import { BacklogTab } from './backlog-tab.tsx';
import { QuestionsTab } from './questions-tab.tsx';
import { RefreshTab } from './refresh-tab.tsx';
import { ReviewTab } from './review-tab.tsx';
import { reviewName } from './words.ts';
import styles from './review.module.css';

/** Shows the stage. */
export function ReviewPage() {
  const window = useWindow();
  const file = useFile();
  const engagement = useEngagement();
  const today = useToday();
  const readOnly = useReadOnly();
  const figures = useFigures();
  const reviews = useRows('review').toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1));
  const criteria = useRows('criterion');
  const planned = useRows('plannedReview');
  const current = reviews.at(-1);
  const tabs = [
    { id: 'review', says: current === undefined ? 'Today' : reviewName(current) },
    { id: 'questions', says: 'Questions' },
    { id: 'backlog', says: 'Backlog' },
    { id: 'refresh', says: 'Refresh' },
  ];
  const tab = useTab(tabs);
  const begin = (): void => {
    const number = reviews.reduce((last, row) => Math.max(last, row.number ?? 0), 0) + 1;
    const id = file.newId();
    void file.edit('Start a review', [insertRow('review', id, { engagement: engagement.id, on: today, number })]);
    window.go('review', 'review');
  };
  const off = readOnly ? 'The file is open for reading only.' : '';
  useCommands([
    { id: 'review.begin', says: 'Start a review', group: 'Review', keys: ['N'], off, run: begin },
    {
      id: 'review.questions',
      says: 'Review questions',
      short: 'review questions',
      group: 'Review',
      keys: ['Q'],
      bar: 3,
      run: () => window.go('review', 'questions'),
    },
    {
      id: 'review.backlog',
      says: 'Import the backlog again',
      short: 'import the backlog',
      group: 'Review',
      keys: ['I'],
      bar: 4,
      run: () => window.go('review', 'backlog'),
    },
    {
      id: 'review.refresh',
      says: 'Decide on a refresh',
      short: 'decide on a refresh',
      group: 'Review',
      keys: ['Alt R', 'Ctrl R'],
      bar: 5,
      run: () => window.go('review', 'refresh'),
    },
  ]);
  const nothing = criteria.length === 0;
  return (
    <StagePage
      stage="review"
      title="Review"
      {...(nothing || figures === null ? {} : { tabs, tab })}
      aside={
        !readOnly && !nothing ? (
          <Button onPress={begin} keys="N">
            {current === undefined ? 'Start the first review' : 'Start the next review'}
          </Button>
        ) : undefined
      }
    >
      {nothing ? (
        <div className={styles.scroll}>
          <Empty
            title="Nothing to review yet"
            text="A review reads the success criteria of the map, the backlog and the stops against what the document set. Write priorities with criteria first."
            actions={
              <Button kind="primary" onPress={() => window.go('map')}>
                Go to the map
              </Button>
            }
          />
        </div>
      ) : figures === null ? null : (
        <TabPanel name="review" value={tab}>
          {tab === 'review' && <ReviewTab drift={figures.drift} review={current ?? null} planned={planned} />}
          {tab === 'questions' && <QuestionsTab review={current ?? null} onBegin={begin} />}
          {tab === 'backlog' && <BacklogTab drift={figures.drift} review={current ?? null} />}
          {tab === 'refresh' && (
            <RefreshTab drift={figures.drift} review={current ?? null} reviews={reviews} onBegin={begin} />
          )}
        </TabPanel>
      )}
    </StagePage>
  );
}
