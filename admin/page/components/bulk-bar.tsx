// What can be done with the ticked records, and how to tick all that the filter finds.
import { BadgeCheck, Undo2 } from 'lucide';
import { formatCount, t } from '../i18n/index.ts';
import type { BulkWhat } from '../state/bulk-act.ts';
import type { RecordPages } from '../state/record-list.ts';
import { maxSelected, type RecordSelection } from '../state/record-selection.ts';
import { Icon } from './icon.tsx';

interface BulkBarProps {
  readonly pages: RecordPages;
  readonly selection: RecordSelection;
  readonly isBusy: boolean;
  readonly onAct: (what: BulkWhat) => void;
}

function SelectMatching({ pages, selection }: Pick<BulkBarProps, 'pages' | 'selection'>) {
  const total = pages.total ?? 0;
  const count = Math.min(total, maxSelected);
  if (!selection.isAllShown || !pages.hasMore || selection.ids.size >= count) return null;
  const words =
    total > maxSelected
      ? t('records.selectFirst', { count: formatCount(maxSelected), total: formatCount(total) })
      : t('records.selectMatching', { count: formatCount(total) });
  return (
    <button
      type="button"
      class="button button-quiet"
      disabled={selection.isGathering}
      onClick={selection.selectMatching}
    >
      {selection.isGathering ? t('app.loading') : words}
    </button>
  );
}

export function BulkBar({ pages, selection, isBusy, onAct }: BulkBarProps) {
  const count = selection.ids.size;
  const isIdle = count === 0 || isBusy || selection.isGathering;
  return (
    <div class="row bulk-bar">
      <span role="status">
        {count === 0 ? t('records.selectHint') : t('records.selected', { count: formatCount(count) })}
      </span>
      <button type="button" class="button" disabled={isIdle} onClick={() => onAct('approve')}>
        <Icon node={BadgeCheck} /> {t('records.approve')}
      </button>
      <button type="button" class="button" disabled={isIdle} onClick={() => onAct('withdraw')}>
        <Icon node={Undo2} /> {t('records.withdraw')}
      </button>
      <SelectMatching pages={pages} selection={selection} />
    </div>
  );
}
