// A calm list of records: title left, date right, one hairline between. For news, related and latest.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { recordUrl } from '../state/record-url.ts';

/** Dates stand in their ISO form here, so that the column lines up. */
export function RowList({ records, label }: { records: readonly CatalogueRecord[]; label: string }) {
  return (
    <ul class="rows" aria-label={label}>
      {records.map((record) => (
        <li key={record.id}>
          <a class="row" href={recordUrl(record)}>
            <span class="row__title" lang="zh-CN">
              {record.title}
            </span>
            <span class="row__date figures">{record.publishedOn ?? record.date ?? ''}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
