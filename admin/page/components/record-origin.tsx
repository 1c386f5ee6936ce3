// Where a record came from, when a portal brought it.
import { ExternalLink } from 'lucide';
import { recordOriginSchema } from '#shared/protocol/feeds-api.ts';
import { request } from '../api/client.ts';
import { formatTime, t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { Icon } from './icon.tsx';

/** Nothing for records written or imported here; and nothing while that is not known. */
export function RecordOriginLine({ id }: { readonly id: string }) {
  const { value } = useLoaded(
    (signal) => request('GET', `/records/${encodeURIComponent(id)}/origin`, recordOriginSchema, { signal }),
    [id],
  );
  const origin = value?.origin ?? null;
  if (origin === null) return null;
  const { way, name, address, fetchedAt, missingSince } = origin;
  return (
    <p class="secondary">
      {t(`recordOrigin.${way}`, { name, at: formatTime(fetchedAt) })}
      {address !== null && (
        <>
          {' · '}
          <a href={address} target="_blank" rel="noreferrer noopener">
            {t('feeds.original')} <Icon node={ExternalLink} />
          </a>
        </>
      )}
      {missingSince !== null && (
        <>
          {' '}
          <span class="tag tag-warn">{t('recordOrigin.missing', { at: formatTime(missingSince) })}</span>
        </>
      )}
    </p>
  );
}
