// Turns what an editor sends into content the store accepts, or says which field is wrong.

import type { RecordDetails } from '#shared/catalogue/details.ts';
import { parseDetails } from '#shared/catalogue/details-schema.ts';
import { normaliseSpan } from '#shared/catalogue/shown-span.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { RecordInput } from '#shared/protocol/hub-api.ts';
import type { Desk } from './desk.ts';
import { type Body, bodyOf, type StoredContent } from './stored-content.ts';

/**
 * Checks references, dates and details, and sanitises the body.
 * Throws `store.unknown-agency`, `store.unknown-node`, `store.unknown-matter`, `store.unknown-attachment`,
 * `store.shown-backwards` or `store.bad-details`.
 */
export async function checkInput(
  desk: Desk,
  input: RecordInput,
): Promise<{ readonly content: StoredContent; readonly body: Body | null }> {
  await checkReferences(desk, input);
  const content: StoredContent = {
    kind: input.kind,
    title: input.title,
    agencyId: input.agencyId,
    docNo: emptyToNull(input.docNo),
    indexNo: emptyToNull(input.indexNo),
    date: checkDate('date', input.date),
    publishedOn: checkDate('publishedOn', input.publishedOn),
    topic: emptyToNull(input.topic),
    genre: emptyToNull(input.genre),
    nodeId: emptyToNull(input.nodeId),
    matterId: emptyToNull(input.matterId),
    summary: input.summary.trim(),
    keywords: [...new Set(input.keywords.map((word) => word.trim()).filter((word) => word !== ''))],
    validity: input.validity,
    expiresOn: checkDate('expiresOn', input.expiresOn),
    ...checkShown(input.shown),
    details: checkDetails(input),
    attachments: input.attachments,
  };
  const { html, text } = desk.sanitise(input.bodyHtml);
  return { content, body: bodyOf(html, text) };
}

async function checkReferences(desk: Desk, input: RecordInput): Promise<void> {
  const { db } = desk;
  const agency = db.selectFrom('agencies').select('id').where('id', '=', input.agencyId);
  if ((await agency.executeTakeFirst()) === undefined) {
    throw new AppError('store.unknown-agency', { agency: input.agencyId });
  }
  if (emptyToNull(input.nodeId) !== null) {
    const node = db.selectFrom('tree_nodes').select('id').where('id', '=', input.nodeId);
    if ((await node.executeTakeFirst()) === undefined) {
      throw new AppError('store.unknown-node', { node: input.nodeId });
    }
  }
  if (emptyToNull(input.matterId) !== null) {
    const matter = db.selectFrom('records').select('id').where('id', '=', input.matterId);
    if ((await matter.where('kind', '=', 'matter').executeTakeFirst()) === undefined) {
      throw new AppError('store.unknown-matter', { matter: input.matterId });
    }
  }
  for (const { sha256, name } of input.attachments) {
    if (!desk.attachments.has(sha256)) throw new AppError('store.unknown-attachment', { name });
  }
}

/** A matter's title is the last level of its path, so a new title goes into both. */
function checkDetails(input: RecordInput): RecordDetails | null {
  const parsed = parseDetails(input.kind, input.details);
  if (!parsed.ok) throw new AppError('store.bad-details', { field: parsed.field, reason: parsed.reason });
  const { details } = parsed;
  if (details?.type !== 'matter') return details;
  return { ...details, levels: [...details.levels.slice(0, -1), input.title] };
}

/** Nothing without limits, so that content that never had any stays what it was. */
function checkShown(given: RecordInput['shown']): Pick<StoredContent, 'shown'> {
  const shown = given === null ? null : normaliseSpan(given);
  if (shown === null) return {};
  if (shown.from !== null && shown.until !== null && shown.until <= shown.from) {
    throw new AppError('store.shown-backwards', {});
  }
  return { shown };
}

function checkDate(field: string, value: string | null): string | null {
  const date = emptyToNull(value);
  if (date === null || isPartialDate(date)) return date;
  throw new AppError('store.bad-details', { field, reason: 'YYYY, YYYY-MM, YYYY-MM-DD' });
}

/** A year, a month or a day that exists. */
export function isPartialDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return false;
  const month = Number(match[2] ?? '1');
  const day = Number(match[3] ?? '1');
  const date = new Date(Date.UTC(Number(match[1]), month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function emptyToNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim();
}
