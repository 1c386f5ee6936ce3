// Papers of a transfer on disk, as they lie there when they have arrived.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArrivedFile } from '#hub/transfers/transfer-service.ts';

let count = 0;

/** A file of this name and content that has just arrived. */
export function arrived(dir: string, name: string, content: string | Uint8Array): ArrivedFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  count += 1;
  const folder = join(dir, 'arrived');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${count}.upload`);
  writeFileSync(path, bytes);
  return { name, path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** A list of documents as a spreadsheet of theirs would hold them. */
export const documentsCsv = (rows: readonly (readonly [title: string, docNo: string, date: string])[]) =>
  [
    '标题,文号,成文日期,正文',
    ...rows.map(([title, docNo, date]) => `${title},${docNo},${date},${title}的正文`),
  ].join('\n');

/** The transfer list that goes with them. */
export const listCsv = (
  rows: readonly (readonly [title: string, docNo: string, date: string, file: string])[],
  total: number | null = rows.length,
) =>
  [
    '政府信息移送清单',
    '序号,索引号,文号,标题,成文日期,份数,页数,文件名,备注',
    ...rows.map(([title, docNo, date, file], at) => `${at + 1},,${docNo},${title},${date},1,2,${file},`),
    ...(total === null ? [] : [`合计,,,${total}件,,,,,`]),
  ].join('\n');
