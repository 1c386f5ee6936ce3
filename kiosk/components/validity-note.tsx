// A sentence that says what a text's validity means for the reader, and what is in force in its place.
import { CircleAlert, CircleCheck, CircleSlash } from 'lucide';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { formatDate } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { now } from '../state/clock.ts';
import { useContentVersion, useEngine } from '../state/engine-context.ts';
import { recordUrl } from '../state/record-url.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { Icon } from './icon.tsx';
import { localToday } from './notice-facts.tsx';
import { titleCore, validityMeaning } from './validity-meaning.ts';

const icons = { good: CircleCheck, care: CircleAlert, over: CircleSlash } as const;
/** Titles this short share their core with too many others. */
const shortestCore = 6;
const lookedAt = 10;
const shownSuccessors = 2;

/** Texts in force of the same name, newest first: nothing in a record says which one took its place. */
function useSuccessors(record: CatalogueRecord, isWanted: boolean): readonly CatalogueRecord[] {
  const engine = useEngine();
  const loaded = useLoaded(
    `successors ${record.id} ${record.version} ${useContentVersion()} ${isWanted}`,
    async (signal) => {
      const core = titleCore(record.title);
      if (!isWanted || core.length < shortestCore) return [];
      const filters = { validity: ['in-force'], kind: [record.kind] };
      const query = { text: core, filters, sort: 'relevance', offset: 0, limit: lookedAt } as const;
      const { hits } = await engine.search(query, signal);
      return hits
        .map((hit) => hit.record)
        .filter((other) => other.id !== record.id && titleCore(other.title) === core)
        .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
        .slice(0, shownSuccessors);
    },
    { isFresh: true },
  );
  return loaded.value ?? [];
}

export function ValidityNote({ record }: { record: CatalogueRecord }) {
  const meaning = validityMeaning(record, localToday(now.value));
  const successors = useSuccessors(record, meaning !== null && meaning.tone !== 'good');
  // Only of a document would anybody ask whether it still holds when nothing says otherwise.
  const isPlain = meaning?.tone === 'good' && record.kind !== 'document';
  if (meaning === null || isPlain) return null;
  const date = meaning.date === null ? '' : formatDate(meaning.date);
  return (
    <aside class={`validity-note validity-note--${meaning.tone}`} aria-label={t('meaning.note')}>
      <Icon node={icons[meaning.tone]} />
      <div class="validity-note__words">
        <p>{t(`meaning.${meaning.meaning}`, { date })}</p>
        {successors.length > 0 && <p>{t('meaning.instead')}</p>}
        {successors.map((other) => (
          <a key={other.id} class="validity-note__link" href={recordUrl(other)} lang="zh-CN">
            {other.title}
            {other.date && <span class="figures">（{formatDate(other.date)}）</span>}
          </a>
        ))}
      </div>
    </aside>
  );
}
