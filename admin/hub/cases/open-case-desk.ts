// Gives work on cases what it stands on in an open data folder.
import type { DataFolder } from '../open-data-folder.ts';
import type { CaseDesk } from './case-desk.ts';
import { openCaseVault } from './case-vault.ts';

/** Nothing is made or read until something is sealed or opened. */
export function openCaseDesk({ desk, paths }: Pick<DataFolder, 'desk' | 'paths'>): CaseDesk {
  return {
    desk,
    vault: openCaseVault(paths.keys),
    filesDir: paths.caseFiles,
    erasedList: paths.erasedCases,
  };
}
