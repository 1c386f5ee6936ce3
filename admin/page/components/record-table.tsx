// The table of records: sortable heads, one line a record, a box to select it, more on request.
import { ArrowDown, ArrowUp } from 'lucide';
import type { ListedRecord } from '#shared/protocol/hub-api.ts';
import { formatTime, type MessageKey, t } from '../i18n/index.ts';
import type { RecordPages } from '../state/record-list.ts';
import { Icon } from './icon.tsx';
import { StateTag } from './state-tag.tsx';

interface RecordTableProps {
  readonly pages: RecordPages;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
}

type SortKey = 'title' | 'date' | 'updated';

function SortHead({
  pages,
  by,
  label,
}: {
  readonly pages: RecordPages;
  readonly by: SortKey;
  readonly label: MessageKey;
}) {
  const { filter, setFilter } = pages;
  const isActive = (filter.sort ?? 'updated') === by;
  const order = filter.order ?? 'desc';
  const next = isActive && order === 'desc' ? 'asc' : 'desc';
  const direction = order === 'asc' ? 'ascending' : 'descending';
  return (
    <th scope="col" aria-sort={isActive ? direction : 'none'}>
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
    <tr aria-selected={isSelected}>
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
        <a href={`/admin/records/${record.id}`}>{record.title}</a>
        {record.docNo !== null && <span class="secondary"> {record.docNo}</span>}
      </td>
      <td>{t(`kind.${record.kind}`)}</td>
      <td>{record.agencyName}</td>
      <td class="numeric">{record.date ?? '—'}</td>
      <td>
        <StateTag record={record} />
      </td>
      <td class="numeric secondary">{formatTime(record.updatedAt)}</td>
    </tr>
  );
}

export function RecordTable({ pages, selected, onSelect }: RecordTableProps) {
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  const isAllSelected = pages.records.length > 0 && pages.records.every(({ id }) => selected.has(id));
  const toggleAll = () => onSelect(new Set(isAllSelected ? [] : pages.records.map(({ id }) => id)));
  return (
    <>
      <div class="table-wrap" aria-busy={pages.isLoading}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">
                <input
                  type="checkbox"
                  class="check"
                  aria-label={t('records.selectAll')}
                  checked={isAllSelected}
                  onChange={toggleAll}
                />
              </th>
              <SortHead pages={pages} by="title" label="records.title" />
              <th scope="col">{t('records.kind')}</th>
              <th scope="col">{t('records.agency')}</th>
              <SortHead pages={pages} by="date" label="records.date" />
              <th scope="col">{t('records.state')}</th>
              <SortHead pages={pages} by="updated" label="records.updated" />
            </tr>
          </thead>
          <tbody>
            {pages.records.map((record) => (
              <RecordRow
                key={record.id}
                record={record}
                isSelected={selected.has(record.id)}
                toggle={() => toggle(record.id)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {pages.hasMore && (
        <button type="button" class="button" disabled={pages.isLoading} onClick={pages.loadMore}>
          {t(pages.isLoading ? 'app.loading' : 'records.more')}
        </button>
      )}
    </>
  );
}
