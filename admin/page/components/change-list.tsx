// What a release would add, change and remove, counted and by title.
import type { PublishPreview } from '#shared/protocol/hub-api.ts';
import { formatCount, t } from '../i18n/index.ts';
import { ScrollArea } from './scroll-area.tsx';

const changes = ['added', 'changed', 'removed'] as const;
const looks = { added: 'tag-good', changed: 'tag-warn', removed: 'tag-bad' } as const;

export function ChangeFigures({ preview }: { readonly preview: PublishPreview }) {
  return (
    <dl class="figures">
      {changes.map((change) => (
        <div key={change}>
          <dt>{t(`change.${change}`)}</dt>
          <dd class="figure numeric">{formatCount(preview[change])}</dd>
        </div>
      ))}
    </dl>
  );
}

export function ChangeList({ preview }: { readonly preview: PublishPreview }) {
  const total = preview.added + preview.changed + preview.removed;
  if (total === 0) return null;
  return (
    <>
      <ScrollArea label={t('publish.changes')} isLow>
        <table class="table">
          <thead class="visually-hidden">
            <tr>
              <th scope="col">{t('import.what')}</th>
              <th scope="col">{t('records.title')}</th>
              <th scope="col">{t('records.kind')}</th>
              <th scope="col">{t('records.agency')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.items.map((item) => (
              <tr key={item.id}>
                <td>
                  <span class={`tag ${looks[item.change]}`}>{t(`change.${item.change}`)}</span>
                </td>
                <td class="grow">
                  <a href={`/admin/records/${item.id}`}>{item.title}</a>
                </td>
                <td class="wide">{t(`kind.${item.kind}`)}</td>
                <td class="wide" title={item.agencyName}>
                  {item.agencyName}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {total > preview.items.length && (
        <p class="secondary">
          {t('publish.moreChanges', { count: formatCount(total - preview.items.length) })}
        </p>
      )}
    </>
  );
}
