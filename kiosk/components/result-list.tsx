// The list of found records: each a link with its title, what was found in it, and its facts on one line.
import { ChevronRight } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { SearchHit } from '#shared/search/types.ts';
import { formatDate } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { foldEntries, type ResultLine } from '../state/fold-entries.ts';
import { hitUrl } from '../state/passage.ts';
import { DocNumber } from './doc-number.tsx';
import { Highlighted } from './highlighted.tsx';
import { Icon } from './icon.tsx';
import { kindIcons } from './record-icons.ts';
import { TakeToggle } from './take-toggle.tsx';
import { ValidityBadge } from './validity-badge.tsx';

function Facts({ record }: { record: CatalogueRecord }) {
  const date = record.date ?? record.publishedOn;
  const hasValidity = record.kind === 'document' && record.validity !== 'unknown';
  return (
    <span class="result__facts">
      <span lang="zh-CN">{record.agencyName}</span>
      {date && <span class="figures">{formatDate(date)}</span>}
      {record.details?.type === 'entry' ? (
        <span lang="zh-CN">{record.details.registerTitle}</span>
      ) : (
        <span>{t(`kind.${record.kind}`)}</span>
      )}
      {record.docNo && <DocNumber text={record.docNo} />}
      {hasValidity && <ValidityBadge record={record} />}
    </span>
  );
}

/** Where a matter stands: many matters are called 办事指南 or 政策法规文件, and only their path tells them apart. */
function MatterPath({ record }: { record: CatalogueRecord }) {
  if (record.details?.type !== 'matter') return null;
  const { field, levels } = record.details;
  const steps = [field, ...levels.slice(0, -1)].filter((step) => step !== null && step !== '');
  return steps.length === 0 ? null : (
    <span class="result__path" lang="zh-CN">
      {steps.join(' › ')}
    </span>
  );
}

function ResultItem({ hit }: { hit: SearchHit }) {
  const { record, titleRanges, snippet } = hit;
  return (
    <li class="result-line">
      <a class="result" href={hitUrl(hit)}>
        <span class="result__mark">
          <Icon node={kindIcons[record.kind]} />
        </span>
        <span class="result__words">
          <span class="result__title" lang="zh-CN">
            <Highlighted text={record.title} ranges={titleRanges} />
          </span>
          <MatterPath record={record} />
          {snippet && (
            <span class="result__snippet" lang="zh-CN">
              <Highlighted text={snippet.text} ranges={snippet.ranges} />
            </span>
          )}
          {!snippet && record.kind === 'entry' && (
            <span class="result__snippet" lang="zh-CN">
              {record.summary}
            </span>
          )}
          <Facts record={record} />
        </span>
        <Icon node={ChevronRight} class="result__chevron" />
      </a>
      <TakeToggle record={record} isSmall />
    </li>
  );
}

interface ResultListProps {
  readonly hits: readonly SearchHit[];
  /** Names the list for people who cannot see it. */
  readonly label: string;
  /** Shows where entries of a register were folded among the first `page` hits; without it none are. */
  readonly folding?: {
    readonly page: number;
    readonly line: (folded: Exclude<ResultLine, { hit: SearchHit }>) => ComponentChildren;
  };
}

export function ResultList({ hits, label, folding }: ResultListProps) {
  const lines = folding ? foldEntries(hits, folding.page) : hits.map((hit) => ({ hit }));
  return (
    <ul class="results" aria-label={label}>
      {lines.map((line) =>
        'hit' in line ? <ResultItem key={line.hit.record.id} hit={line.hit} /> : folding?.line(line),
      )}
    </ul>
  );
}
