// Standard-catalogue sheets as other places publish them: other headings, header rows, marks and pages.
import { describe, expect, test } from 'vitest';
import { cells, details, full, header, levels, sheet, sub } from './catalogue-lines.ts';
import { codesOf, draftsOf, makeWorkbook, readOne, rowsOf } from './make-files.ts';

const agencies = (file: Parameters<typeof draftsOf>[0]) => draftsOf(file).map(({ agencyName }) => agencyName);

describe('unseen catalogue › headings', () => {
  test('group and part in one heading › brackets, dashes and colons are understood', async () => {
    const file = await readOne(
      'a.csv',
      sheet(
        '序号;公开事项（一级）;公开事项-二级;公开内容;公开依据;公开时限;公开主体;公开渠道和载体;公开对象（全社会）;公开对象：特定群体;公开方式-主动;公开方式（依申请）;公开层级-县级;公开层级（乡级）',
        '1;甲类;甲一;内容;《条例》;20个工作日;某局;■政府网站;√;;√;;√;',
        '2;;甲二;内容;《条例》;20个工作日;某局;■政府网站;;√;;√;;√',
      ),
    );
    expect(levels(file)).toEqual(['甲类/甲一', '甲类/甲二']);
    expect(details(file)).toMatchObject([
      { audience: ['everyone'], mode: ['proactive'], tiers: ['county'] },
      { audience: ['specific'], mode: ['on-request'], tiers: ['township'] },
    ]);
  });

  test('three header rows › when channels are parted twice › ticked columns are the channels', async () => {
    const file = await readOne(
      'a.csv',
      sheet(
        '序号,公开事项,,公开内容,公开依据,公开时限,公开主体,公开渠道和载体,,,公开层级,',
        ',一级事项,二级事项,,,,,线上,,线下,,',
        ',,,,,,,政府网站,两微一端,图书馆,区级,街道级',
        '1,甲类,甲一,内容,《条例》,每月,某局,√,,√,√,',
        '2,,甲二,内容,《条例》,每月,某局,,√,,,√',
      ),
    );
    expect(rowsOf(file)).toEqual({ accepted: [4, 5], rejected: [], joined: [] });
    expect(details(file)).toMatchObject([
      { channels: ['website', 'library'], tiers: ['county'] },
      { channels: ['social'], tiers: ['township'] },
    ]);
  });

  test('each channel a column of the only header row › ticks count', async () => {
    const file = await readOne(
      'a.csv',
      sheet('事项,内容,依据,时限,责任主体,政府网站,公开查阅点,图书馆', '规划,文本,《条例》,及时,某局,√,,√'),
    );
    expect(details(file)[0]?.channels).toEqual(['website', 'library']);
  });

  test.each([
    ['公开形式', '网站、公开栏', '主动公开'],
    ['公开方式', '1.政府网站 2.公示栏', ''],
  ])('%s › when its cells name channels › they are read as channels', async (heading, words) => {
    const file = await readOne(
      'a.csv',
      sheet(`公开事项,公开内容,公开时限,公开主体,${heading}`, `甲,内容,及时,某局,${words}`),
    );
    expect(details(file)[0]?.channels).toEqual(['website', 'notice-board']);
  });

  test('公开途径 beside 公开形式 › when one says 主动公开 › it is the mode', async () => {
    const file = await readOne(
      'a.csv',
      sheet(
        '公开事项,公开内容,公开时限,公开主体,公开途径,公开形式,公开范围',
        '甲,内容,及时,某局,门户网站,主动公开,本村村民',
        '乙,内容,及时,某局,公告栏,依申请公开,面向社会',
      ),
    );
    expect(details(file)).toMatchObject([
      { channels: ['website'], mode: ['proactive'], audience: ['specific'], audienceNote: '本村村民' },
      { channels: ['notice-board'], mode: ['on-request'], audience: ['everyone'] },
    ]);
    expect(details(file)[0]?.otherChannels).toEqual([]);
  });

  test('类别, 事项名称, 子项 and four numbered levels › all levels are read', async () => {
    const named = await readOne(
      'a.csv',
      sheet('类别,事项名称,子项,内容标准,依据,时限要求,公开主体', '甲,甲一,甲一子,内容,《条例》,长期,某局'),
    );
    expect(levels(named)).toEqual(['甲/甲一/甲一子']);
    const four = await readOne(
      'a.csv',
      sheet('一级事项,二级事项,三级事项,四级事项,公开内容,公开依据,公开主体', '一,二,三,四,内容,《条例》,局'),
    );
    expect(levels(four)).toEqual(['一/二/三/四']);
  });

  test('several columns of offices › 公开主体 is the agency; 牵头单位 serves where nothing else does', async () => {
    const both = await readOne(
      'a.csv',
      sheet('公开事项,公开内容,责任单位,公开主体,公开时限', '甲,内容,某所,某局,及时'),
    );
    expect(agencies(both)).toEqual(['某局']);
    expect(details(both)[0]?.responsible).toBe('某所');
    const lead = await readOne('a.csv', sheet('公开事项,公开内容,牵头单位,公开时限', '甲,内容,县府办,及时'));
    expect(agencies(lead)).toEqual(['县府办']);
    const person = await readOne('a.csv', sheet('公开事项,公开内容,责任人,公开时限', '甲,内容,王五,及时'));
    expect(agencies(person)).toEqual([null]);
  });
});

describe('unseen catalogue › cells', () => {
  test('levels in one cell › when nearly every cell is a path › it is parted; a lone stroke is not', async () => {
    const paths = ['公开事项,公开内容,公开依据,公开主体', '综合业务/政策法规,内容,《条例》,某局'];
    const file = await readOne('a.csv', sheet(...paths, '综合业务 / 监督检查,内容,《条例》,某局'));
    expect(levels(file)).toEqual(['综合业务/政策法规', '综合业务/监督检查']);
    expect(details(file)[0]?.levels).toHaveLength(2);
    const lone = await readOne('a.csv', sheet(...paths, '办事指南,内容,《条例》,某局'));
    expect(details(lone)[0]?.levels).toEqual(['综合业务/政策法规']);
  });

  test('dashes and strokes › they are empty and hand nothing down', async () => {
    const file = await readOne(
      'a.csv',
      sheet(header, sub, full('1', '甲类', '—'), '2,乙类,/,内容,—,／,某局,/,√,,√,,√,', '3,,-,三,,,,,,,,,,'),
    );
    expect(levels(file)).toEqual(['甲类', '乙类', '乙类（2）']);
    expect(details(file)[1]).toMatchObject({ basis: '', deadline: null, channels: [] });
    expect(details(file)[2]).toMatchObject({ basis: '', deadline: null, channels: [] });
  });

  test.each(['″', '”', '"', '〃', '同上栏', '如上'])('%s › it repeats the cell above', async (same) => {
    const quoted = `"${same.replaceAll('"', '""')}"`;
    const file = await readOne(
      'a.csv',
      sheet(
        header,
        sub,
        full('1', '甲类', '甲一'),
        `2,${quoted},甲二,内容,${quoted},${quoted},${quoted},${quoted},√,,√,,√,`,
      ),
    );
    expect(levels(file)).toEqual(['甲类/甲一', '甲类/甲二']);
    expect(agencies(file)).toEqual(['某县民政局', '某县民政局']);
    expect(details(file)[1]).toMatchObject({
      deadline: { days: 20 },
      channels: ['website', 'reading-point'],
    });
  });

  test('columns of the audience under other words › 利害关系人 is no public', async () => {
    const other = sub.replace('全社会,特定群体', '社会公众,利害关系人');
    const row = full('1', '甲类', '甲一').replace('√,,√,,√,', ',√,√,,√,');
    expect(details(await readOne('a.csv', sheet(header, other, row)))[0]?.audience).toEqual(['specific']);
  });

  test('empty ticks › when the sheet merges what repeats › they are truly empty', async () => {
    const second = '2,,甲二,内容,,,,,√,,√,,,';
    const rows = cells(header, sub, full('1', '甲类', '甲一'), second);
    const merges = ['B3:B4', 'E3:E4', 'F3:F4', 'G3:G4', 'H3:H4'];
    const file = await readOne('a.xlsx', makeWorkbook({ name: '目录', rows, merges }));
    expect(details(file)).toMatchObject([{ tiers: ['county'] }, { tiers: [], deadline: { days: 20 } }]);
    const text = await readOne('a.csv', sheet(header, sub, full('1', '甲类', '甲一'), second));
    expect(details(text)[1]?.tiers).toEqual(['county']);
  });

  test('a column for the field › 领域 goes from its name', async () => {
    const file = await readOne(
      'a.csv',
      sheet(
        '领域,一级事项,公开内容,公开依据,公开主体',
        '义务教育领域,甲,内容,《条例》,某局',
        ',乙,内容,,某局',
      ),
    );
    expect(details(file).map(({ field }) => field)).toEqual(['义务教育', '义务教育']);
  });
});

describe('unseen catalogue › rows', () => {
  test('a page break › when title, page number or half a header repeat › gaps still repeat what stands above', async () => {
    const title = '救灾领域基层政务公开标准目录';
    const file = await readOne(
      'a.csv',
      sheet(
        `${title}（试行）`,
        header,
        sub,
        full('1', '甲类', '甲一'),
        '— 1 —',
        `${title}（续）`,
        header,
        sub,
        full('2', '', '甲二'),
        '第 2 页 共 3 页',
        header,
        full('3', '', '甲三'),
      ),
    );
    expect(levels(file)).toEqual(['甲类/甲一', '甲类/甲二', '甲类/甲三']);
    expect(details(file).map(({ tiers }) => tiers)).toEqual([['county'], ['county'], ['county']]);
  });

  test('stamps, dates and numbered notes below › they are no items and join nothing', async () => {
    const file = await readOne(
      'a.csv',
      sheet(
        header,
        sub,
        full('1', '甲类', '甲一'),
        ',,,,,,某县应急管理局（盖章）,',
        ',,,,,,2024年1月15日,',
        '说明,1.本表每年更新一次,',
        ',2.由办公室负责解释,',
      ),
    );
    expect(rowsOf(file)).toEqual({ accepted: [3], rejected: [], joined: [] });
    expect(agencies(file)).toEqual(['某县民政局']);
  });

  test('columns numbered in brackets › it is no item', async () => {
    const file = await readOne('a.csv', sheet(header, sub, ',（一）,（二）,,,,,', full('1', '甲类', '甲一')));
    expect(rowsOf(file).accepted).toEqual([4]);
    expect(codesOf(file)).toEqual([]);
  });

  test('points of an item under numbers of their own › they are joined to it', async () => {
    const file = await readOne(
      'a.csv',
      sheet(
        header,
        sub,
        full('1', '甲类', '甲一'),
        '(1),,,条件,,,,,,,,,,',
        '1.2,,,材料,,,,,,,,,,',
        full('2', '', '甲二'),
      ),
    );
    expect(rowsOf(file)).toEqual({ accepted: [3, 6], rejected: [], joined: [4, 5] });
    expect(details(file)[0]?.elements).toBe('内容\n条件\n材料');
  });
});
