import { useEffect } from 'preact/hooks';
import { type TabItem, Tabs } from '../tabs';
import { TrackRecordPanel } from '../track-record/track-record';
import { start } from './state';

const TABS: readonly [TabItem, ...TabItem[]] = [
  { id: 'track-record', title: 'Track record', Panel: TrackRecordPanel },
];

/** The panel beside the page: one tab for each thing that needs more room than the popup has. */
export function SidePanel() {
  useEffect(() => {
    start();
  }, []);
  return (
    <>
      <header class="panel-head">
        <h1>Minnow</h1>
      </header>
      <main>
        <Tabs label="Minnow" items={TABS} />
      </main>
      <footer class="panel-foot mute">Not investment advice.</footer>
    </>
  );
}
