// The releases so far: which one terminals show, who published it and what it cost to send.
import type * as z from 'zod';
import type { releaseListSchema } from '#shared/protocol/hub-api.ts';
import { formatBytes, formatCount, formatTime, t } from '../i18n/index.ts';
import { ScrollArea } from './scroll-area.tsx';

type Releases = z.infer<typeof releaseListSchema>['releases'];

export function ReleaseTable({ releases }: { readonly releases: Releases }) {
  if (releases.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="release-history">
      <h2 id="release-history">{t('publish.history')}</h2>
      <ScrollArea label={t('publish.history')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('publish.version')}</th>
              <th scope="col">{t('publish.at')}</th>
              <th scope="col">{t('publish.who')}</th>
              <th scope="col">{t('publish.note')}</th>
              <th scope="col">{t('publish.records')}</th>
              <th scope="col">{t('publish.size')}</th>
              <th scope="col">{t('publish.newSize')}</th>
            </tr>
          </thead>
          <tbody>
            {releases.map((release) => (
              <tr key={release.version}>
                <td class="numeric">
                  {release.version}{' '}
                  {release.isCurrent && <span class="tag tag-good">{t('publish.current')}</span>}
                </td>
                <td class="numeric">{formatTime(release.publishedAt)}</td>
                <td>{release.who}</td>
                <td class="grow">{release.note}</td>
                <td class="numeric">{formatCount(release.records)}</td>
                <td class="numeric">{formatBytes(release.bytes)}</td>
                <td class="numeric">{formatBytes(release.newBytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  );
}
