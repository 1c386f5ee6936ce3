// Archives and workbooks that climb, explode, lie or break: refused in words, the good members read.
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { draftsOf, makeWorkbook, readContent, readOne, refusal, rowsOf } from './make-files.ts';

const list = '标题,文号\n甲的通知,甲〔2024〕1号\n';

describe('archive', () => {
  test('paths that climb out, absolute ones and archives within › refused one by one, the good member is read', async () => {
    const before = existsSync('/tmp/evil.csv');
    const files = await readContent(
      'all.zip',
      zipSync({
        'good/列表.csv': strToU8(list),
        '../../../../tmp/evil.csv': strToU8(list),
        '/etc/evil.csv': strToU8(list),
        'C:\\evil.csv': strToU8(list),
        'a\\..\\..\\evil.csv': strToU8(list),
        'inner.zip': zipSync({ 'a.csv': strToU8(list) }),
        'inner.csv': zipSync({ 'a.csv': strToU8(list) }),
        '__MACOSX/._列表.csv': strToU8('x'),
        'folder/': new Uint8Array(),
      }),
    );
    expect(files.map(({ name, error }) => [name, error?.code ?? null])).toEqual([
      ['all.zip/good/列表.csv', null],
      ['all.zip/../../../../tmp/evil.csv', 'ingest.unsafe-path'],
      ['all.zip//etc/evil.csv', 'ingest.unsafe-path'],
      ['all.zip/C:/evil.csv', 'ingest.unsafe-path'],
      ['all.zip/a/../../evil.csv', 'ingest.unsafe-path'],
      ['all.zip/inner.zip', 'ingest.nested-archive'],
      ['all.zip/inner.csv', 'ingest.nested-archive'],
    ]);
    expect(files.slice(0, 1).flatMap(draftsOf)).toHaveLength(1);
    expect(existsSync('/tmp/evil.csv')).toBe(before);
  });

  test('choices for single members › they go before the choice for the archive', async () => {
    const members = new Map([['all.zip/b.csv', { as: 'notices', columns: { 1: null } } as const]]);
    const files = await readContent('all.zip', zipSync({ 'a.csv': strToU8(list), 'b.csv': strToU8(list) }), {
      as: 'documents',
      members,
    });
    expect(files.flatMap(draftsOf).map(({ kind, docNo }) => [kind, docNo])).toEqual([
      ['document', '甲〔2024〕1号'],
      ['notice', null],
    ]);
  });

  test('names in GBK › they are read as such', async () => {
    const ascii = zipSync({ 'abcd.csv': strToU8(list) });
    const gbk = Buffer.from([0xc1, 0xd0, 0xb1, 0xed]); // 列表
    let packed = Buffer.from(ascii);
    for (let at = packed.indexOf('abcd'); at >= 0; at = packed.indexOf('abcd', at + 1)) gbk.copy(packed, at);
    packed = Buffer.from(packed);
    expect((await readContent('old.zip', packed)).map(({ name }) => name)).toEqual(['old.zip/列表.csv']);
  });

  test('a bomb by its own figures › refused at once', async () => {
    const zeros = zipSync({ 'a.csv': new Uint8Array(90 * 1024 * 1024) }, { level: 9 });
    expect(await refusal('bomb.zip', zeros)).toBe('ingest.archive-bomb');
  });

  test('a bomb that lies about its size › stopped while it unpacks', async () => {
    const packed = Buffer.from(zipSync({ 'a.csv': new Uint8Array(30 * 1024 * 1024) }, { level: 9 }));
    const directory = packed.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    packed.writeUInt32LE(100, directory + 24);
    const [file] = await readContent('liar.zip', packed);
    expect(file?.error?.code).toBe('ingest.archive-bomb');
  });

  test('gzip that unpacks without end › stopped', async () => {
    expect(await refusal('bomb.jsonl.gz', gzipSync(new Uint8Array(120 * 1024 * 1024), { level: 9 }))).toBe(
      'ingest.archive-bomb',
    );
  });

  test('more members than allowed › refused with the count', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 5_001 }, (_, index) => [`${index}.txt`, new Uint8Array()]),
    );
    const file = await readOne('many.zip', zipSync(many, { level: 0 }));
    expect(file.error).toMatchObject({ code: 'ingest.archive-too-many', details: { count: 5_001 } });
  });

  test('cut short, or with a wrong checksum › refused as damaged', async () => {
    const whole = zipSync({ 'a.csv': strToU8(list.repeat(50)) });
    expect(await refusal('cut.zip', whole.subarray(0, whole.length - 30))).toBe('ingest.unreadable');
    const flipped = Buffer.from(zipSync({ 'a.csv': strToU8(list) }, { level: 0 }));
    flipped[flipped.indexOf('2024')] = 0x39;
    expect((await readContent('flipped.zip', flipped))[0]?.error?.code).toBe('ingest.unreadable');
  });

  test('unpacked members › none stays behind', async () => {
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('mingchuang-import-')).length;
    const before = left();
    await readContent('all.zip', zipSync({ 'a.csv': strToU8(list), 'b.csv': strToU8('x') }));
    expect(left()).toBeLessThanOrEqual(before);
  });
});

describe('workbook', () => {
  const titled =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>标题</t></is></c><c r="B1" t="inlineStr"><is><t>文号</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>甲的通知</t></is></c></row>';

  test('two million empty rows › the one record is read and memory stays flat', async () => {
    const empty = Array.from({ length: 2_000_000 }, (_, index) => `<row r="${index + 3}"/>`).join('');
    const content = makeWorkbook({ name: '表', rows: [], sheetData: titled + empty });
    const before = process.memoryUsage().heapUsed;
    const file = await readOne('empty.xlsx', content);
    expect(rowsOf(file)).toEqual({ accepted: [2], rejected: [], joined: [] });
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * 1024 * 1024);
  });

  test('content beyond the last row there can be › refused', async () => {
    const far = '<row r="1048577"><c r="A1048577" t="inlineStr"><is><t>乙</t></is></c></row>';
    expect(await refusal('far.xlsx', makeWorkbook({ name: '表', rows: [], sheetData: titled + far }))).toBe(
      'ingest.too-many-rows',
    );
  });

  test('entities and document types in its XML › refused, nothing is expanded', async () => {
    const bomb = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'xl/workbook.xml': strToU8(
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><workbook><sheets/></workbook>',
      ),
    });
    expect(await refusal('entities.xlsx', bomb)).toBe('ingest.unreadable');
  });

  test('no sheet, or broken XML › refused', async () => {
    expect(await refusal('none.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }))).toBe(
      'ingest.unreadable',
    );
    expect(
      await refusal('broken.xlsx', makeWorkbook({ name: '表', rows: [], sheetData: '<row><c><v>1</row>' })),
    ).toBe('ingest.unreadable');
  });

  test('shared strings, dates by style, formulas, booleans and errors › they come out as text', async () => {
    const content = zipSync({
      ...unzipSync(
        makeWorkbook({
          name: '表',
          rows: [],
          sheetData:
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row><row r="2"><c r="A2" t="str"><f>A1&amp;1</f><v>甲的通知</v></c><c r="B2" s="1"><v>45306</v></c><c r="C2" t="e"><v>#N/A</v></c></row>',
        }),
      ),
      'xl/sharedStrings.xml': strToU8(
        '<sst><si><t>标题</t></si><si><r><t>成文</t></r><r><t>日期</t></r><rPh><t>pinyin</t></rPh></si><si><t>文号</t></si></sst>',
      ),
    });
    const [draft] = draftsOf(await readOne('strings.xlsx', content));
    expect(draft).toMatchObject({ title: '甲的通知', date: '2024-01-15', docNo: null });
  });
});
