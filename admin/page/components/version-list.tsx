// The versions of a record: who changed it, when and how.
import type { RecordDetail } from '#shared/protocol/hub-api.ts';
import { formatTime, t } from '../i18n/index.ts';

export function VersionList({ record }: { readonly record: RecordDetail }) {
  return (
    <section class="card stack" aria-labelledby="editor-versions">
      <h2 id="editor-versions">{t('editor.versions')}</h2>
      <ol class="timeline">
        {record.versions.map(({ version, at, who, origin }) => (
          <li key={version}>
            <span>
              {t('editor.version', { version })}{' '}
              {version === record.approvedVersion && <span class="tag">{t('state.approved')}</span>}{' '}
              {version === record.publishedVersion && <span class="tag tag-good">{t('state.public')}</span>}
            </span>
            <span class="secondary numeric">
              {formatTime(at)} · {who} · {origin}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
