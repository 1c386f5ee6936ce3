// Tells the table of a ready-made register from a list of records.
import { proposeDefinition } from '#shared/registers/propose-definition.ts';
import type { ListHeader } from './read-list.ts';
import type { RegisterTable } from './register-sheet.ts';

/** How sure a proposal must be before a sheet nobody named is taken for a register. */
const leastConfidence = 0.6;
/** And before headings that could as well be those of guides, notices or pages are (权责清单 names its items as guides do). */
const surelyRegister = 0.9;

/**
 * Whether a sheet is one of the ready-made registers. Lists of guides, notices and pages stay what they are
 * unless there is hardly a doubt; any list is a register only where that explains clearly more of its columns.
 */
export function isReadyMade(table: RegisterTable, list: ListHeader | null): boolean {
  const { template, confidence, mapping } = proposeDefinition(table);
  const least = list === null || list.as === 'documents' ? leastConfidence : surelyRegister;
  if (template === null || confidence < least) return false;
  const explained = new Set(mapping.filter((key) => key !== null)).size;
  const asList = list === null ? 0 : list.columns.filter(({ field }) => field !== null).length;
  return explained > asList + 1;
}
