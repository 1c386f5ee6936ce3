// The file that carries a terminal's outbox on a stick, line by line.

/**
 * `mingchuang-outbox-<terminal>-<day>.jsonl`, UTF-8. The first line says what it is:
 *
 *     {"format":"mingchuang-outbox","version":1,"terminal":"<id or empty>","madeAt":"<instant>","items":<count>}
 *
 * Every further line is one item as `outboxItemSchema` has it, with the id under which the network would carry it. So a
 * file may be read in twice, after the same items came by the network or before, and in any order with other files. A line
 * that was cut off is refused by itself; the others count.
 */
export interface OutboxFileHead {
  readonly format: 'mingchuang-outbox';
  readonly version: 1;
  readonly terminal: string;
  readonly madeAt: string;
  readonly items: number;
}

export const largestOutboxFile = 64 * 1024 * 1024;

export function writeOutboxFile(
  head: Pick<OutboxFileHead, 'terminal' | 'madeAt'>,
  items: readonly unknown[],
): string {
  const first: OutboxFileHead = {
    format: 'mingchuang-outbox',
    version: 1,
    terminal: head.terminal,
    madeAt: head.madeAt,
    items: items.length,
  };
  return [first, ...items].map((line) => `${JSON.stringify(line)}\n`).join('');
}

export interface ReadOutboxFile {
  readonly terminal: string;
  /** As they stand, unchecked; undefined for a line that is no JSON. */
  readonly items: readonly unknown[];
  /** How many the first line promises. */
  readonly promised: number;
}

/** Null when the first line is not that of such a file. */
export function readOutboxFile(text: string): ReadOutboxFile | null {
  const [first = '', ...rest] = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  const head = parseLine(first);
  if (typeof head !== 'object' || head === null) return null;
  const { format, version, terminal, items } = head as Record<string, unknown>;
  if (format !== 'mingchuang-outbox' || version !== 1) return null;
  return {
    terminal: typeof terminal === 'string' && /^[\w-]{0,60}$/u.test(terminal) ? terminal : '',
    promised: typeof items === 'number' && Number.isSafeInteger(items) ? items : 0,
    items: rest.filter((line) => line.trim() !== '').map(parseLine),
  };
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * The answer of a hub that read files, to be carried back: `{"format":"mingchuang-outbox-receipt","version":1,"settled":[…]}`
 * with the ids as `outboxAnswerSchema` has them. A terminal that reads it lets go of what is named.
 */
export function writeOutboxReceipt({ settled }: { readonly settled: readonly unknown[] }): string {
  return `${JSON.stringify({ format: 'mingchuang-outbox-receipt', version: 1, settled })}\n`;
}

/** What stands in a receipt, unchecked but for its format; null for anything else. */
export function readOutboxReceipt(text: string): { readonly settled: unknown } | null {
  const value = parseLine(text);
  if (typeof value !== 'object' || value === null) return null;
  const { format, version, settled } = value as Record<string, unknown>;
  return format === 'mingchuang-outbox-receipt' && version === 1 ? { settled } : null;
}
