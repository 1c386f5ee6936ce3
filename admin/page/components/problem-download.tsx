// Hands out the problems of an import as a spreadsheet.
import { Download } from 'lucide';
import { t } from '../i18n/index.ts';
import { type ImportedFile, sumOf } from '../state/import-figures.ts';
import { problemSheet } from '../state/problem-sheet.ts';
import { saveFile } from '../state/save-file.ts';
import { Icon } from './icon.tsx';

const offer = (text: string, name: string) => saveFile(new Blob([text], { type: 'text/csv' }), name);

export function ProblemDownload({ files }: { readonly files: readonly ImportedFile[] }) {
  if (sumOf(files, 'rejectedCount') + sumOf(files, 'warningCount') === 0) return null;
  const headings = [
    t('import.file'),
    t('import.row'),
    t('import.column'),
    t('import.problem'),
    t('import.view.refused'),
    t('import.view.warned'),
  ];
  return (
    <button
      type="button"
      class="button button-quiet"
      onClick={() => offer(problemSheet(files, headings), `${t('import.problemFile')}.csv`)}
    >
      <Icon node={Download} /> {t('import.download')}
    </button>
  );
}
