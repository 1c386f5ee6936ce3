// What the desk makes of headers, trails and problems before it shows them.
import { describe, expect, it } from 'vitest';
import { auditDetails } from '#admin-page/state/audit-details.ts';
import { browserName } from '#admin-page/state/browser-name.ts';
import { type ImportedFile, isRefusedWhole } from '#admin-page/state/import-figures.ts';
import { problemSheet } from '#admin-page/state/problem-sheet.ts';

describe('browserName › when a browser names itself', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0',
      'Edge 126 · Windows',
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/156.0 Safari/537.36',
      'Chrome 156 · Linux',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:127.0) Gecko/20100101 Firefox/127.0',
      'Firefox 127 · macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1',
      'Safari 17 · iOS',
    ],
    ['curl/8.5.0', 'curl/8.5.0'],
  ])('%s › it says so in few words', (header, name) => {
    expect(browserName(header)).toBe(name);
  });
});

describe('auditDetails › when an entry has particulars', () => {
  it('that have words › it gives them and leaves out ids', () => {
    expect(auditDetails('{"id":"r1","version":2,"nameBefore":"旧名"}')).toEqual([
      ['第几版', '2'],
      ['原名', '旧名'],
    ]);
  });

  it('that name many records › it gives their number', () => {
    expect(auditDetails('{"records":[{"id":"r1"},{"id":"r2"}]}')).toEqual([['条数', '2']]);
  });

  it.each(['', '{}', '{"records":[{"id":"r1"', 'null', '[]', '"x"', '{"__proto__":{"version":1}}'])(
    'like %s › it gives none',
    (details) => {
      expect(auditDetails(details)).toEqual([]);
    },
  );
});

const file: ImportedFile = {
  file: '表.csv',
  as: 'matters',
  columns: [],
  rows: 2,
  accepted: 1,
  created: 1,
  updated: 0,
  unchanged: 0,
  rejectedCount: 1,
  warningCount: 1,
  rejected: [{ row: 3, column: '标题', code: 'x', message: '=HYPERLINK("x") "空"' }],
  warnings: [{ row: 2, column: null, code: 'y', message: '看一下' }],
  sample: [],
};

describe('problemSheet › when problems are handed out', () => {
  it('it marks the encoding, quotes, and disarms what a spreadsheet program would calculate', () => {
    const text = problemSheet([file], ['文件', '行', '列', '说明', '不能导入', '请留意']);
    expect(text.split('\r\n')).toEqual([
      '\uFEFF"文件","行","列","","说明"',
      `"表.csv","3","标题","不能导入","'=HYPERLINK(""x"") ""空"""`,
      '"表.csv","2","","请留意","看一下"',
      '',
    ]);
  });
});

describe('isRefusedWhole › when a file had problems', () => {
  it('of its rows only › it is not refused whole', () => {
    expect(isRefusedWhole(file)).toBe(false);
  });

  it('and could not be read at all › it is', () => {
    const problem = { row: null, column: null, code: 'ingest.empty-file', message: '' };
    expect(isRefusedWhole({ ...file, accepted: 0, rejected: [problem] })).toBe(true);
  });
});
