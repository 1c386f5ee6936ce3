// The versions of a record: who changed it, when and how.
import type { RecordDetail } from '#shared/protocol/hub-api.ts';
import { formatTime, type MessageKey, t } from '../i18n/index.ts';
import { RecordOriginLine } from './record-origin.tsx';

const origins: Readonly<Record<string, MessageKey>> = {
  editor: 'origin.editor',
  import: 'origin.import',
  demo: 'origin.demo',
  feed: 'origin.feed',
  push: 'origin.push',
};

function originWords(origin: string): string {
  const key = origins[origin];
  return key === undefined ? origin : t(key);
}

export function VersionList({ record }: { readonly record: RecordDetail }) {
  return (
    <section class="card stack" aria-labelledby="editor-versions">
      <h2 id="editor-versions">{t('editor.versions')}</h2>
      <RecordOriginLine id={record.id} />
      <ol class="timeline">
        {record.versions.map(({ version, at, who, origin }) => (
          <li key={version}>
            <span>
              {t('editor.version', { version })}{' '}
              {version === record.approvedVersion && version !== record.publishedVersion && (
                <span class="tag">{t('state.approved')}</span>
              )}{' '}
              {version === record.publishedVersion && <span class="tag tag-good">{t('state.public')}</span>}
            </span>
            <span class="secondary numeric">
              {formatTime(at)} · {who} · {originWords(origin)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
