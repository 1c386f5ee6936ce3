// Standard-catalogue sheets with every mess of rows and headers seen or feared, written by us.
import { describe, expect, test } from 'vitest';
import { details, full, header, levels, sheet, sub } from './catalogue-lines.ts';
import { codesOf, draftsOf, readOne, rowsOf } from './make-files.ts';

describe('catalogue sheet › numbers and headers', () => {
  test('number column only in the header › when data start one column to the left › it aligns them', async () => {
    const shifted = [full('1', '甲类', '甲一'), full('2', '甲类', '甲二')].map((line) =>
      line.replace(/^\d,/u, ''),
    );
    const file = await readOne('a.csv', sheet(header, sub, ...shifted));
    expect(levels(file)).toEqual(['甲类/甲一', '甲类/甲二']);
    expect(details(file)[0]).toMatchObject({
      tiers: ['county'],
      mode: ['proactive'],
      channels: ['website', 'reading-point'],
    });
    expect(codesOf(file)).toContain('ingest.header-shifted');
  });

  test('number column only in the data › when the header lacks it › it aligns them', async () => {
    const lines = [
      header.replace('序号,', ''),
      sub.replace(/^,/u, ''),
      full('1', '甲类', '甲一'),
      full('2', '', '甲二'),
    ];
    const file = await readOne('a.csv', sheet(...lines));
    expect(levels(file)).toEqual(['甲类/甲一', '甲类/甲二']);
    expect(draftsOf(file).map(({ agencyName }) => agencyName)).toEqual(['某县民政局', '某县民政局']);
  });

  test('no number column at all › when header and data agree › it reads them straight', async () => {
    const lines = [
      header.replace('序号,', ''),
      sub.replace(/^,/u, ''),
      full('', '甲类', '甲一').replace(/^,/u, ''),
    ];
    const file = await readOne('a.csv', sheet(...lines));
    expect(levels(file)).toEqual(['甲类/甲一']);
    expect(codesOf(file)).toEqual([]);
  });

  test('second header row one column too far left › when 一级事项 stands under 序号 › it is moved', async () => {
    const file = await readOne('a.csv', sheet(header, sub.replace(/^,/u, ''), full('1', '甲类', '甲一')));
    expect(levels(file)).toEqual(['甲类/甲一']);
    expect(details(file)[0]).toMatchObject({ audience: ['everyone'], tiers: ['county'] });
  });

  test('blanks and line breaks inside headings › it still knows them', async () => {
    const file = await readOne(
      'a.csv',
      sheet(
        '" 序\n号 ",公 开 事 项,,"公开 内容\n（要素）",公 开 依 据,公开　时限,公开\u00a0主体,公开渠 道和 载体,公开对象,,公开方式,,公开层级,',
        ',一 级 事项,"二级\n事 项",,,,,,全 社会,特定 群众,主 动,"依申请\n公开",区（县）级,街道（乡镇）级',
        full('1', '甲类', '甲一').replace(/√,$/u, ',√'),
      ),
    );
    expect(levels(file)).toEqual(['甲类/甲一']);
    expect(details(file)[0]?.tiers).toEqual(['township']);
  });

  test('a row that numbers the columns › when it stands under the header › it is no item', async () => {
    const file = await readOne(
      'a.csv',
      sheet(header, sub, '1,2,3,4,5,6,7,8,9,10,11,12,13,14', full('1', '甲类', '甲一')),
    );
    expect(rowsOf(file)).toEqual({ accepted: [4], rejected: [], joined: [] });
  });

  test('header repeated on every page › when the same items go on › gaps still repeat what stands above the break', async () => {
    const file = await readOne(
      'a.csv',
      sheet(header, sub, full('1', '甲类', '甲一'), header, sub, full('2', '', '甲二')),
    );
    expect(levels(file)).toEqual(['甲类/甲一', '甲类/甲二']);
  });

  test('level columns under other names › when 一级目录 二级目录 三级目录 stand alone in one header row › it reads three levels', async () => {
    const file = await readOne(
      'a.csv',
      sheet(
        '编号,一级目录,二级目录,三级目录,内容要素,法律依据,公开期限,责任主体,公开载体,公开对象,公开方式,公开层级',
        '1,甲类,甲一,甲一子,内容,《条例》,每年更新2次,某局,政府网站、公开栏,全社会,主动公开,县级',
        '2,,,甲二子,内容,《条例》,按季度公开,某局,政府网站,特定群体（参保人）,依申请公开,乡镇（街道）级',
      ),
    );
    expect(levels(file)).toEqual(['甲类/甲一/甲一子', '甲类/甲一/甲二子']);
    const [first, second] = details(file);
    expect(first).toMatchObject({
      audience: ['everyone'],
      mode: ['proactive'],
      tiers: ['county'],
      channels: ['website', 'notice-board'],
    });
    expect(first?.deadline).toMatchObject({ type: 'frequency', times: 2, every: 'year' });
    expect(second).toMatchObject({
      audience: ['specific'],
      audienceNote: '参保人',
      mode: ['on-request'],
      tiers: ['township'],
    });
    expect(second?.deadline).toMatchObject({ type: 'frequency', times: 1, every: 'quarter' });
  });

  test('channels as tick columns › when each channel has a column of its own › ticked ones are chosen', async () => {
    const file = await readOne(
      'a.csv',
      sheet(
        '序号,公开事项,公开内容,公开依据,公开时限,公开主体,公开渠道和载体,,,公开方式',
        ',,,,,,政府网站,两微一端,公开查阅点,',
        '1,甲类,内容,《条例》,及时,某局,√,,√,主动',
      ),
    );
    expect(details(file)[0]?.channels).toEqual(['website', 'reading-point']);
  });
});

describe('catalogue sheet › gaps and half rows', () => {
  test('merged cells filled in on every row of one item › the rows are joined', async () => {
    const file = await readOne(
      'a.csv',
      sheet(
        header,
        sub,
        full('1', '甲类', '甲一', '一'),
        full('1', '甲类', '甲一', '二'),
        full('1', '甲类', '甲一', '三'),
      ),
    );
    expect(rowsOf(file)).toEqual({ accepted: [3], rejected: [], joined: [4, 5] });
    expect(details(file)[0]).toMatchObject({ elements: '一\n二\n三', basis: '《条例》' });
  });

  test('header cells filled in over merged ranges › when the title repeats in every column too › it reads them', async () => {
    const file = await readOne(
      'a.csv',
      sheet(
        Array(14).fill('某县救灾领域标准目录').join(','),
        '序号,公开事项,公开事项,公开内容(要素),公开依据,公开时限,公开主体,公开渠道和载体（在标注范围内至少选择其一公开，法律法规规章另有规定的从其规定）,公开对象,公开对象,公开方式,公开方式,公开层级,公开层级',
        '序号,一级事项,二级事项,公开内容(要素),公开依据,公开时限,公开主体,公开渠道和载体（在标注范围内至少选择其一公开，法律法规规章另有规定的从其规定）,全社会,特定群体,主动,依申请,县级,乡级',
        full('1', '甲类', '甲一'),
      ),
    );
    expect(rowsOf(file)).toEqual({ accepted: [4], rejected: [], joined: [] });
    expect(levels(file)).toEqual(['甲类/甲一']);
    expect(details(file)[0]).toMatchObject({
      field: '救灾',
      channels: ['website', 'reading-point'],
      tiers: ['county'],
      mode: ['proactive'],
    });
  });

  test('item spread over rows › when only content goes on › rows are joined to the item above', async () => {
    const more = ',,,更多内容,,,,,,,,,,';
    const file = await readOne(
      'a.csv',
      sheet(
        header,
        sub,
        full('1', '甲类', '甲一'),
        more,
        more.replace('更多', '又一'),
        full('2', '', '甲二'),
      ),
    );
    expect(rowsOf(file)).toEqual({ accepted: [3, 6], rejected: [], joined: [4, 5] });
    expect(details(file)[0]?.elements).toBe('内容\n更多内容\n又一内容');
  });

  test('unnumbered row with its own deadline, agency and channels › it is an item of its own', async () => {
    const own = ',,,别的内容,《条例》,每季度,另一个局,■图书馆,√,,√,,√,';
    const file = await readOne('a.csv', sheet(header, sub, full('1', '甲类', '甲一'), own));
    expect(rowsOf(file).accepted).toEqual([3, 4]);
    expect(levels(file)).toEqual(['甲类/甲一', '甲类/甲一']);
    expect(draftsOf(file)[1]?.agencyName).toBe('另一个局');
    expect(details(file)[1]).toMatchObject({ channels: ['library'], deadline: { every: 'quarter' } });
  });

  test('first row is a half row › when nothing stands above › it is refused, not lost', async () => {
    const file = await readOne(
      'a.csv',
      sheet(header, sub, ',,,,《条例》,,,,,,,,,', full('1', '甲类', '甲一')),
    );
    expect(rowsOf(file)).toEqual({ accepted: [4], rejected: [3], joined: [] });
    expect(codesOf(file)).toContain('ingest.item-missing');
  });

  test('a row with nothing but its number › it is refused with a reason', async () => {
    const file = await readOne('a.csv', sheet(header, sub, full('1', '甲类', '甲一'), '2,,,,,,,,,,,,,'));
    expect(rowsOf(file)).toEqual({ accepted: [3], rejected: [4], joined: [] });
  });

  test('同上 in several columns › it takes the value above, through several rows', async () => {
    const same = '2,甲类,甲二,内容,同上,同上,同上,同上,√,,√,,√,';
    const file = await readOne(
      'a.csv',
      sheet(header, sub, full('1', '甲类', '甲一'), same, same.replace('2,甲类,甲二', '3,乙类,乙一')),
    );
    expect(details(file).map(({ deadline }) => deadline?.type)).toEqual(Array(3).fill('working-days'));
    expect(draftsOf(file)[2]?.agencyName).toBe('某县民政局');
    expect(details(file)[2]?.channels).toEqual(['website', 'reading-point']);
    expect(codesOf(file)).toEqual([]);
  });

  test('gaps › when a new table with its own header begins › nothing is taken over from the table before', async () => {
    const file = await readOne(
      'a.csv',
      sheet(
        '（一）养老服务领域标准目录',
        header,
        sub,
        full('1', '甲类', '甲一'),
        '（二）救灾领域标准目录',
        header,
        sub,
        '1,乙类,乙一,内容,,,,,,,,,,',
      ),
    );
    expect(details(file).map(({ field }) => field)).toEqual(['养老服务', '救灾']);
    expect(details(file)[1]).toMatchObject({ deadline: null, channels: [], audience: [] });
    expect(codesOf(file)).toContain('ingest.agency-missing');
  });

  test('notes, signatures and totals below the table › they are no items', async () => {
    const file = await readOne(
      'a.csv',
      sheet(
        header,
        sub,
        full('1', '甲类', '甲一'),
        '注：本目录由办公室解释。,,,,',
        '填报单位：某县民政局,,,,,填报日期：2024年1月,,',
        '合计,1项,,,',
      ),
    );
    expect(rowsOf(file)).toEqual({ accepted: [3], rejected: [], joined: [] });
  });

  test('a section band between items › it is no item and items go on below it', async () => {
    const file = await readOne(
      'a.csv',
      sheet(
        header,
        sub,
        '一、综合业务,,,,,,,,,,,,,',
        full('1', '甲类', '甲一'),
        '二、专项业务,,,,,,,,,,,,,',
        full('2', '乙类', '乙一'),
      ),
    );
    expect(rowsOf(file)).toEqual({ accepted: [4, 6], rejected: [], joined: [] });
  });

  test('two items with the same levels but other content › both stay, told apart', async () => {
    const file = await readOne(
      'a.csv',
      sheet(header, sub, full('1', '甲类', '甲一', '内容一'), full('2', '甲类', '甲一', '内容二')),
    );
    expect(levels(file)).toEqual(['甲类/甲一', '甲类/甲一（2）']);
  });
});
