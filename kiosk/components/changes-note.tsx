// A line that says a record was changed since the version before, and opens what was.
import { GitCompareArrows } from 'lucide';
import { useState } from 'preact/hooks';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { changesOf, parseChanges } from '#shared/changes/changes-file.ts';
import { formatDate } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { useEngine } from '../state/engine-context.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { changesSummary } from './changes-summary.ts';
import { Icon } from './icon.tsx';
import { lazyPart } from './lazy-part.tsx';

const ChangesSheet = lazyPart(async () => (await import('./changes-sheet.tsx')).ChangesSheet);

/** It stands there at once, so that nothing jumps when the file is read; what is not held cannot be opened. */
export function ChangesNote({ record }: { record: CatalogueRecord }) {
  const engine = useEngine();
  const [isOpen, setIsOpen] = useState(false);
  const file = changesOf(record);
  const loaded = useLoaded(`changes ${file?.sha256}`, async () =>
    file ? parseChanges(await (await engine.attachment(file.sha256)).text()) : null,
  );
  const changes = loaded.value ?? null;
  // Two versions of one date are not told apart by it.
  const date = changes && changes.before.date !== changes.after.date ? changes.before.date : null;
  return (
    <aside class="changes-note" aria-label={t('changes.title')}>
      <div class="changes-note__words">
        <p class="changes-note__since">
          {date ? t('changes.since', { date: formatDate(date) }) : t('changes.sinceBefore')}
        </p>
        <p class="changes-note__summary figures">
          {changes
            ? changesSummary(changes)
            : t(loaded.state === 'loading' ? 'record.loading' : 'changes.missing')}
        </p>
      </div>
      <button type="button" class="button" disabled={changes === null} onClick={() => setIsOpen(true)}>
        <Icon node={GitCompareArrows} />
        {t('changes.open')}
      </button>
      {isOpen && changes && <ChangesSheet changes={changes} onClose={() => setIsOpen(false)} />}
    </aside>
  );
}
