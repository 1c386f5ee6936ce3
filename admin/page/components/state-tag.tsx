// Says in one word where a record stands between draft and public.
import type { ListedRecord } from '#shared/protocol/hub-api.ts';
import { type MessageKey, t } from '../i18n/index.ts';

type Standing = Pick<ListedRecord, 'state' | 'version' | 'approvedVersion' | 'isPublished'>;

function standingOf(record: Standing): { label: MessageKey; look: string } {
  if (record.state === 'withdrawn') return { label: 'state.withdrawn', look: 'tag-bad' };
  if (record.approvedVersion === null) return { label: 'state.draft', look: 'tag-warn' };
  if (record.approvedVersion !== record.version) return { label: 'state.changed', look: 'tag-warn' };
  return record.isPublished
    ? { label: 'state.public', look: 'tag-good' }
    : { label: 'state.approved', look: '' };
}

export function StateTag({ record }: { readonly record: Standing }) {
  const { label, look } = standingOf(record);
  return <span class={`tag ${look}`}>{t(label)}</span>;
}
