// The first rows of a file, each with what the import would do to it.
import { formatCount, t } from '../i18n/index.ts';
import type { ImportedFile } from '../state/import-figures.ts';
import { ScrollArea } from './scroll-area.tsx';

const looks = { create: 'tag-good', update: 'tag-warn', unchanged: '', reject: 'tag-bad' } as const;

interface SampleRowProps {
  readonly line: ImportedFile['sample'][number];
  readonly hasKinds: boolean;
}

function SampleRow({ line, hasKinds }: SampleRowProps) {
  return (
    <tr>
      <td class="numeric">{line.row}</td>
      <td>
        <span class={`tag ${looks[line.action]}`}>{t(`import.action.${line.action}`)}</span>
      </td>
      <td class="grow">{line.title || '—'}</td>
      {hasKinds && (
        <>
          <td>{line.kind === null ? '—' : t(`kind.${line.kind}`)}</td>
          <td title={line.agency}>{line.agency || '—'}</td>
        </>
      )}
    </tr>
  );
}

export function SampleTable({ file }: { readonly file: ImportedFile }) {
  // Total rows are no entries and are told of apart.
  const unseen = file.rows - file.sample.length - (file.table?.totals ?? 0);
  // Entries of a register have neither.
  const hasKinds = file.sample.some(({ kind, agency }) => kind !== null || agency !== '');
  const label = t('import.sample', { count: file.sample.length });
  return (
    <>
      <ScrollArea label={label} isLow>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('import.row')}</th>
              <th scope="col">{t('import.what')}</th>
              <th scope="col">{t('records.title')}</th>
              {hasKinds && (
                <>
                  <th scope="col">{t('records.kind')}</th>
                  <th scope="col">{t('records.agency')}</th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {file.sample.map((line) => (
              <SampleRow key={line.row} line={line} hasKinds={hasKinds} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {unseen > 0 && <p class="secondary">{t('import.moreRows', { count: formatCount(unseen) })}</p>}
    </>
  );
}
