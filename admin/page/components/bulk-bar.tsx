// What can be done with the ticked records, and how to tick all that the filter finds.
import type { IconNode } from 'lucide';
import { BadgeCheck, PackagePlus, Send, Undo2 } from 'lucide';
import { formatCount, t } from '../i18n/index.ts';
import type { ListAct } from '../state/bulk-act.ts';
import type { RecordPages } from '../state/record-list.ts';
import { maxSelected, type RecordSelection } from '../state/record-selection.ts';
import { may } from '../state/session.ts';
import { Icon } from './icon.tsx';

interface BulkBarProps {
  readonly pages: RecordPages;
  readonly selection: RecordSelection;
  readonly isBusy: boolean;
  readonly onAct: (what: ListAct) => void;
  readonly onGroup: () => void;
}

/** What the account at this desk may do with many records at once. */
function permittedActs(): readonly (readonly [ListAct, IconNode])[] {
  const acts: readonly (readonly [ListAct, IconNode, boolean])[] = [
    ['submit', Send, may('records.submit')],
    ['approve', BadgeCheck, may('records.approve')],
    ['withdraw', Undo2, may('records.withdraw')],
  ];
  return acts.flatMap(([what, icon, isPermitted]) => (isPermitted ? [[what, icon] as const] : []));
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

export function BulkBar({ pages, selection, isBusy, onAct, onGroup }: BulkBarProps) {
  const count = selection.ids.size;
  const isIdle = count === 0 || isBusy || selection.isGathering;
  return (
    <div class="row bulk-bar">
      <span role="status">
        {count === 0 ? t('records.selectHint') : t('records.selected', { count: formatCount(count) })}
      </span>
      {permittedActs().map(([what, icon]) => (
        <button key={what} type="button" class="button" disabled={isIdle} onClick={() => onAct(what)}>
          <Icon node={icon} /> {t(`records.${what}`)}
        </button>
      ))}
      {may('release.schedule') && (
        <button type="button" class="button" disabled={isIdle} onClick={onGroup}>
          <Icon node={PackagePlus} /> {t('groups.addSelected')}
        </button>
      )}
      <SelectMatching pages={pages} selection={selection} />
    </div>
  );
}
