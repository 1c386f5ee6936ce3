// Deadlines in words: a table of spellings, and properties that hold for every number.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDeadline, saysSameAsAbove } from '#shared/catalogue/parse-deadline.ts';

const working = (days: number, from: string) => ({ type: 'working-days', days, from });
const calendar = (days: number, from: string) => ({ type: 'calendar-days', days, from });
const frequency = (times: number, every: string) => ({ type: 'frequency', times, every });
const ahead = (amount: number, unit: string) => ({ type: 'before-event', amount, unit });

describe('deadline › spellings', () => {
  test.each([
    ['信息形成或者变更之日起20个工作日内', working(20, 'formed-or-changed')],
    ['信息形成或变更之日起20 个工作日内\n', working(20, 'formed-or-changed')],
    ['自该信息形成之日起 20 个工作日内予以公开', working(20, 'formed-or-changed')],
    ['20个工作日内公开（自信息形成之日起）', working(20, 'formed-or-changed')],
    ['制 定 或 获 取 信息之日起 10 个 工作日内', working(10, 'made-or-obtained')],
    ['制定或获取信息之日起10个工作\n日 内', working(10, 'made-or-obtained')],
    ['信息形成之日起二十个工作日内', working(20, 'formed-or-changed')],
    ['１０个工作日', working(10, 'other')],
    ['行政处罚决定作出之日起7个工作日内', working(7, 'decided')],
    ['本级人民代表大会或其常务委员会批准后20日内', calendar(20, 'approved')],
    ['批复后二十日内', calendar(20, 'approved')],
    ['信息形成后一周内', calendar(7, 'formed-or-changed')],
    ['事件发生后24小时内', calendar(1, 'other')],
    ['半年至少更新1次', frequency(1, 'half-year')],
    ['每季度', frequency(1, 'quarter')],
    ['按季度公开', frequency(1, 'quarter')],
    ['按月公开', frequency(1, 'month')],
    ['月度公开', frequency(1, 'month')],
    ['每年更新两次', frequency(2, 'year')],
    ['一年一次', frequency(1, 'year')],
    ['每学期一次', frequency(1, 'half-year')],
    ['每周公布', frequency(1, 'week')],
    ['每旬', frequency(3, 'month')],
    ['每年3月31日前', { ...frequency(1, 'year'), byDate: '03-31' }],
    ['每年1月底前公开', { ...frequency(1, 'year'), byDate: '01-31' }],
    ['提前一周发通知邀请', ahead(1, 'week')],
    ['会议召开前7日', ahead(7, 'day')],
    ['举行前10个工作日前公告', ahead(10, 'working-day')],
    ['提前30日', ahead(30, 'day')],
    ['提前24小时', ahead(1, 'day')],
    ['提前半个月公告', ahead(15, 'day')],
    ['半个月内', calendar(15, 'other')],
    ['20日（工作日）内', working(20, 'other')],
    ['一月一公开', frequency(1, 'month')],
    ['逐季公开', frequency(1, 'quarter')],
    ['每季度终了后15日', { ...frequency(1, 'quarter'), within: { days: 15, unit: 'calendar-day' } }],
    ['季度结束后10个工作日内', { ...frequency(1, 'quarter'), within: { days: 10, unit: 'working-day' } }],
    ['每月结束后的5个工作日内', { ...frequency(1, 'month'), within: { days: 5, unit: 'working-day' } }],
    ['公示期不少于5个工作日', { type: 'text' }],
    ['征求意见期不少于30日', { type: 'text' }],
    ['实时公开', { type: 'at-once' }],
    ['及时', { type: 'at-once' }],
    ['按进展情况及时公开', { type: 'at-once' }],
    ['收到后立即公开', { type: 'at-once' }],
    ['长期公开', { type: 'long-term' }],
    ['常年公开', { type: 'long-term' }],
    ['同上', { type: 'text' }],
    ['按规定', { type: 'text' }],
    ['信息形成之日起1个月内', { type: 'text' }],
    ['半年内', { type: 'text' }],
    ['', { type: 'text' }],
  ] as [string, object, boolean?][])('%j', (words, rule, several = false) => {
    const parsed = parseDeadline(words);
    expect(parsed.rule).toMatchObject(rule);
    expect(parsed.hasSeveral).toBe(several);
  });

  test('two rules in one cell › it takes the first and says that there are several', () => {
    const { rule, hasSeveral } = parseDeadline('信息形成之日起20个工作日内；其中价格信息每月公开');
    expect(rule).toMatchObject(working(20, 'formed-or-changed'));
    expect(hasSeveral).toBe(true);
  });

  test('how long a list hangs is no deadline › when both stand in the cell › the deadline is taken', () => {
    expect(parseDeadline('公示7个工作日，制定信息之日起10个工作日内').rule).toMatchObject(
      working(10, 'made-or-obtained'),
    );
    expect(parseDeadline('制定或获取信息之日起10个工作日内,公示7个工作日')).toMatchObject({
      rule: { days: 10 },
      hasSeveral: false,
    });
  });

  test.each(['同上', ' 同 上 ', '（同上）', '〃', '同上。'])('%j points at the cell above', (words) => {
    expect(saysSameAsAbove(words)).toBe(true);
  });
});

describe('deadline › properties', () => {
  test('any text › it never throws and keeps the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (words) => {
        const { rule } = parseDeadline(words);
        expect(typeof rule.text).toBe('string');
        if ('days' in rule) expect(rule.days).toBeGreaterThan(0);
      }),
    );
  });

  test('any number of days with blanks anywhere › the same rule comes out', () => {
    const blanks = fc.constantFrom('', ' ', '\n', '\u3000', '  ');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 365 }),
        fc.array(blanks, { minLength: 20, maxLength: 20 }),
        (days, gaps) => {
          const spaced = [...`信息形成之日起${days}个工作日内`]
            .map((character, at) => character + (gaps[at] ?? ''))
            .join('');
          expect(parseDeadline(spaced).rule).toMatchObject({
            type: 'working-days',
            days,
            from: 'formed-or-changed',
          });
        },
      ),
    );
  });

  test('a rule read again from its own words › it is the same rule', () => {
    const words = fc.constantFrom(
      '每年更新2次',
      '提前5日',
      '批准后20日内',
      '及时',
      '长期',
      '形成之日起3个工作日内',
      '按需',
    );
    fc.assert(
      fc.property(words, (text) => {
        const { rule } = parseDeadline(text);
        expect(parseDeadline(rule.text).rule).toEqual(rule);
      }),
    );
  });
});
