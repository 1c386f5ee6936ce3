// Tells the table of a ready-made register from a list of records.
import { proposeDefinition } from '#shared/registers/propose-definition.ts';
import type { ListHeader } from './read-list.ts';
import type { RegisterTable } from './register-sheet.ts';

/** How sure a proposal must be before a sheet nobody named is taken for a register. */
const leastConfidence = 0.6;

/**
 * Whether a sheet is one of the ready-made registers. Lists of guides, notices and pages stay what they are; one
 * that could be a list of documents is a register only where that explains clearly more of its columns.
 */
export function isReadyMade(table: RegisterTable, list: ListHeader | null): boolean {
  if (list !== null && list.as !== 'documents') return false;
  const { template, confidence, mapping } = proposeDefinition(table);
  if (template === null || confidence < leastConfidence) return false;
  const explained = new Set(mapping.filter((key) => key !== null)).size;
  const asList = list === null ? 0 : list.columns.filter(({ field }) => field !== null).length;
  return explained > asList + 1;
}
