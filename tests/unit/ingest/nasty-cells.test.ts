// Standard-catalogue sheets with messes of ticks, boxes, merges and encodings: what must come out of each.
import { describe, expect, test } from 'vitest';
import { cells, details, full, header, levels, sheet, sub } from './catalogue-lines.ts';
import { codesOf, draftsOf, makeWorkbook, readOne, rowsOf } from './make-files.ts';

describe('catalogue sheet › ticks and boxes', () => {
  const withChannels = async (words: string) =>
    details(
      await readOne(
        'a.csv',
        sheet(header, sub, full('1', '甲类', '甲一').replace('■政府网站 □政府公报 ■公开查阅点', words)),
      ),
    )[0];

  test.each([
    ['▄政府网站 口政府公报 ▄政务服务中心', ['website', 'service-centre']],
    ['t政府网站 t两微一端', ['website', 'social']],
    ['☑政府网站 ☐政府公报 ☒图书馆', ['website', 'library']],
    ['（√）政府网站 （ ）政府公报 （√）国家档案馆', ['website', 'archive']],
    ['政府网站√ 政府公报□ 公开查阅点√', ['website', 'reading-point']],
    ['\uf0fe政府网站 \uf0a8政府公报', ['website']],
    ['■政 府 网 站□公 报■公 开 查 阅 点', ['website', 'reading-point']],
    ['政府网站；村务公开栏；12345热线', ['website', 'notice-board', 'hotline']],
  ])('channels › when written as %j › it finds what is chosen', async (words, chosen) => {
    expect((await withChannels(words))?.channels).toEqual(chosen);
  });

  test('channels › when the printed list has lost all its boxes › none is claimed and staff are warned', async () => {
    const list =
      '政府网站 政府公报 两微一端 发布会/听证会 广播电视 纸质媒体 公开查阅点 政务服务中心 便民服务站 入户/现场 精准推送 其他';
    const file = await readOne(
      'a.csv',
      sheet(header, sub, full('1', '甲类', '甲一').replace('■政府网站 □政府公报 ■公开查阅点', list)),
    );
    expect(details(file)[0]?.channels).toEqual([]);
    expect(codesOf(file)).toContain('ingest.channels-unclear');
  });

  test('tick columns › when words stand in them › they count as ticked and are kept as a note', async () => {
    const file = await readOne(
      'a.csv',
      sheet(header, sub, full('1', '甲类', '甲一').replace('√,,√,,√,', ',低保对象,是,否,1,×')),
    );
    expect(details(file)[0]).toMatchObject({
      audience: ['specific'],
      audienceNote: '低保对象',
      mode: ['proactive'],
      tiers: ['county'],
    });
  });

  test('tick columns › when all of a table are empty › one warning names them', async () => {
    const bare = full('1', '甲类', '甲一').replace('√,,√,,√,', ',,,,,');
    const file = await readOne('a.csv', sheet(header, sub, bare, bare.replace('1,甲类,甲一', '2,甲类,甲二')));
    expect(codesOf(file)).toEqual(['ingest.ticks-missing']);
  });
});

describe('catalogue sheet › as a workbook with real merges', () => {
  test('merged title, header and item cells › it fills exactly what the merges cover', async () => {
    const rows = cells(
      '某县救灾领域基层政务公开标准目录,,,,,,,,,,,,,',
      header,
      sub,
      '1,甲类,甲一,内容一,《条例》,信息形成之日起20个工作日内,某县民政局,■政府网站,√,,√,,√,',
      '2,,甲二,内容二,,,,,,,,,,√',
      '3,乙类,,内容三,,及时,,,,,,,,',
    );
    const merges = [
      'A1:N1',
      'A2:A3',
      'B2:C2',
      'I2:J2',
      'K2:L2',
      'M2:N2',
      'B4:B5',
      'E4:E6',
      'F4:F5',
      'G4:G6',
      'H4:H5',
      'I4:I6',
      'K4:K6',
      'B6:C6',
    ];
    const file = await readOne('a.xlsx', makeWorkbook({ name: '目录', rows, merges }));
    expect(rowsOf(file)).toEqual({ accepted: [4, 5, 6], rejected: [], joined: [] });
    expect(levels(file)).toEqual(['甲类/甲一', '甲类/甲二', '乙类']);
    expect(details(file).map(({ field }) => field)).toEqual(['救灾', '救灾', '救灾']);
    expect(details(file)[1]).toMatchObject({
      channels: ['website'],
      audience: ['everyone'],
      tiers: ['township'],
    });
    expect(details(file)[2]).toMatchObject({ channels: [], basis: '《条例》', audience: ['everyone'] });
    expect(details(file)[2]?.deadline?.type).toBe('at-once');
  });

  test('number and levels merged over content rows › the rows are joined into one item', async () => {
    const rows = cells(
      header,
      sub,
      full('1', '甲类', '甲一', '第一段'),
      ',,,第二段,,,,,,,,,,',
      ',,,第三段,,,,,,,,,,',
    );
    const file = await readOne(
      'a.xlsx',
      makeWorkbook({ name: '目录', rows, merges: ['A3:A5', 'B3:B5', 'C3:C5'] }),
    );
    expect(rowsOf(file)).toEqual({ accepted: [3], rejected: [], joined: [4, 5] });
    expect(details(file)[0]?.elements).toBe('第一段\n第二段\n第三段');
  });

  test('content merged over two numbered items › the second says the same content', async () => {
    const rows = cells(header, sub, full('1', '甲类', '甲一', '共同内容'), '2,,甲二,,,,,,,,,,,');
    const file = await readOne(
      'a.xlsx',
      makeWorkbook({ name: '目录', rows, merges: ['D3:D4', 'B3:B4', 'G3:G4'] }),
    );
    expect(details(file)[1]).toMatchObject({ elements: '共同内容', levels: ['甲类', '甲二'] });
  });

  test('several sheets › when one is notes and one hidden › catalogues are read, the rest is named', async () => {
    const rows = cells(header, sub, full('1', '甲类', '甲一'));
    const file = await readOne(
      '汇编.xlsx',
      makeWorkbook(
        { name: '说明', rows: [['本汇编共两个领域']] },
        { name: '社会救助', rows },
        { name: '养老服务', rows },
        { name: '底稿', rows, isHidden: true },
      ),
    );
    expect(details(file).map(({ field }) => field)).toEqual(['社会救助', '养老服务']);
    expect(codesOf(file)).toEqual(expect.arrayContaining(['ingest.sheet-hidden', 'ingest.sheet-skipped']));
  });

  test('a web page saved as .xls › when its table has row spans › it is read as the table it is', async () => {
    const html = `<html><body><table><tr><td colspan="3">救灾领域标准目录</td></tr>
      <tr><td>序号</td><td>公开事项</td><td>公开内容</td><td>公开依据</td><td>公开时限</td><td>公开主体</td></tr>
      <tr><td>1</td><td>甲类</td><td>内容</td><td rowspan="2">《条例》</td><td>实时</td><td rowspan="2">某局</td></tr>
      <tr><td>2</td><td>乙类</td><td>内容</td><td>每月</td></tr></table></body></html>`;
    const file = await readOne('目录.xls', html);
    expect(levels(file)).toEqual(['甲类', '乙类']);
    expect(details(file)[1]).toMatchObject({
      basis: '《条例》',
      deadline: { type: 'frequency', every: 'month' },
    });
    expect(draftsOf(file)[1]?.agencyName).toBe('某局');
    expect(codesOf(file)).toContain('ingest.wrong-extension');
  });
});

describe('catalogue sheet › encodings and separators', () => {
  const text = sheet('社会救助领域标准目录', header, sub, full('1', '甲类', '甲一'), full('2', '', '甲二'));
  const utf16 = (order: 'le' | 'be'): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return order === 'le' ? bytes : bytes.swap16();
  };

  test.each([
    ['UTF-8 with mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little-endian', utf16('le')],
    ['UTF-16 big-endian', utf16('be')],
    ['tabs in a .csv', Buffer.from(text.replaceAll(',', '\t'))],
    ['semicolons', Buffer.from(text.replaceAll(',', ';'))],
    ['full-width commas', Buffer.from(text.replaceAll(',', '，'))],
    ['old Mac line ends', Buffer.from(text.replaceAll('\n', '\r'))],
    ['Windows line ends', Buffer.from(text.replaceAll('\n', '\r\n'))],
  ])('%s › it reads the same items', async (_, content) => {
    expect(levels(await readOne('社会救助.csv', content))).toEqual(['甲类/甲一', '甲类/甲二']);
  });
});
