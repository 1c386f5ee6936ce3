// Reads a transfer list (移送清单) from a spreadsheet: finds its heading row, its rows, and the total it states.
import { parseDate } from '#shared/catalogue/parse-date.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type TransferRow, transferLimits } from '#shared/protocol/transfers-api.ts';
import type { Sheet, SheetRow } from '#shared/workbook/sheet-row.ts';
import { nameKey } from '../editorial/identity-keys.ts';
import { detectFormat } from '../ingest/detect-format.ts';
import { readDelimited } from '../ingest/read-delimited.ts';
import { readWorkbook } from '../ingest/workbook/read-workbook.ts';
import { ZipArchive } from '../ingest/zip-archive.ts';

/** What a list says. */
export interface ReadList {
  readonly rows: readonly TransferRow[];
  /** 合计 N 件, where the list states it. */
  readonly listedTotal: number | null;
}

type Column = keyof TransferRow;

const headings: Readonly<Record<Column, readonly string[]>> = {
  title: ['标题', '名称', '信息名称', '文件名称', '文件标题', '题名', '信息标题', 'title'],
  docNo: ['文号', '发文字号', '文件编号', 'docno'],
  indexNo: ['索引号', '信息索取号', 'indexno'],
  date: ['成文日期', '生成日期', '发文日期', '形成日期', '日期', 'date'],
  copies: ['份数', '纸质份数', '纸质件份数', 'copies'],
  pages: ['页数', '纸质页数', 'pages'],
  file: ['文件名', '电子文件名', '电子文件', '电子件', '电子文件名称', 'file'],
  matter: ['公开事项', '事项', '事项名称', '对应事项', 'matter'],
  note: ['备注', '说明', 'note'],
};
const columnOfHeading = new Map(
  Object.entries(headings).flatMap(([column, names]) =>
    names.map((name) => [nameKey(name), column as Column] as const),
  ),
);

/** Rows looked at for the headings. */
const headerSearchRows = 40;
/** What stands in the first cells of rows that list nothing. */
const saysNothing = /^(?:无|本月无|零报送|无移送信息|以下空白|[-—–/]+)$/u;
const totalRow = /^(?:合计|总计|共计)/u;
const signatureRow =
  /^(?:移送单位|移送人|接收单位|接收人|经办人|填表人|审核人|负责人|联系电话|填报日期|移送日期|盖章)/u;

/** Throws `transfers.list-unreadable` where no column of titles is found, and what the spreadsheet readers throw. */
export async function readTransferList(path: string, name: string, today: string): Promise<ReadList> {
  const { kind, isGzipped } = await detectFormat(path, name);
  if (kind === 'xlsx') return readFromWorkbook(path, name, today);
  if (kind !== 'csv' && kind !== 'tsv' && kind !== 'txt') throw unreadable(name);
  return parseSheet(await readDelimited(path, isGzipped, kind === 'txt' ? null : kind), name, today);
}

async function readFromWorkbook(path: string, name: string, today: string): Promise<ReadList> {
  const archive = await ZipArchive.open(path);
  try {
    const { sheets } = await readWorkbook(archive);
    for (const sheet of sheets) {
      const list = await parseSheet(sheet, name, today).catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'transfers.list-unreadable') return null;
        throw error;
      });
      if (list !== null) return list;
    }
    throw unreadable(name);
  } finally {
    await archive.close();
  }
}

const unreadable = (name: string) => new AppError('transfers.list-unreadable', { name: name.slice(0, 100) });

/** Rows of one sheet, until it ends. */
export async function parseSheet(sheet: Sheet, name: string, today: string): Promise<ReadList> {
  const reader = new ListReader(today);
  for await (const batch of sheet.open()) for (const row of batch) reader.take(row, name);
  return reader.finish(name);
}

/** What has been read of a list so far. */
class ListReader {
  readonly #today: string;
  readonly #rows: TransferRow[] = [];
  #columns: readonly (Column | null)[] | null = null;
  #listedTotal: number | null = null;
  #seen = 0;

  constructor(today: string) {
    this.#today = today;
  }

  take(row: SheetRow, name: string): void {
    this.#seen += 1;
    if (this.#columns === null) {
      this.#columns = columnsOf(row);
      if (this.#columns === null && this.#seen >= headerSearchRows) throw unreadable(name);
      return;
    }
    const total = totalOf(row);
    if (total !== undefined) this.#listedTotal = total ?? this.#listedTotal;
    else if (!isAside(row)) this.#add(parseRow(row, this.#columns, this.#today));
  }

  /** Rows that say nothing of what they list are rules and signatures. */
  #add(row: TransferRow): void {
    if (row.title + row.docNo + row.indexNo + row.file === '') return;
    this.#rows.push(row);
    const limit = transferLimits.rows;
    if (this.#rows.length > limit) throw new AppError('transfers.too-many-rows', { limit });
  }

  finish(name: string): ReadList {
    if (this.#columns === null) throw unreadable(name);
    return { rows: this.#rows, listedTotal: this.#listedTotal };
  }
}

/** The heading row names titles and one column more. */
function columnsOf({ cells }: SheetRow): readonly (Column | null)[] | null {
  const taken = new Set<Column>();
  const columns = cells.map((cell) => {
    const column = columnOfHeading.get(nameKey(cell.replace(/[（(].*$/u, ''))) ?? null;
    if (column === null || taken.has(column)) return null;
    taken.add(column);
    return column;
  });
  return taken.has('title') && taken.size >= 2 ? columns : null;
}

/** Undefined where the row is no total; null where it is one without a number. */
function totalOf({ cells }: SheetRow): number | null | undefined {
  const words = cells.filter((cell) => cell !== '');
  if (!totalRow.test(words[0] ?? '')) return undefined;
  const found = /(\d{1,6})\s*(?:件|条|份)?/u.exec(words.join(' '));
  return found === null ? null : Number(found[1]);
}

function isAside({ cells }: SheetRow): boolean {
  const words = cells.filter((cell) => cell !== '');
  if (words.some((word) => signatureRow.test(word))) return true;
  const said = words.filter((word) => !/^\d+$/.test(word));
  return said.length > 0 && said.every((word) => saysNothing.test(word));
}

function parseRow({ cells }: SheetRow, columns: readonly (Column | null)[], today: string): TransferRow {
  const text = (column: Column, longest: number) =>
    (cells[columns.indexOf(column)] ?? '').trim().slice(0, longest);
  const count = (column: Column, most: number) => {
    const digits = /\d{1,6}/.exec(text(column, 40).normalize('NFKC'))?.[0];
    return digits === undefined ? null : Math.min(most, Number(digits));
  };
  const date = text('date', 40);
  return {
    title: text('title', 500),
    docNo: text('docNo', 200),
    indexNo: text('indexNo', 200),
    date: parseDate(date, today).date ?? date,
    copies: count('copies', 99_999),
    pages: count('pages', 999_999),
    file: text('file', 200),
    matter: text('matter', 300),
    note: text('note', 500),
  };
}
