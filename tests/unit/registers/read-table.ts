// Reads a table as staff hand it in, and does with it what an import does: proposes, reads its rows, projects it.
import { readFileSync } from 'node:fs';
import { isTotalRow, type ProjectedRegister, projectRegister } from '#shared/registers/project-register.ts';
import { type Proposal, proposeDefinition } from '#shared/registers/propose-definition.ts';
import { type ReadRow, readRow } from '#shared/registers/read-row.ts';
import { DelimitedParser } from '#shared/workbook/delimited-parser.ts';

/** A table that was read, with everything it became. */
export interface ReadTable extends Proposal {
  readonly rows: readonly ReadRow[];
  readonly project: (previous?: ReadTable) => ProjectedRegister;
}

/** The cells of a delimited text, without blank rows. */
export function cellsOf(text: string, delimiter = ','): string[][] {
  const parser = new DelimitedParser(delimiter);
  const rows = [...parser.push(text.replace(/^\ufeff/u, '')), ...parser.finish()];
  return rows.map(({ cells }) => [...cells]).filter((cells) => cells.some((cell) => cell.trim() !== ''));
}

/** Reads a file whose first row with three filled cells holds the headings. */
export function readTableFile(path: string, change: (rows: string[][]) => void = () => {}): ReadTable {
  const rows = cellsOf(readFileSync(path, 'utf8'), path.endsWith('.tsv') ? '\t' : ',');
  change(rows);
  return readTable(rows);
}

/** The same with rows at hand. */
export function readTable(rows: readonly (readonly string[])[]): ReadTable {
  const at = rows.findIndex((row) => row.filter((cell) => cell.trim() !== '').length >= 3);
  const headings = rows[at] ?? [];
  const sample = rows.slice(at + 1);
  const title = rows
    .slice(0, at)
    .map((row) => row.filter((cell) => cell !== '').join(' '))
    .join('\n');
  const proposal = proposeDefinition({ title, headings, sample });
  const read = sample.map((row) => {
    const cells = proposal.mapping.flatMap((key, index) =>
      key === null ? [] : [[key, row[index] ?? ''] as const],
    );
    return readRow(proposal.definition, new Map(cells), '2026-11-26');
  });
  const project = (previous?: ReadTable) =>
    projectRegister(proposal.definition, {
      period: proposal.period,
      rows: read.map(({ cells }) => cells),
      previous:
        previous === undefined
          ? null
          : { period: previous.period, rows: previous.rows.map(({ cells }) => cells) },
      entries: read.filter(({ cells }) => !isTotalRow(proposal.definition, cells)).length,
    });
  return { ...proposal, rows: read, project };
}
