// Files that are broken, huge, disguised or made to harm: each is refused in words, none brings anything down.
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { gzipSync, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parseImportKind } from '#hub/ingest/ingest-file.ts';
import { AppError } from '#shared/errors/app-error.ts';
import {
  codesOf,
  draftsOf,
  makePdf,
  makeWord,
  makeWorkbook,
  readContent,
  readOne,
  readPath,
  refusal,
} from './make-files.ts';

const list = '标题,文号\n甲的通知,甲〔2024〕1号\n';

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
  const noise = new Uint8Array(4096).map((_, index) => (index * 37) % 32);

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
    ['data.csv', noise, 'ingest.not-as-named'],
    ['data.dwg', noise, 'ingest.unknown-format'],
    ['data', noise, 'ingest.unknown-content'],
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

  test.each(['registers', 'nonsense', ''])('--as %j › refused in words', (name) => {
    expect(() => parseImportKind(name)).toThrow(AppError);
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
