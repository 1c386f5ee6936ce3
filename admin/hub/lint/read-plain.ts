// Reads plain text and delimited tables for the linter.
import type { Line, Section } from '#shared/lint/finding.ts';
import { tableLines } from '#shared/lint/table-lines.ts';
import { DelimitedParser, sniffDelimiter } from '#shared/workbook/delimited-parser.ts';
import { decodeChunks, detectEncoding } from '../ingest/decode-text.ts';
import { lintLimits } from './lint-limits.ts';
import type { ReadFile } from './read-result.ts';

/** The text of bytes in whatever encoding; null when they are no text. */
export async function decodeBytes(bytes: Uint8Array): Promise<string | null> {
  const open = async function* () {
    yield bytes;
  };
  const { encoding, isBinary } = await detectEncoding(open);
  if (isBinary) return null;
  let text = '';
  for await (const piece of decodeChunks(open(), encoding)) text += piece;
  return text;
}

export function readLines(text: string): ReadFile {
  const lines = text.split(/\r\n|\r|\n/u).map((line, index): Line => ({ text: line, paragraph: index + 1 }));
  return read({ part: 'body', hiding: null, lines });
}

export function readTable(text: string, hint: 'csv' | 'tsv'): ReadFile {
  const parser = new DelimitedParser(sniffDelimiter(`${text.slice(0, 65_536)}\n`, hint));
  const rows = [...parser.push(text.slice(0, lintLimits.characters)), ...parser.finish()];
  const lines = tableLines(rows.map(({ cells, number }) => ({ cells, row: number })));
  return read({ part: 'sheet', hiding: null, lines });
}

const read = (section: Section): ReadFile => ({ sections: [section], findings: [], nested: [] });
