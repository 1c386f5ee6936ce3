// What staff said of a table's columns, laid over what was recognised.
import { mapHeadings } from '#shared/registers/headings.ts';
import type { RegisterDefinition } from '#shared/registers/register-definition.ts';
import type { RegisterTable } from '../ingest/register-sheet.ts';
import type { ChosenRegister } from './choose-register.ts';

/** Staff's own set-up, and their corrections of the columns: position → key, or null to leave it out. */
export interface StaffsWord {
  readonly definition?: RegisterDefinition;
  readonly columns?: Readonly<Record<number, string | null>>;
}

/** Staff's definition and columns go before what was recognised. */
export function withStaffsWord(
  chosen: ChosenRegister,
  table: RegisterTable,
  options: StaffsWord,
): ChosenRegister {
  const definition =
    options.definition === undefined
      ? chosen.definition
      : { ...options.definition, id: chosen.definition.id };
  const known = new Set(definition.columns.map(({ key }) => key));
  const found = options.definition === undefined ? chosen.mapping : keep(chosen.mapping, definition, table);
  const moved = new Set(Object.values(options.columns ?? {}));
  const mapping = found.map((key, index) => {
    const corrected = options.columns?.[index];
    if (corrected !== undefined) return corrected;
    return key !== null && (moved.has(key) || !known.has(key)) ? null : key;
  });
  return { ...chosen, definition, mapping };
}

/** Keys a proposal gave stay where the definition still has them; headings find the others. */
function keep(mapping: readonly (string | null)[], definition: RegisterDefinition, table: RegisterTable) {
  const known = new Set(definition.columns.map(({ key }) => key));
  const byHeading = mapHeadings(definition, table.headings);
  const kept = new Set(mapping.filter((key) => key !== null && known.has(key)));
  return mapping.map((key, index) => {
    if (key !== null && known.has(key)) return key;
    const named = byHeading[index] ?? null;
    return named !== null && !kept.has(named) ? named : null;
  });
}
