// The text of a notice for reading from afar: paragraphs only, short tables as lines, nothing that runs or loads.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { KioskEngine } from '../engine/engine.ts';
import { t } from '../i18n/translate.ts';

/** A wall is no reading room: longer texts end with the way to the whole. */
export const maxNoticeCharacters = 3_000;
/** Tables beyond this cannot be followed from five metres. */
const tableLimits = { columns: 3, rows: 8 } as const;
const blocks = 'p, li, h1, h2, h3, h4, h5, h6, dt, dd, blockquote, pre, table';

const wordsOf = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

function tableLines(table: Element): string[] {
  const rows = [...table.querySelectorAll('tr')].map((row) => [...row.querySelectorAll('th, td')]);
  const isSmall = rows.length <= tableLimits.rows && rows.every((row) => row.length <= tableLimits.columns);
  if (!isSmall) return [t('wall.tableElsewhere')];
  return rows.map((row) => row.map(wordsOf).filter(Boolean).join('　')).filter(Boolean);
}

/** Paragraphs of an HTML body; the parser never runs scripts or loads pictures. */
export function paragraphsOf(html: string): string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const found = [...body.querySelectorAll(blocks)].filter((block) => !block.parentElement?.closest(blocks));
  if (found.length === 0) return [wordsOf(body)].filter(Boolean);
  return found
    .flatMap((block) => (block.matches('table') ? tableLines(block) : [wordsOf(block)]))
    .filter(Boolean);
}

function upTo(paragraphs: readonly string[], limit: number): string[] {
  const kept: string[] = [];
  let left = limit;
  for (const paragraph of paragraphs) {
    if (left <= 0) break;
    kept.push(
      paragraph.length > left ? `${paragraph.slice(0, left).replace(/[\ud800-\udbff]$/, '')}……` : paragraph,
    );
    left -= paragraph.length;
  }
  return kept;
}

/** Its body's first part, or its summary where it has no body. */
export async function loadParagraphs(
  engine: KioskEngine,
  record: CatalogueRecord,
  signal: AbortSignal,
): Promise<string[]> {
  const html = record.body === null ? '' : await engine.bodyPart(record.id, 0, signal);
  const paragraphs = paragraphsOf(html);
  return upTo(paragraphs.length > 0 ? paragraphs : [record.summary].filter(Boolean), maxNoticeCharacters);
}
