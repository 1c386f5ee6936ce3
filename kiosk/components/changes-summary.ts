// What changed in one line.
import type { RecordChanges } from '#shared/changes/changes-file.ts';
import { formatCount } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';

/** 改动 3 处：增 1 段、删 1 段、改 1 段 */
export function changesSummary({ counts }: RecordChanges): string {
  const { added, removed, changed } = counts;
  const parts = [
    added > 0 ? t('changes.added', { count: formatCount(added) }) : '',
    removed > 0 ? t('changes.removed', { count: formatCount(removed) }) : '',
    changed > 0 ? t('changes.changed', { count: formatCount(changed) }) : '',
  ].filter(Boolean);
  return t('changes.summary', {
    count: formatCount(added + removed + changed),
    parts: parts.join(t('changes.comma')),
  });
}
