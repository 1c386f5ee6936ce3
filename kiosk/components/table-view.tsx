// A spreadsheet attachment: sheets as tabs, a head that stays, rows in steps or those that hold some words.
import { Search } from 'lucide';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TableOutline, TableRow } from '#shared/protocol/file-messages.ts';
import { formatCount } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { type FileWorker, useFileWorker } from '../state/use-file-worker.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { FileProblem } from './file-problem.tsx';
import { Icon } from './icon.tsx';
import { PanButtons } from './pan-buttons.tsx';
import { Skeleton } from './skeleton.tsx';
import { TableBatch, TableHead } from './table-rows.tsx';

/** So few at a time that drawing them is not felt. */
const stepRows = 100;
const longestWords = 40;

interface Batches {
  readonly words: string;
  readonly list: readonly (readonly TableRow[])[];
  readonly shown: number;
  readonly total: number;
}

/** The rows shown, and how to get more of them; other words begin anew. */
function useRows(worker: FileWorker, sheet: number, words: string): [Batches | null, () => void] {
  const [batches, setBatches] = useState<Batches | null>(null);
  const asked = useRef(0);
  const load = (before: Batches | null) => {
    asked.current += 1;
    const turn = asked.current;
    const from = before?.shown ?? 0;
    worker.call('rows', { sheet, words, from, count: stepRows }).then(
      ({ rows, total }) => {
        if (turn !== asked.current) return;
        setBatches({ words, list: [...(before?.list ?? []), rows], shown: from + rows.length, total });
      },
      // The outline came from the same worker; what happens to it is told there.
      () => undefined,
    );
  };
  useEffect(() => load(null), [sheet, words]);
  return [batches, () => load(batches)];
}

function FilterField({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  return (
    <label class="find__field table-view__filter">
      <Icon node={Search} />
      <span class="visually-hidden">{t('table.filter')}</span>
      <input
        class="find__input"
        type="text"
        lang="zh-CN"
        autocomplete="off"
        spellcheck={false}
        maxLength={longestWords}
        placeholder={t('table.filter')}
        value={words}
        onInput={({ currentTarget }) => onWords(currentTarget.value)}
      />
    </label>
  );
}

function Sheet({ worker, sheet, outline }: { worker: FileWorker; sheet: number; outline: TableOutline }) {
  const frame = useRef<HTMLElement>(null);
  const [words, setWords] = useState('');
  const [batches, more] = useRows(worker, sheet, words);
  const numeric = useMemo(() => new Set(outline.numeric), [outline]);
  const left = (batches?.total ?? 0) - (batches?.shown ?? 0);
  const count = formatCount(Math.min(left, stepRows));
  return (
    <>
      {outline.titles.map((title, index) => (
        <p key={index} class="table-view__title" lang="zh-CN">
          {title}
        </p>
      ))}
      <div class="table-view__tools">
        <FilterField words={words} onWords={setWords} />
        <output class="table-view__count figures">
          {batches && t('table.rows', { count: formatCount(batches.total) })}
        </output>
      </div>
      <div class="viewer__stage">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling frame must be reachable by keyboard */}
        <section ref={frame} class="table-frame" tabIndex={0} aria-label={t('record.table')}>
          <table lang="zh-CN">
            <TableHead outline={outline} numeric={numeric} />
            {batches?.list.map((rows) => (
              <TableBatch key={rows[0]?.number ?? 0} rows={rows} numeric={numeric} />
            ))}
          </table>
          {batches?.total === 0 && <p class="body__note table-view__none">{t('find.none')}</p>}
        </section>
        <PanButtons frame={frame} />
      </div>
      {left > 0 && (
        <button type="button" class="button button--more" onClick={more}>
          {t('record.moreRows', { count, total: formatCount(batches?.total ?? 0) })}
        </button>
      )}
      {outline.isCut && <p class="body__note">{t('table.cut', { count: formatCount(outline.rows) })}</p>}
    </>
  );
}

export function TableView({ file, name }: { file: Blob; name: string }) {
  const worker = useFileWorker();
  const [sheet, setSheet] = useState(0);
  const opened = useLoaded(`table ${name}`, () => worker.call('openTable', { file, name }));
  const outline = useLoaded(
    `outline ${name} ${sheet} ${opened.state}`,
    async () => (opened.value?.[sheet] === undefined ? null : await worker.call('outline', sheet)),
    { isFresh: true },
  );
  const failed = opened.state === 'failed' ? opened : outline.state === 'failed' ? outline : null;
  if (failed) return <FileProblem error={failed.error} />;
  return (
    <section class="table-view" aria-label={t('attachment.sheet')}>
      {opened.value && opened.value.length > 1 && (
        <fieldset class="chips" aria-label={t('table.sheets')}>
          {opened.value.map((title, index) => (
            <button
              key={index}
              type="button"
              class="chip"
              lang="zh-CN"
              aria-pressed={index === sheet}
              onClick={() => setSheet(index)}
            >
              {title}
            </button>
          ))}
        </fieldset>
      )}
      {outline.value ? (
        <Sheet key={sheet} worker={worker} sheet={sheet} outline={outline.value} />
      ) : opened.value?.length === 0 ? (
        <p class="body__note">{t('file.noText')}</p>
      ) : (
        <Skeleton lines={8} shape="text" />
      )}
    </section>
  );
}
