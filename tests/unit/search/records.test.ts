// Records in blocks: any of them is read alone, whatever its size and its names.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from '#shared/search/byte-writer.ts';
import { blockBytes, sections } from '#shared/search/format.ts';
import { RecordReader } from '#shared/search/record-reader.ts';
import { RecordWriter } from '#shared/search/record-writer.ts';
import { type StoredRecord, toRecordText } from '#shared/search/stored-record.ts';
import { SymbolEncoder, SymbolTable } from '#shared/search/symbol-table.ts';
import { trainSymbols } from '#shared/search/train-symbols.ts';
import { makeRecord } from '../../support/catalogue-records.ts';
import { codeOfPromise } from '../../support/damage.ts';
import { WrittenBlocks } from '../../support/search-blocks.ts';

const symbols = trainSymbols(
  Array.from(
    { length: 50 },
    (_, at) => toRecordText({ record: makeRecord({ id: `${at}` }), body: null }).text,
  ),
);
const table = Promise.resolve(SymbolTable.of(symbols));

async function write(records: readonly StoredRecord[]) {
  const written = new WrittenBlocks();
  const writer = new RecordWriter(written);
  const encoder = new SymbolEncoder(symbols);
  const out = new ByteWriter();
  for (const one of records) {
    const { id, code, text } = toRecordText(one);
    encoder.encode(text, out);
    await writer.add({ id, code, text: out.take() });
  }
  await writer.finish();
  const fences = {
    blocks: Uint32Array.from(writer.fences, ({ block }) => block),
    firstRecords: Uint32Array.from(writer.fences, ({ firstRecord }) => firstRecord),
  };
  return { written, fences, reader: new RecordReader(written.open(records.length), fences, records.length) };
}

/** A summary no piece of which repeats, so that it stays large. */
const longSummary = (length: number) =>
  Array.from({ length }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7919) % 20_000))).join('');

const stored = fc.record({
  record: fc.record({
    // Ids that begin alike are written by their ends.
    id: fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.nat(99_999).map((at) => `2024-档案-${at}`),
    ),
    title: fc.string({ unit: 'binary' }),
  }),
  size: fc.constantFrom(0, 0, 0, 0, 900, 40_000),
  body: fc.option(
    fc.record({ first: fc.nat(), parts: fc.nat(9), starts: fc.array(fc.nat(), { maxLength: 4 }) }),
  ),
});

describe('records › when they are of any size', () => {
  it('are read back, in any order, each as often as asked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(stored, { minLength: 1, maxLength: 150 }),
        fc.array(fc.nat()),
        async (made, wanted) => {
          const records = made.map(({ record, size, body }) => ({
            record: makeRecord({ ...record, summary: longSummary(size) }),
            body,
          }));
          const { reader } = await write(records);
          const ordinals = wanted.map((one) => one % records.length);
          expect(await reader.read(ordinals, table)).toEqual(ordinals.map((at) => records[at]));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('go on in further blocks when one alone is larger than a block', async () => {
    const sizes = [10, 30_000, 10, 60_000, 10];
    const records = sizes.map((size, at) => ({
      record: makeRecord({ id: `r${at}`, summary: longSummary(size) }),
      body: null,
    }));
    const { reader, written, fences } = await write(records);
    expect([...fences.firstRecords]).toEqual([0, 1, 2, 3, 4]);
    expect(written.count(sections.records)).toBeGreaterThan(fences.blocks.length + 3);
    const blocks = await written
      .open(5)
      .read(sections.records, [...Array(written.count(sections.records)).keys()]);
    expect(Math.max(...blocks.map(({ length }) => length))).toBeLessThanOrEqual(blockBytes);
    expect(await reader.read([3, 0, 1, 4], table)).toEqual([records[3], records[0], records[1], records[4]]);
  });

  it('keep ids apart that differ in the second half of one character only', async () => {
    const records = ['😀甲', '😁甲', '😀乙', '😀'].map((id) => ({ record: makeRecord({ id }), body: null }));
    const { reader } = await write(records);
    expect(await reader.read([0, 1, 2, 3], table)).toEqual(records);
  });

  it('lie so that one read of a small record costs a few kilobytes', async () => {
    const records = Array.from({ length: 500 }, (_, at) => ({
      record: makeRecord({ id: `r${at}`, summary: longSummary(60) }),
      body: null,
    }));
    const { written } = await write(records);
    const blocks = await written
      .open(500)
      .read(sections.records, [...Array(written.count(sections.records)).keys()]);
    expect(Math.max(...blocks.map(({ length }) => length))).toBeLessThan(8 * 1024);
  });
});

describe('records › when one is asked for that is not there', () => {
  it('are damaged, as when a fence does not agree with its block', async () => {
    const records = Array.from({ length: 200 }, (_, at) => ({
      record: makeRecord({ id: `r${at}` }),
      body: null,
    }));
    const { reader, written, fences } = await write(records);
    expect(await codeOfPromise(reader.read([199], table))).toBe('no error');
    expect(await codeOfPromise(reader.read([200], table))).toBe('search.block-damaged');
    const moved = { ...fences, firstRecords: fences.firstRecords.map((first) => Math.floor(first / 2)) };
    const wrong = new RecordReader(written.open(200), moved, 200);
    expect(await codeOfPromise(wrong.read([199], table))).toBe('search.block-damaged');
  });

  it('are damaged when a block they go on in is missing', async () => {
    const { written, fences } = await write([
      { record: makeRecord({ id: 'r', summary: longSummary(60_000) }), body: null },
    ]);
    const last = written.count(sections.records) - 1;
    written.blocks.segments.get('segment-0')?.get(sections.records)?.splice(last);
    const reader = new RecordReader(written.open(1), fences, 1);
    expect(await codeOfPromise(reader.read([0], table))).toBe('search.block-damaged');
  });
});

describe('records › when one is larger than any reader takes', () => {
  it('are refused by the writer', () => {
    const text = new Uint8Array(16 * 1024 * 1024 + 1);
    const adding = new RecordWriter(new WrittenBlocks()).add({ id: 'r', code: 'C', text });
    return expect(codeOfPromise(adding)).resolves.toBe('search.record-too-large');
  });
});
