// The demonstration venue's registers as records, the way a release would carry them, for tests of what shows them.
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { ShownColumn } from '#shared/catalogue/register.ts';
import { isTotalRow, projectEntry } from '#shared/registers/project-register.ts';
import { subItemsOf } from '#shared/registers/sub-items.ts';
import { readTableFile } from '../unit/registers/read-table.ts';
import { makeRecord } from './catalogue-records.ts';

const folder = fileURLToPath(new URL('../../admin/hub/demo/content/registers/', import.meta.url));

/** A register with its table and its entries. */
export interface RegisterRecords {
  readonly register: CatalogueRecord;
  readonly tableHtml: string;
  readonly entries: readonly CatalogueRecord[];
}

/** Names of the tables there are. */
export const registerFiles = existsSync(folder)
  ? readdirSync(folder).filter((name) => !name.endsWith('.json'))
  : [];

/** What names the cells of its entries. */
export function columnsOf({ register: { details } }: RegisterRecords): readonly ShownColumn[] {
  return details?.type === 'register' ? details.columns : [];
}

/**
 * The register a table becomes, compared with that of the period before where one is named.
 * @param code three characters the hand-off codes begin with
 */
export function registerRecords(file: string, code: string, previous: string | null = null): RegisterRecords {
  const table = readTableFile(folder + file);
  const before = previous === null ? undefined : readTableFile(folder + previous);
  const { details, tableHtml } = table.project(before);
  const common = {
    agencyId: 'a1',
    agencyName: '云溪区行政审批局',
    date: '2026-11-20',
    publishedOn: '2026-11-20',
  };
  const { title, summary } = table.definition;
  const rows = table.rows
    .filter(({ cells }) => !isTotalRow(table.definition, cells))
    .map(({ cells }, at) => ({ id: `e-${code}-${at}`, cells }));
  const subItems = subItemsOf(table.definition, rows) ?? [];
  const register = makeRecord({
    ...common,
    ...{ id: `g-${code}`, code: `${code}00000`, kind: 'register', title, summary },
    details: { ...details, subItems },
    body: tableHtml === '' ? null : { parts: 1, characters: tableHtml.length },
  });
  const entries = rows.map(({ id, cells }, at) => {
    const { cells: shownCells, facets, ...projected } = projectEntry(table.definition, cells);
    return makeRecord({
      ...common,
      ...projected,
      ...{ id, code: `${code}${String(at + 1).padStart(5, '0')}`, kind: 'entry' },
      details: {
        ...{ type: 'entry', registerId: register.id, registerTitle: register.title },
        ...{ cells: shownCells, facets },
      },
    });
  });
  return { register, tableHtml, entries };
}
