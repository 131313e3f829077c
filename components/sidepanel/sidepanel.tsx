import { useEffect } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { BoardPanel } from '../board/board';
import { type TabItem, Tabs } from '../tabs';
import { TrackRecordPanel } from '../track-record/track-record';
import { start, tab } from './state';

const TABS: readonly [TabItem, ...TabItem[]] = [
  { id: 'board', title: t('sidePanel.board'), Panel: BoardPanel },
  { id: 'track-record', title: t('sidePanel.record'), Panel: TrackRecordPanel },
];

/** The panel beside the page: one tab for each thing that needs more room than the popup has. */
export function SidePanel() {
  useEffect(() => {
    start();
  }, []);
  return (
    <>
      <header class="panel-head">
        <h1>{t('sidePanel.name')}</h1>
        <span class="mute">{t('common.notAdvice')}</span>
      </header>
      <main>
        <Tabs label={t('sidePanel.name')} items={TABS} chosen={tab} />
      </main>
    </>
  );
}
