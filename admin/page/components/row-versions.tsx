// What a row of a register said over time: each version by what changed since the one before.
import type { RegisterColumn } from '#shared/catalogue/register.ts';
import type { RowHistory } from '#shared/protocol/registers-api.ts';
import { formatTime, t } from '../i18n/index.ts';

interface RowVersionsProps {
  readonly columns: readonly RegisterColumn[];
  /** The newest first. */
  readonly versions: RowHistory['versions'];
}

type Version = RowHistory['versions'][number];

function changesOf(columns: readonly RegisterColumn[], now: Version, before: Version | undefined): string {
  if (before === undefined) return t('register.row.first');
  const changes = columns.flatMap(({ key, title }) => {
    const [was, is] = [before.cells[key] ?? '', now.cells[key] ?? ''];
    return was === is ? [] : [`${title} ${was || '—'} → ${is || '—'}`];
  });
  return t('register.row.changes', { changes: changes.join('；') || '—' });
}

export function RowVersions({ columns, versions }: RowVersionsProps) {
  return (
    <section class="stack" aria-labelledby="row-history">
      <h3 id="row-history">{t('register.row.history')}</h3>
      <ol class="timeline">
        {versions.map((version, index) => (
          <li key={version.version}>
            <span>
              {t('register.row.version', { version: version.version })}{' '}
              {version.isPublished && <span class="tag tag-good">{t('registers.state.public')}</span>}{' '}
              {version.isApproved && !version.isPublished && (
                <span class="tag">{t('registers.state.approved')}</span>
              )}
            </span>
            <span>{changesOf(columns, version, versions[index + 1])}</span>
            <span class="secondary numeric">
              {formatTime(version.at)} · {version.who}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
