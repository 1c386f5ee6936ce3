// The audit trail handed out: one JSON line an entry with its digest, after a line that says how to verify it.
import { verifyAuditChain, walkEntries } from '../../editorial/audit-chain.ts';
import type { Database } from '../../store/tables.ts';
import { boundsOf } from '../ledgers/ledger-scope.ts';

/** Days of China, both included; null without limit. */
export interface ExportRange {
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * How to check a file without this program. `previous` is the digest of the entry before the first one listed, so a
 * part of the trail can be checked by itself.
 */
const description = {
  zh: [
    '每行一条操作记录，按编号顺序排列。digest 是 SHA-256（小写十六进制）。',
    '计算方法：依次取 上一条的 digest、id、at、who、action、subject、details 七段文字，',
    '每段先写入它的 UTF-8 字节数和一个冒号，再写入这段文字，连起来求 SHA-256。',
    '第一条记录的“上一条 digest”是本行的 previous（全部导出时为空文字）。',
    '任何一条被改动、增加或删除，从那一条起 digest 就对不上；head 是导出时最新一条的 digest，可另行抄存备查。',
  ].join(''),
  en: [
    'One entry of the audit trail a line, by number. digest is SHA-256 in lower-case hex over seven texts in order:',
    ' the digest of the entry before, id, at, who, action, subject, details; each preceded by its length in UTF-8',
    ' bytes and a colon. The digest before the first entry is `previous` of this line (empty for the whole trail).',
    ' A changed, added or removed entry breaks every digest from there on; head is the newest digest of the trail.',
  ].join(''),
} as const;

/** The lines of the file, some at a time, each with its line end. */
export async function* auditLines(db: Database, range: ExportRange): AsyncGenerator<string> {
  const { from, before } = boundsOf(range);
  const { isSound, entries, head, broken } = await verifyAuditChain(db);
  const chain = { isSound, entries, head, broken };
  let previous = '';
  let isHeadWritten = false;
  const writeHead = () => {
    isHeadWritten = true;
    return `${JSON.stringify({ format: 'mingchuang-audit-1', ...range, previous, chain, description })}\n`;
  };
  let lines: string[] = [];
  for await (const entry of walkEntries(db)) {
    // Clocks may go back: what lies between two entries of the range belongs to it, so that the chain stays whole.
    if (!isHeadWritten && entry.at < from) previous = entry.digest;
    else if (entry.at >= before) break;
    else {
      if (!isHeadWritten) lines.push(writeHead());
      lines.push(`${JSON.stringify(entry)}\n`);
    }
    if (lines.length < 1000) continue;
    yield lines.join('');
    lines = [];
  }
  if (!isHeadWritten) lines.push(writeHead());
  yield lines.join('');
}
