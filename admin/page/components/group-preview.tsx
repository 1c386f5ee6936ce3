// The records of a release group as terminals will show them, one after the other.
import { ChevronLeft, ChevronRight } from 'lucide';
import { useState } from 'preact/hooks';
import { recordVersionSchema } from '#shared/protocol/versions-api.ts';
import type { ReleaseGroup } from '#shared/protocol/workflow-api.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { Icon } from './icon.tsx';
import { KioskPreview } from './kiosk-preview.tsx';
import { ProblemNotice } from './problem.tsx';

export function GroupPreview({ items }: Pick<ReleaseGroup, 'items'>) {
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, items.length - 1);
  const item = items[at];
  const version = useLoaded(
    async (signal) =>
      item === undefined
        ? null
        : request('GET', `/records/${item.recordId}/versions/${item.version}`, recordVersionSchema, {
            signal,
          }),
    [item?.recordId, item?.version],
  );
  if (item === undefined) return null;
  const step = (by: number) => setChosen(Math.max(0, Math.min(items.length - 1, at + by)));
  return (
    <div class="stack group-preview">
      <div class="row">
        <button
          type="button"
          class="button button-small"
          aria-label={t('groups.previous')}
          disabled={at === 0}
          onClick={() => step(-1)}
        >
          <Icon node={ChevronLeft} />
        </button>
        <span role="status" class="numeric">
          {t('groups.previewOf', { at: at + 1, count: items.length })}
        </span>
        <button
          type="button"
          class="button button-small"
          aria-label={t('groups.next')}
          disabled={at === items.length - 1}
          onClick={() => step(1)}
        >
          <Icon node={ChevronRight} />
        </button>
      </div>
      {version.error !== null && <ProblemNotice error={version.error} retry={version.reload} />}
      {version.value && (
        <KioskPreview
          content={version.value.content}
          agencyName={version.value.agencyName}
          version={version.value.version}
        />
      )}
    </div>
  );
}
