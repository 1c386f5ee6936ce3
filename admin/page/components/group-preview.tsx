// A terminal as it will be once the group is out: home, browsing and search as well as the records of the group.
import { ExternalLink, House } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import type { ReleaseGroup } from '#shared/protocol/workflow-api.ts';
import { t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';
import { TerminalFrame } from './terminal-frame.tsx';

function addressOf(groupId: string, recordId: string | null): string {
  const query = new URLSearchParams({ group: groupId, ...(recordId === null ? {} : { record: recordId }) });
  return `/preview?${query}`;
}

export function GroupPreview({ id, items }: Pick<ReleaseGroup, 'id' | 'items'>) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [recordId, setRecordId] = useState<string | null>(null);
  const address = addressOf(id, recordId);
  return (
    <div class="group-preview">
      <div class="stack">
        <p class="secondary">{t('groups.previewLead')}</p>
        <ul class="group-preview-places">
          <li>
            <button
              type="button"
              class="button button-quiet"
              aria-pressed={recordId === null}
              onClick={() => setRecordId(null)}
            >
              <Icon node={House} /> {t('groups.previewHome')}
            </button>
          </li>
          {items.map((item) => (
            <li key={item.recordId}>
              <button
                type="button"
                class="button button-quiet"
                aria-pressed={recordId === item.recordId}
                onClick={() => setRecordId(item.recordId)}
              >
                {item.title}
              </button>
            </li>
          ))}
        </ul>
        <a class="button" href={address} target="_blank" rel="noopener">
          <Icon node={ExternalLink} /> {t('groups.previewAlone')}
        </a>
      </div>
      <TerminalFrame key={address} frame={frame} address={address} title={t('groups.preview')} isTouched />
    </div>
  );
}
