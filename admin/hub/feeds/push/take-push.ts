// Takes what a portal pushes: every item checked by itself, the good ones stored together as drafts, once.
import { AppError, type Language } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/errors/describe-error.ts';
import {
  type PushAnswer,
  type PushItem,
  pushAnswerSchema,
  pushItemSchema,
} from '#shared/protocol/push-api.ts';
import type { RowProblem } from '#shared/workbook/sheet-row.ts';
import { recordAudit } from '../../editorial/audit.ts';
import { isPartialDate } from '../../editorial/check-input.ts';
import { type Desk, instant, withTransaction } from '../../editorial/desk.ts';
import { canonicalJson, type StoredContent, sha256Hex } from '../../editorial/stored-content.ts';
import { loadTreeIndex, type TreeIndex } from '../../editorial/tree.ts';
import { breathe } from '../../ingest/breathe.ts';
import type { PushTokenTable } from '../../store/feeds-tables.ts';
import { type ArrivalOrigin, type ArrivingItem, arrive } from '../arrive.ts';
import { contentOfItem } from '../incoming/item-content.ts';

/** How long an answer is kept for the same push sent again. */
const keptMs = 7 * 24 * 3_600_000;
const keyForm = /^[\x21-\x7e]{1,200}$/;

type AnsweredItem = PushAnswer['items'][number];
type Checked =
  | { readonly item: ArrivingItem; readonly sentId: string | null }
  | { readonly refused: AnsweredItem };

export interface Push {
  readonly items: readonly unknown[];
  /** The header Idempotency-Key; null without one. */
  readonly idempotencyKey: string | null;
}

/**
 * Durable when the promise resolves. The same push under the same key gets the same answer and changes nothing.
 * Throws `feeds.bad-key` or `feeds.key-reused`.
 */
export async function takePush(
  desk: Desk,
  token: PushTokenTable,
  push: Push,
  language: Language,
): Promise<{ readonly answer: PushAnswer; readonly isReplayed: boolean }> {
  const { idempotencyKey: key } = push;
  if (key !== null && !keyForm.test(key)) throw new AppError('feeds.bad-key');
  const requestHash = sha256Hex(canonicalJson(push.items));
  const checked = await checkItems(desk, token, push.items, language);
  return withTransaction(desk, async (inside) => {
    const before = key === null ? null : await earlierAnswer(inside, token.id, key, requestHash);
    if (before !== null) return { answer: before, isReplayed: true };
    const answer = await storeItems(inside, token, checked, language);
    await noteUse(inside, token, answer);
    if (key !== null) await keepAnswer(inside, token.id, key, requestHash, answer);
    return { answer, isReplayed: false };
  });
}

async function checkItems(
  desk: Desk,
  token: PushTokenTable,
  items: readonly unknown[],
  language: Language,
): Promise<Checked[]> {
  const tree = await loadTreeIndex(desk);
  const checked: Checked[] = [];
  const rows = new Map<string, number>();
  for (const [at, raw] of items.entries()) {
    await breathe();
    checked.push(await checkItem(desk, token, raw, at + 1, { tree, rows, language }));
  }
  return checked;
}

interface ItemContext {
  readonly tree: TreeIndex;
  /** Ids of this push and the rows they stood in. */
  readonly rows: Map<string, number>;
  readonly language: Language;
}

async function checkItem(
  desk: Desk,
  token: PushTokenTable,
  raw: unknown,
  row: number,
  { tree, rows, language }: ItemContext,
): Promise<Checked> {
  const parsed = pushItemSchema.safeParse(raw);
  const sentId = idOf(raw);
  const refuse = (problems: readonly RowProblem[]): Checked => ({
    refused: { row, id: sentId, action: 'reject', recordId: null, problems: inWords(problems, language) },
  });
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? '')));
    return refuse(
      [...fields].map((field) => fault(row, field, 'feeds.item-field', { field: field || 'JSON' })),
    );
  }
  const item = parsed.data;
  const problems = problemsOf(item, row, tree);
  const id =
    item.id?.trim() || sha256Hex(canonicalJson(['pushed', item.title, item.docNo, item.indexNo, item.date]));
  const first = rows.get(id);
  if (first !== undefined) problems.push(fault(row, 'id', 'feeds.item-twice', { row: first }));
  if (problems.length > 0) return refuse(problems);
  rows.set(id, row);
  const { content, body } = await contentOf(desk, token, item, tree);
  const digest = sha256Hex(canonicalJson([content, body?.hash ?? null]));
  return { item: { row, id, digest, address: webAddress(item.link), content, body }, sentId };
}

function problemsOf(item: PushItem, row: number, tree: TreeIndex): RowProblem[] {
  const problems: RowProblem[] = [];
  for (const field of ['date', 'publishedOn', 'expiresOn'] as const) {
    const day = item[field] ?? null;
    if (day !== null && !isPartialDate(day)) problems.push(fault(row, field, 'feeds.item-field', { field }));
  }
  if (item.nodeId && !tree.has(item.nodeId)) {
    problems.push(fault(row, 'nodeId', 'feeds.item-unknown-node', { node: item.nodeId }));
  }
  if (item.link && webAddress(item.link) === null)
    problems.push(fault(row, 'link', 'feeds.item-field', { field: 'link' }));
  return problems;
}

async function contentOf(desk: Desk, token: PushTokenTable, item: PushItem, tree: TreeIndex) {
  const words = (text: string | null | undefined): string | null => text?.trim() || null;
  const mapped = {
    ...{
      id: '',
      title: item.title,
      link: null,
      publishedOn: item.publishedOn ?? null,
      date: item.date ?? null,
    },
    ...{
      docNo: words(item.docNo),
      indexNo: words(item.indexNo),
      topic: words(item.topic),
      genre: words(item.genre),
    },
    keywords: [...new Set((item.keywords ?? []).map((word) => word.trim()).filter((word) => word !== ''))],
    ...{ summary: '', bodyHtml: item.bodyHtml ?? '' },
  };
  const target = { kind: item.kind, agencyId: token.agency_id, nodeId: item.nodeId ?? null };
  const made = await contentOfItem(mapped, null, target, tree, desk.sanitise);
  const own = {
    summary: item.summary?.trim() ?? '',
    validity: item.validity,
    expiresOn: item.expiresOn ?? null,
  };
  const content: StoredContent = { ...made.content, ...own };
  return { content, body: made.body };
}

async function storeItems(
  inside: Desk,
  token: PushTokenTable,
  checked: readonly Checked[],
  language: Language,
): Promise<PushAnswer> {
  const from: ArrivalOrigin = { origin: `push:${token.agency_id}`, way: 'push', who: authorOf(token) };
  const items: AnsweredItem[] = [];
  for (const one of checked) {
    if ('refused' in one) items.push(one.refused);
    else {
      const { action, recordId, problems } = await arrive(inside, from, one.item);
      const row = one.item.row;
      items.push({ row, id: one.sentId, action, recordId, problems: inWords(problems, language) });
    }
  }
  const count = (action: AnsweredItem['action']) => items.filter((item) => item.action === action).length;
  return {
    ...{ created: count('create'), updated: count('update'), unchanged: count('unchanged') },
    ...{ rejected: count('reject'), items },
  };
}

/** In whose name what is pushed arrives: nobody who signs in can be called so. */
const authorOf = (token: Pick<PushTokenTable, 'name'>): string => `推送：${token.name}`;

async function earlierAnswer(
  inside: Desk,
  tokenId: string,
  key: string,
  requestHash: string,
): Promise<PushAnswer | null> {
  await inside.db
    .deleteFrom('push_requests')
    .where('at', '<', new Date(inside.now() - keptMs).toISOString())
    .execute();
  const row = await inside.db
    .selectFrom('push_requests')
    .select(['request_hash', 'answer_json'])
    .where('token_id', '=', tokenId)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.request_hash !== requestHash) throw new AppError('feeds.key-reused');
  return pushAnswerSchema.parse(JSON.parse(row.answer_json));
}

async function keepAnswer(
  inside: Desk,
  tokenId: string,
  key: string,
  requestHash: string,
  answer: PushAnswer,
): Promise<void> {
  await inside.db
    .insertInto('push_requests')
    .values({
      ...{ token_id: tokenId, idempotency_key: key, request_hash: requestHash },
      ...{ answer_json: JSON.stringify(answer), at: instant(inside) },
    })
    .execute();
}

async function noteUse(inside: Desk, token: PushTokenTable, answer: PushAnswer): Promise<void> {
  await inside.db
    .updateTable('push_tokens')
    .set({ last_used_at: instant(inside) })
    .where('id', '=', token.id)
    .execute();
  const { created, updated, rejected } = answer;
  if (created + updated === 0) return;
  const details = { tokenId: token.id, agencyId: token.agency_id, created, updated, rejected };
  await recordAudit(inside, { who: authorOf(token), action: 'push.arrive', subject: token.name, details });
}

function inWords(problems: readonly RowProblem[], language: Language): AnsweredItem['problems'] {
  return problems.map(({ row, column, code, details }) => ({
    ...{ row, column, code },
    message: describeError(code, details, language),
  }));
}

const fault = (
  row: number,
  column: string,
  code: RowProblem['code'],
  details: RowProblem['details'],
): RowProblem => ({ row, column: column === '' ? null : column, code, details });

function idOf(raw: unknown): string | null {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : null;
  return typeof id === 'string' ? id.slice(0, 500) : null;
}

function webAddress(link: string | null | undefined): string | null {
  const url = link ? URL.parse(link) : null;
  return url !== null && ['http:', 'https:'].includes(url.protocol) ? url.href : null;
}
