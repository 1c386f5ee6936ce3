// Reads .jsonl and .jsonl.gz: one object a line, streamed, each line on its own.
import { type WrittenKind, writtenKinds } from '#shared/catalogue/record.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { breathe } from './breathe.ts';
import { buildDraft, recordKindOf } from './build-draft.ts';
import { decodeChunks, detectEncoding } from './decode-text.ts';
import { type IngestEvent, type IngestOptions, type ListKind, listKinds } from './draft.ts';
import { type BagValue, FieldBag } from './field-bag.ts';
import { fieldOfHeading } from './import-fields.ts';
import { ingestLimits } from './limits.ts';
import { buildMatterFromBag } from './matter-from-bag.ts';
import { readChunks } from './read-chunks.ts';
import { columnsOf, lookedForHeadings, recogniseKind } from './recognise-kind.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** The events of a .jsonl file; lines are its rows. */
export async function* readJsonl(
  path: string,
  isGzipped: boolean,
  options: IngestOptions,
): AsyncGenerator<IngestEvent> {
  const openBytes = () => readChunks(path, isGzipped);
  const { encoding, isDamaged } = await detectEncoding(openBytes);
  let as: ListKind | null = null;
  let rows = 0;
  for await (const line of splitLines(decodeChunks(openBytes(), encoding))) {
    const parsed = parseLine(line);
    rows += 1;
    if ('problem' in parsed) {
      yield {
        type: 'rejected',
        row: line.number,
        problems: [{ row: line.number, column: null, ...parsed.problem }],
      };
      continue;
    }
    const kind: ListKind | null = as ?? kindOf(parsed.object, options.as === 'register' ? null : options.as);
    if (kind === null) {
      const problem = { row: line.number, column: null, code: 'ingest.title-missing', details: {} } as const;
      yield { type: 'rejected', row: line.number, problems: [problem] };
      continue;
    }
    if (as === null) {
      as = kind;
      const headings = Object.keys(parsed.object);
      yield { type: 'recognised', as, columns: columnsOf(as, headings), headerRow: null };
      if (isDamaged)
        yield {
          type: 'warning',
          problem: { row: null, column: null, code: 'ingest.encoding-damaged', details: { encoding } },
        };
    }
    yield readObject(parsed.object, line.number, kindOfLine(parsed.object) ?? kind, options);
    await breathe();
  }
  if (rows === 0) throw new AppError('ingest.no-rows');
  if (as === null) throw new AppError('ingest.no-header', { lookedFor: lookedForHeadings(options.as) });
}

interface Line {
  readonly number: number;
  readonly text: string;
  readonly isTooLong: boolean;
}

/** Lines that hold anything; one past all bounds is cut off and marked. */
export async function* splitLines(texts: AsyncIterable<string>): AsyncGenerator<Line> {
  let number = 0;
  let pieces: string[] = [];
  let length = 0;
  const take = (piece: string): void => {
    length += piece.length;
    if (length <= ingestLimits.lineCharacters) pieces.push(piece);
  };
  const end = (): Line | null => {
    number += 1;
    const text = pieces.join('').trim();
    const line = { number, text, isTooLong: length > ingestLimits.lineCharacters };
    pieces = [];
    length = 0;
    return text === '' ? null : line;
  };
  for await (const text of texts) {
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      take(text.slice(from, at));
      from = at + 1;
      const line = end();
      if (line) yield line;
    }
    take(text.slice(from));
  }
  const line = end();
  if (line) yield line;
}

type ParsedLine =
  | { readonly object: JsonObject }
  | {
      readonly problem: {
        readonly code: 'ingest.line-not-json' | 'ingest.line-too-long';
        readonly details: Record<string, string | number>;
      };
    };

export function parseLine({ text, isTooLong }: Line): ParsedLine {
  if (isTooLong)
    return { problem: { code: 'ingest.line-too-long', details: { limit: ingestLimits.lineCharacters } } };
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/u, ''));
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      return { object: value as JsonObject };
    return {
      problem: {
        code: 'ingest.line-not-json',
        details: { reason: Array.isArray(value) ? '[…]' : value === null ? 'null' : typeof value },
      },
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 80) : '';
    return { problem: { code: 'ingest.line-not-json', details: { reason } } };
  }
}

/** The kind of a line that nothing was known about before; null when its keys say nothing. */
function kindOf(object: JsonObject, as: ListKind | null): ListKind | null {
  return as ?? kindOfLine(object) ?? recogniseKind(Object.keys(object), null)?.as ?? null;
}

/** A line may say its own kind: `{"kind":"notice", …}`. */
function kindOfLine(object: JsonObject): ListKind | null {
  const kind = object.kind;
  if (typeof kind !== 'string') return null;
  const isRecordKind = (writtenKinds as readonly string[]).includes(kind);
  return (
    listKinds.find((one) => one === kind || (isRecordKind && recordKindOf[one] === (kind as WrittenKind))) ??
    null
  );
}

function readObject(object: JsonObject, row: number, as: ListKind, options: IngestOptions): IngestEvent {
  const values = new Map<string, BagValue>();
  for (const [key, value] of Object.entries(object)) {
    const field = fieldOfHeading(as, key);
    const isEmpty = value === null || value === '' || value === false;
    if (field !== null && !isEmpty && !values.has(field)) values.set(field, { value, column: key });
  }
  const bag = new FieldBag(row, values, options.today);
  const { draft, problems } =
    as === 'matters' ? buildMatterFromBag(bag, options.agencyName) : buildDraft(as, bag, options.agencyName);
  return draft === null
    ? { type: 'rejected', row, problems }
    : { type: 'accepted', row, draft, warnings: problems };
}
