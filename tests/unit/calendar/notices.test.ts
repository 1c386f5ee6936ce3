// Reading holiday notices: the wording of the State Council, tables, and everything that cannot be right.
import { describe, expect, it } from 'vitest';
import { parseNotices } from '#shared/calendar/parse-notice.ts';
import { WorkingCalendar } from '#shared/calendar/working-calendar.ts';

const wording2026 = `国务院办公厅关于2026年部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节等放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`;

const table = (rows: string) => `date,name,kind,paper
2031-01-01,元旦,off,http://a
2031-01-23,春节,off,http://a
2031-05-01,劳动节,off,http://a
2031-10-01,国庆节,off,http://a
${rows}`;

/** The code an act throws; 'none' when it does not. */
function codeOf(act: () => unknown): string {
  try {
    act();
    return 'none';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('notices', () => {
  it('wording › when a whole notice is pasted › every day off and every day worked is read', () => {
    const [notice, ...rest] = parseNotices(wording2026, null);
    expect(rest).toEqual([]);
    expect(notice?.year).toBe(2026);
    const dates = (kind: string) =>
      notice?.days.filter((day) => day.kind === kind).map(({ date }) => date.slice(5)) ?? [];
    expect(dates('work')).toEqual(['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']);
    expect(dates('off')).toHaveLength(3 + 9 + 3 + 5 + 3 + 3 + 7);
    const calendar = new WorkingCalendar(notice ? [notice] : []);
    expect(calendar.day('2026-02-14')).toMatchObject({ kind: 'make-up', name: '春节', weekday: 6 });
    expect(calendar.day('2026-10-04')).toMatchObject({ kind: 'holiday', name: '国庆节' });
  });

  it('wording › when New Year begins in December › those days belong to the notice of the new year', () => {
    const text = wording2026
      .replaceAll('2026', '2019')
      .replaceAll(/（[^）]*）/g, '')
      .replace(
        '1月1日至3日放假调休，共3天。1月4日上班。',
        '2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日上班。',
      );
    const [notice] = parseNotices(text, null);
    expect(notice?.days.slice(0, 4)).toMatchObject([
      { date: '2018-12-29', kind: 'work' },
      { date: '2018-12-30', kind: 'off' },
      { date: '2018-12-31', kind: 'off' },
      { date: '2019-01-01', kind: 'off' },
    ]);
  });

  it('table › when columns stand in any order and words are Chinese › the same days are read', () => {
    const rows =
      '名称\t日期\t安排\n元旦\t2031年1月1日\t放假\n春节\t2031/1/23\t休\n劳动节\t20310501\t放假\n国庆节\t2031-10-01\t放假\n国庆节\t2031.9.28\t上班';
    const [notice] = parseNotices(rows, null);
    expect(notice).toMatchObject({ year: 2031 });
    expect(notice?.days.at(-2)).toEqual({ date: '2031-09-28', kind: 'work', name: '国庆节' });
  });

  it('table › when it names a weekday as worked › nothing is set apart for it', () => {
    const [notice] = parseNotices(table('2031-02-04,春节,work,http://a'), null);
    expect(notice?.days.map(({ date }) => date)).not.toContain('2031-02-04');
  });

  it.each([
    ['one day both off and worked', table('2031-05-01,劳动节,work,x'), null, 'calendar.notice-contradiction'],
    ['no National Day', table('').replace(/2031-10-01.*\n/, ''), null, 'calendar.notice-incomplete'],
    ['a date that does not exist', table('2031-02-30,春节,off,x'), null, 'calendar.bad-date'],
    ['a line nobody can read', table('随便写的一行'), null, 'calendar.notice-line'],
    ['a weekday of another year', wording2026, 2025, 'calendar.notice-weekday'],
    [
      'a length that is not the dates’',
      wording2026.replace('共9天', '共8天'),
      null,
      'calendar.notice-length',
    ],
    ['no year at all', wording2026.replaceAll('2026年', ''), null, 'calendar.notice-no-year'],
    ['nothing', '', 2031, 'calendar.notice-empty'],
    ['words about something else', '关于2031年会议的通知', null, 'calendar.notice-empty'],
  ] as const)('notices › when one holds %s › it is refused', (_what, text, year, code) => {
    expect(codeOf(() => parseNotices(text, year))).toBe(code);
  });
});
