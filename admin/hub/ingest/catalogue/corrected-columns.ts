// Staff's corrections of a catalogue's columns, and the list of all columns they are shown.
import type { IngestOptions, RecognisedColumn } from '../draft.ts';
import type { CatalogueColumn, UnreadColumn } from './columns.ts';

/** Moves columns with the data they head; what would stand left of the sheet is dropped. */
export function shifted<C extends UnreadColumn>(columns: readonly C[], by: number): C[] {
  return columns.map((column) => ({ ...column, index: column.index + by })).filter(({ index }) => index >= 0);
}

/** The columns as staff want them read; a field given to one column leaves the others. */
export function withCorrections(
  columns: readonly CatalogueColumn[],
  known: readonly UnreadColumn[],
  corrections: IngestOptions['columns'],
): readonly CatalogueColumn[] {
  if (corrections === undefined) return columns;
  const moved = new Set(Object.values(corrections));
  const kept = columns.filter(({ index, field }) => corrections[index] === undefined && !moved.has(field));
  for (const [index, field] of Object.entries(corrections)) {
    const heading = known.find((column) => column.index === Number(index))?.heading ?? '';
    if (field !== null)
      kept.push({ index: Number(index), heading, field: field === 'item' ? 'level1' : field });
  }
  return kept.sort((a, b) => a.index - b.index);
}

/** Every column with a heading, in the order of the sheet; those not read have no field. */
export function allColumns(
  read: readonly CatalogueColumn[],
  known: readonly UnreadColumn[],
): readonly RecognisedColumn[] {
  const unread = known
    .filter(({ index }) => !read.some((column) => column.index === index))
    .map(({ index, heading }) => ({ index, heading, field: null }));
  return [...read, ...unread].sort((a, b) => a.index - b.index);
}
