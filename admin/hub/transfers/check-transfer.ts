// Compares an agency's list with its files, with what it transferred before and with what it owes: every difference, at its place.
import type {
  TransferFinding,
  TransferFindingCode,
  TransferItem,
  TransferRow,
} from '#shared/protocol/transfers-api.ts';
import { nameKey, numberKey } from '../editorial/identity-keys.ts';

/** A file as the check sees it. */
export interface CheckedFile {
  readonly name: string;
  readonly sha256: string;
  readonly items: readonly TransferItem[];
  readonly isReadable: boolean;
}

/** Something the same agency transferred before, and where it stands in the ledger. */
export interface EarlierItem {
  readonly titleKey: string;
  readonly docKey: string | null;
  readonly indexKey: string | null;
  readonly date: string;
  readonly number: string;
}

export interface TransferToCheck {
  readonly agencyName: string;
  readonly isEmpty: boolean;
  /** Null without a list. */
  readonly rows: readonly TransferRow[] | null;
  readonly listedTotal: number | null;
  readonly files: readonly CheckedFile[];
  readonly hasScan: boolean;
  readonly earlier: readonly EarlierItem[];
  /** Titles of matters for which nothing has come for the period that ends with this month. */
  readonly due: readonly string[];
}

/** One thing that is transferred: an item of a file, or a file that could not be read. */
interface Entry {
  readonly file: string;
  readonly item: TransferItem | null;
  row: number | null;
}

interface Place {
  readonly row?: number | null;
  readonly file?: string | null;
  readonly listed?: string;
  readonly found?: string;
}

const finding = (
  severity: TransferFinding['severity'],
  code: TransferFindingCode,
  { row = null, file = null, listed = '', found = '' }: Place = {},
): TransferFinding => ({ code, severity, row, file, listed, found });

/** Everything found, in the order of the list and then of the files. */
export function checkTransfer(transfer: TransferToCheck): TransferFinding[] {
  const entries = entriesOf(transfer.files);
  return [
    ...checkPapers(transfer, entries),
    ...matchRows(transfer.rows ?? [], entries),
    ...checkFiles(transfer, entries),
    ...checkDue(transfer),
  ];
}

function entriesOf(files: readonly CheckedFile[]): Entry[] {
  return files.flatMap(({ name, items, isReadable }): Entry[] =>
    isReadable
      ? items.map((item) => ({ file: name, item, row: null }))
      : [{ file: name, item: null, row: null }],
  );
}

function checkPapers(transfer: TransferToCheck, entries: readonly Entry[]): TransferFinding[] {
  const found: TransferFinding[] = [];
  const { rows, isEmpty, listedTotal } = transfer;
  if (isEmpty && (entries.length > 0 || (rows?.length ?? 0) > 0)) {
    found.push(
      finding('error', 'list-not-empty', { listed: '0', found: String(entries.length || rows?.length) }),
    );
  }
  if (rows === null && !isEmpty)
    found.push(finding('error', 'list-missing', { found: String(entries.length) }));
  if (listedTotal !== null && listedTotal !== (rows?.length ?? 0)) {
    found.push(
      finding('error', 'list-total-differs', {
        listed: String(listedTotal),
        found: String(rows?.length ?? 0),
      }),
    );
  }
  if (!transfer.hasScan) found.push(finding('warning', 'scan-missing'));
  return found;
}

/** Each row takes one entry, the surest first: by the file it names, by its numbers, by its title. */
function matchRows(rows: readonly TransferRow[], entries: readonly Entry[]): TransferFinding[] {
  const found: TransferFinding[] = [];
  const seen = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const at = index + 1;
    if (row.title === '') found.push(finding('error', 'row-incomplete', { row: at, file: row.file || null }));
    const identity = [nameKey(row.title), numberKey(row.docNo), numberKey(row.indexNo), row.date].join(
      '\u001f',
    );
    const twin = seen.get(identity);
    if (twin !== undefined)
      found.push(finding('error', 'row-twice', { row: at, listed: row.title, found: String(twin) }));
    seen.set(identity, twin ?? at);
    const entry = pick(row, entries);
    if (entry === null) {
      found.push(finding('error', 'row-without-file', { row: at, listed: row.title || row.file }));
      continue;
    }
    entry.row = at;
    if (entry.item !== null) found.push(...compare(row, at, entry.item, entry.file));
  }
  return found;
}

function pick(row: TransferRow, entries: readonly Entry[]): Entry | null {
  const free = entries.filter((entry) => entry.row === null);
  const named = row.file === '' ? [] : free.filter((entry) => isSameFile(row.file, entry.file));
  const bySign = (pool: readonly Entry[]): Entry | undefined =>
    pool.find(({ item }) => item !== null && isEqualNumber(row.indexNo, item.indexNo)) ??
    pool.find(({ item }) => item !== null && isEqualNumber(row.docNo, item.docNo)) ??
    pool.find(
      ({ item }) =>
        item !== null &&
        row.title !== '' &&
        nameKey(row.title) === nameKey(item.title) &&
        row.date === item.date,
    ) ??
    pool.find(({ item }) => item !== null && row.title !== '' && nameKey(row.title) === nameKey(item.title));
  if (row.file !== '') return bySign(named) ?? (named.length === 1 ? (named[0] ?? null) : null);
  return bySign(free) ?? free.find(({ item, file }) => item === null && isSameFile(row.title, file)) ?? null;
}

/** Lists leave the ending of a file's name out as often as not. */
function isSameFile(listed: string, name: string): boolean {
  const stem = (text: string) => nameKey(text).replace(/\.[a-z0-9]{1,5}$/, '');
  return nameKey(listed) === nameKey(name) || stem(listed) === stem(name);
}

function isEqualNumber(left: string, right: string): boolean {
  const key = numberKey(left);
  return key !== null && key === numberKey(right);
}

/** A side that is silent differs from nothing, except that a list may not leave out what the file carries. */
function compare(row: TransferRow, at: number, item: TransferItem, file: string): TransferFinding[] {
  const found: TransferFinding[] = [];
  const differ = (code: TransferFindingCode, listed: string, held: string) =>
    found.push(finding('error', code, { row: at, file, listed, found: held }));
  if (row.title !== '' && nameKey(row.title) !== nameKey(item.title))
    differ('title-differs', row.title, item.title);
  if (!isSameNumber(row.docNo, item.docNo)) differ('doc-no-differs', row.docNo, item.docNo);
  if (!isSameNumber(row.indexNo, item.indexNo)) differ('index-no-differs', row.indexNo, item.indexNo);
  if (row.date !== '' && item.date !== '' && !isSameDate(row.date, item.date))
    differ('date-differs', row.date, item.date);
  return found;
}

function isSameNumber(listed: string, held: string): boolean {
  const [left, right] = [numberKey(listed), numberKey(held)];
  return left === right || left === null || right === null;
}

/** A month is no other date than a day within it. */
const isSameDate = (left: string, right: string) => left.startsWith(right) || right.startsWith(left);

function checkFiles(transfer: TransferToCheck, entries: readonly Entry[]): TransferFinding[] {
  const found: TransferFinding[] = [];
  const bySha = new Map<string, string>();
  for (const { name, sha256, isReadable } of transfer.files) {
    const twin = bySha.get(sha256);
    if (twin !== undefined) found.push(finding('error', 'file-twice', { file: name, found: twin }));
    bySha.set(sha256, twin ?? name);
    if (!isReadable) found.push(finding('warning', 'file-unreadable', { file: name }));
  }
  for (const { file, item, row } of entries) {
    if (row === null && transfer.rows !== null) {
      found.push(finding('error', 'file-without-row', { file, found: item?.title ?? file }));
    }
    if (item === null) continue;
    const earlier = transfer.earlier.find((one) => isSameThing(one, item));
    if (earlier !== undefined) {
      found.push(
        finding('error', 'transferred-before', { row, file, listed: item.title, found: earlier.number }),
      );
    }
    if (item.agency !== '' && nameKey(item.agency) !== nameKey(transfer.agencyName)) {
      found.push(
        finding('warning', 'foreign-agency', { row, file, listed: transfer.agencyName, found: item.agency }),
      );
    }
  }
  return found;
}

/** The same number, or where there is none the same title of the same date. */
function isSameThing(earlier: EarlierItem, item: TransferItem): boolean {
  const [index, doc] = [numberKey(item.indexNo), numberKey(item.docNo)];
  if (index !== null && earlier.indexKey !== null) return index === earlier.indexKey;
  if (doc !== null && earlier.docKey !== null)
    return doc === earlier.docKey && nameKey(item.title) === earlier.titleKey;
  return nameKey(item.title) === earlier.titleKey && item.date === earlier.date;
}

/** What a row or an item names as its matter is no longer owed. */
function checkDue({ due, rows, files }: TransferToCheck): TransferFinding[] {
  const given = new Set([
    ...(rows ?? []).map(({ matter }) => nameKey(matter)),
    ...files.flatMap(({ items }) => items.map(({ matter }) => nameKey(matter))),
  ]);
  return due
    .filter((title) => !given.has(nameKey(title)))
    .map((title) => finding('warning', 'matter-due', { listed: title }));
}
