// Files that are broken, huge, disguised or made to harm: each is refused in words, none brings anything down.
import { closeSync, existsSync, ftruncateSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { gzipSync, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parseImportKind } from '#hub/ingest/ingest-file.ts';
import { AppError, describeError } from '#shared/errors/app-error.ts';
import {
  codesOf,
  draftsOf,
  makePdf,
  makeWord,
  makeWorkbook,
  readContent,
  readOne,
  readPath,
  rowsOf,
} from './make-files.ts';

const list = '标题,文号\n甲的通知,甲〔2024〕1号\n';

async function refusal(name: string, content: string | Uint8Array): Promise<string> {
  const file = await readOne(name, content);
  if (!file.error) return 'read';
  for (const language of ['zh-CN', 'en'] as const) {
    expect(describeError(file.error.code, file.error.details, language)).not.toMatch(/\{\w+\}/u);
  }
  return file.error.code;
}

describe('file › size', () => {
  test('200 MB › refused before a byte is read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ingest-test-'));
    const path = join(folder, 'large');
    const handle = openSync(path, 'w');
    ftruncateSync(handle, 200 * 1024 * 1024);
    closeSync(handle);
    const [file] = await readPath('large.csv', path, 200 * 1024 * 1024);
    rmSync(folder, { recursive: true });
    expect(file?.error).toMatchObject({
      code: 'ingest.file-too-large',
      details: { megabytes: 200, limit: 100 },
    });
  });

  test('a size that is not true › the file itself is asked', async () => {
    expect((await readPath('gone.csv', join(tmpdir(), 'no-such-file'), 10))[0]?.error?.code).toBe(
      'ingest.file-missing',
    );
  });

  test('nothing in it › it says so', async () => {
    expect(await refusal('a.csv', '')).toBe('ingest.empty-file');
  });
});

describe('file › not what its name says', () => {
  test.each([
    [
      'report.doc',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]),
      'ingest.old-office',
    ],
    [
      'table.et',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]),
      'ingest.old-office',
    ],
    [
      'locked.xlsx',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      'ingest.password-protected',
    ],
    ['photo.pdf', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'ingest.unknown-format'],
    ['archive.zip', strToU8('Rar!\u001a\u0007'), 'ingest.unknown-format'],
    ['letter.docx', strToU8('{\\rtf1\\ansi hello}'), 'ingest.unknown-format'],
    ['data.csv', new Uint8Array(4096).map((_, index) => (index * 37) % 32), 'ingest.unknown-format'],
    ['slides.docx', zipSync({ 'ppt/presentation.xml': strToU8('<p/>') }), 'ingest.unknown-format'],
    ['paper.pdf', zipSync({ 'OFD.xml': strToU8('<ofd/>') }), 'ingest.unknown-format'],
    [
      'table.xls',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      'ingest.unknown-format',
    ],
  ] as const)('%s › refused', async (name, content, code) => {
    expect(await refusal(name, content)).toBe(code);
  });

  test.each([
    [
      'list.csv',
      makeWorkbook({
        name: '表',
        rows: [
          ['标题', '文号'],
          ['甲的通知', '甲〔2024〕1号'],
        ],
      }),
    ],
    ['list.xlsx', strToU8(list)],
    [
      'list.xls',
      strToU8(
        '<table><tr><td>标题</td><td>文号</td></tr><tr><td>甲的通知</td><td>甲〔2024〕1号</td></tr></table>',
      ),
    ],
    ['list.txt.csv.gz', gzipSync(strToU8(list))],
    ['list.csv', strToU8('{"标题":"甲的通知","文号":"甲〔2024〕1号"}')],
  ])('%s with other content › read as what it is', async (name, content) => {
    const file = await readOne(name, content);
    expect(draftsOf(file).map(({ title, docNo }) => [title, docNo])).toEqual([['甲的通知', '甲〔2024〕1号']]);
    if (!name.endsWith('.gz')) expect(codesOf(file)).toContain('ingest.wrong-extension');
  });

  test.each(['register', 'registers', 'nonsense', ''])('--as %j › refused in words', (name) => {
    expect(() => parseImportKind(name)).toThrow(AppError);
  });
});

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

describe('Word and PDF', () => {
  test('a Word file with macros › text read, macros gone from the attachment, and it says so', async () => {
    const content = makeWord(['关于带宏文件的通知'], {
      'word/vbaProject.bin': strToU8('VBA'),
      'word/_rels/document.xml.rels': strToU8(
        '<Relationships><Relationship Id="r1" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
      ),
    });
    const file = await readOne('带宏的通知文件.docm', content);
    const attachment = draftsOf(file)[0]?.attachments[0];
    const parts = unzipSync(attachment?.content ?? new Uint8Array());
    expect(codesOf(file)).toContain('ingest.macros-dropped');
    expect(attachment?.name).toBe('带宏的通知文件.docx');
    expect(Object.keys(parts)).not.toContain('word/vbaProject.bin');
    expect(
      Object.values(parts)
        .map((part) => Buffer.from(part).toString())
        .join(''),
    ).not.toContain('vbaProject');
    const again = draftsOf(await readOne('带宏的通知文件.docm', content))[0]?.attachments[0];
    expect(Buffer.from(again?.content ?? []).equals(Buffer.from(attachment?.content ?? []))).toBe(true);
  });

  test('broken ones › refused as damaged', async () => {
    expect(await refusal('a.pdf', '%PDF-1.7\nnothing more')).toBe('ingest.unreadable');
    expect(
      await refusal('a.docx', makeWord([], { 'word/document.xml': strToU8('<w:document><w:body>') })),
    ).toBe('ingest.unreadable');
    const pdf = makePdf([{ text: 'Some text', x: 72, y: 700, size: 12 }]);
    expect(['read', 'ingest.unreadable']).toContain(await refusal('cut.pdf', pdf.subarray(0, 300)));
  });

  test('a scan without text › kept as attachment, with a warning', async () => {
    const file = await readOne('某某扫描文件.pdf', makePdf([]));
    expect(codesOf(file)).toContain('ingest.no-text');
    expect(draftsOf(file)[0]).toMatchObject({
      bodyText: '',
      attachments: [{ mediaType: 'application/pdf' }],
    });
  });

  test('after a broken file › the next one is read as ever', async () => {
    await readOne('a.pdf', '%PDF-1.7\nnothing more');
    const file = await readOne(
      'b.pdf',
      makePdf([{ text: 'Some text to be found', x: 72, y: 700, size: 12 }]),
    );
    expect(draftsOf(file)[0]?.bodyText).toContain('Some text to be found');
  });
});

describe('anything at all', () => {
  test('random bytes under every name › refused or read, never thrown at anyone', async () => {
    const names = fc.constantFrom(
      'a.csv',
      'a.tsv',
      'a.xlsx',
      'a.jsonl',
      'a.jsonl.gz',
      'a.docx',
      'a.pdf',
      'a.html',
      'a.txt',
      'a.md',
      'a.zip',
      'a',
    );
    const heads = fc.constantFrom(
      '',
      'PK\u0003\u0004',
      '%PDF-1.4\n',
      '{"',
      '<html>',
      '\u001f\u008b\u0008',
      '序号,公开事项,公开内容,公开依据\n',
    );
    await fc.assert(
      fc.asyncProperty(names, heads, fc.uint8Array({ maxLength: 300 }), async (name, head, tail) => {
        const files = await readContent(
          name,
          Buffer.concat([Buffer.from(head, head.startsWith('\u001f') ? 'latin1' : 'utf8'), tail]),
        );
        for (const { error } of files) if (error) expect(error.code).toMatch(/^ingest\./u);
      }),
      { numRuns: 150 },
    );
  });
});
