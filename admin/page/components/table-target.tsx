// A dropped table that goes into a register: which one and why, what changes there, and the way to look at it closely.
import { ListChecks } from 'lucide';
import { useLocation } from 'preact-iso';
import { formatCount, t } from '../i18n/index.ts';
import { freeSlug } from '../state/free-slug.ts';
import type { ImportedFile } from '../state/import-figures.ts';
import type { FileChoice } from '../state/kept-import.ts';
import { keepImport } from '../state/kept-import.ts';
import { useRegisters } from '../state/registers.ts';
import { Icon } from './icon.tsx';
import { RegisterCandidates } from './register-candidates.tsx';

interface TableTargetProps {
  readonly file: ImportedFile;
  readonly job: string;
  /** Registers are set up one at a time: only a table dropped alone is handed on. */
  readonly isAlone: boolean;
  readonly isBusy: boolean;
  readonly onChoose: (choice: FileChoice) => void;
}

export function TableTarget({ file, job, isAlone, isBusy, onChoose }: TableTargetProps) {
  const { route } = useLocation();
  const slugs = (useRegisters().value ?? []).map(({ slug }) => slug);
  const { table } = file;
  if (table === undefined) return null;
  const choose = (register: string | null) =>
    onChoose({ as: 'register', columns: {}, register: register ?? freeSlug('register-new', slugs) });
  const lookClosely = () => {
    // From here on the upload belongs to the register's own screen.
    keepImport(null);
    const query = new URLSearchParams({ job, file: file.file, register: table.register });
    route(`/admin/registers/import?${query}`);
  };
  const title = String(table.definition.title ?? '');
  return (
    <div class="stack">
      <p class="notice notice-good">
        {t(table.isNew ? 'regimport.goesNew' : 'regimport.goesInto', { title })}
        {t('regimport.changes', {
          created: formatCount(file.created),
          updated: formatCount(file.updated),
          unchanged: formatCount(file.unchanged),
          removed: formatCount(table.removed),
        })}
      </p>
      {table.totals > 0 && (
        <p class="secondary">{t('regimport.totals', { count: formatCount(table.totals) })}</p>
      )}
      <RegisterCandidates table={table} isBusy={isBusy} onChoose={choose} />
      {isAlone ? (
        <div class="row">
          <button type="button" class="button button-primary" disabled={isBusy} onClick={lookClosely}>
            <Icon node={ListChecks} /> {t('regimport.lookClosely')}
          </button>
        </div>
      ) : (
        <p class="hint">{t('regimport.alone')}</p>
      )}
    </div>
  );
}
