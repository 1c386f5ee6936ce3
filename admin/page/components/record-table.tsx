// The table of records: sortable heads, one line a record, a box to select it, more on request.
import { ArrowDown, ArrowUp } from 'lucide';
import { useRef } from 'preact/hooks';
import type { ListedRecord } from '#shared/protocol/hub-api.ts';
import { formatTime, type MessageKey, t } from '../i18n/index.ts';
import { useListKeys } from '../state/list-keys.ts';
import type { RecordPages } from '../state/record-list.ts';
import type { RecordSelection } from '../state/record-selection.ts';
import { Icon } from './icon.tsx';
import { ScrollArea } from './scroll-area.tsx';
import { SelectAllHead } from './select-all-head.tsx';
import { StateTag } from './state-tag.tsx';

interface RecordTableProps {
  readonly pages: RecordPages;
  readonly selection: RecordSelection;
}

type SortKey = 'title' | 'date' | 'updated';

interface SortHeadProps {
  readonly pages: RecordPages;
  readonly by: SortKey;
  readonly label: MessageKey;
  readonly isWide?: boolean;
}

function SortHead({ pages, by, label, isWide = false }: SortHeadProps) {
  const { filter, setFilter } = pages;
  const isActive = (filter.sort ?? 'updated') === by;
  const order = filter.order ?? 'desc';
  const next = isActive && order === 'desc' ? 'asc' : 'desc';
  const direction = order === 'asc' ? 'ascending' : 'descending';
  return (
    <th scope="col" class={isWide ? 'wide' : ''} aria-sort={isActive ? direction : 'none'}>
      <button type="button" class="sort-head" onClick={() => setFilter({ sort: by, order: next })}>
        {t(label)} {isActive && <Icon node={order === 'asc' ? ArrowUp : ArrowDown} />}
      </button>
    </th>
  );
}

function RecordRow(props: {
  readonly record: ListedRecord;
  readonly isSelected: boolean;
  readonly toggle: () => void;
}) {
  const { record, isSelected, toggle } = props;
  return (
    <tr data-row class={isSelected ? 'row-selected' : ''}>
      <td>
        <input
          type="checkbox"
          class="check"
          aria-label={t('records.selectOne', { title: record.title })}
          checked={isSelected}
          onChange={toggle}
        />
      </td>
      <td class="grow">
        <a class="record-title" href={`/admin/records/${record.id}`} title={record.title}>
          {record.title}
        </a>
        {record.docNo !== null && <span class="record-number secondary">{record.docNo}</span>}
      </td>
      <td class="wide">{t(`kind.${record.kind}`)}</td>
      <td class="wide" title={record.agencyName}>
        {record.agencyName}
      </td>
      <td class="wide numeric">{record.date ?? '—'}</td>
      <td>
        <StateTag record={record} />
      </td>
      <td class="wide numeric secondary">{formatTime(record.updatedAt)}</td>
    </tr>
  );
}

export function RecordTable({ pages, selection }: RecordTableProps) {
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  return (
    <div ref={list} class="stack">
      <ScrollArea label={t('records.list')} isBusy={pages.isLoading}>
        <table class="table">
          <thead>
            <tr>
              <SelectAllHead isAllShown={selection.isAllShown} onToggle={selection.toggleShown} />
              <SortHead pages={pages} by="title" label="records.title" />
              <th scope="col" class="wide">
                {t('records.kind')}
              </th>
              <th scope="col" class="wide">
                {t('records.agency')}
              </th>
              <SortHead pages={pages} by="date" label="records.date" isWide />
              <th scope="col">{t('records.state')}</th>
              <SortHead pages={pages} by="updated" label="records.updated" isWide />
            </tr>
          </thead>
          <tbody>
            {pages.records.map((record) => (
              <RecordRow
                key={record.id}
                record={record}
                isSelected={selection.ids.has(record.id)}
                toggle={() => selection.toggle(record.id)}
              />
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {pages.hasMore && (
        <button type="button" class="button" disabled={pages.isLoading} onClick={pages.loadMore}>
          {t(pages.isLoading ? 'app.loading' : 'records.more')}
        </button>
      )}
    </div>
  );
}
