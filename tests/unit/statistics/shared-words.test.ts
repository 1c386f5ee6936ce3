// No words leave a terminal that few searched for, or that name or number anybody.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewestSessions, isShareable, normaliseWords } from '#shared/statistics/shareable-words.ts';
import { addVisit, closeTally, emptyTally, type Tally, tallyLimits } from '#shared/statistics/tally.ts';
import { sumVisit } from '#shared/statistics/visit-notes.ts';
import { personalItems } from '#tests/support/personal-items.ts';

const morning = Date.parse('2026-11-21T01:00:00Z');
const nextDay = '2026-11-22T09';
let ids = 0;
const newId = () => `id-${++ids}`;

/** A visit that searches for these words, each looked at for a while. */
function visitFor(words: readonly string[], found = 1) {
  return sumVisit(
    words.flatMap((subject, index) => [
      { what: 'touch', at: morning + index * 60_000 },
      { what: 'search', at: morning + index * 60_000, subject, found },
      { what: 'rated', at: morning + index * 60_000 + 1 },
    ]),
  );
}

const visits = (all: readonly (readonly string[])[], start: Tally = emptyTally) =>
  all.reduce((tally, words) => addVisit(tally, visitFor(words), newId), start);

const queriesOf = (tally: Tally) =>
  closeTally(tally, nextDay, newId).closing.flatMap((item) => (item.kind === 'queries' ? item.words : []));

describe('words', () => {
  it('searched for by any visits › leave when five did, with the true number, and are else not even kept', () => {
    const words = ['公积金', '落户条件', '低保标准', '学区划分', '宅基地'];
    fc.assert(
      fc.property(fc.array(fc.subarray(words), { maxLength: 40 }), (searched) => {
        const tally = visits(searched);
        const told = new Map(queriesOf(tally).map((one) => [one.words, one.sessions]));
        for (const word of words) {
          const sessions = searched.filter((visit) => visit.includes(word)).length;
          expect(told.get(word) ?? 0).toBe(sessions >= fewestSessions ? sessions : 0);
          expect(JSON.stringify(tally).includes(word)).toBe(sessions >= fewestSessions);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('searched for again and again in one visit › count once', () => {
    expect(
      queriesOf(visits(Array.from({ length: 4 }, () => ['落户', '低保', '落户', '低保', '落户']))),
    ).toEqual([]);
  });

  it('of yesterday › say nothing of today: the marks have another salt and are wiped with the day', () => {
    const tally = visits(Array.from({ length: 4 }, () => ['落户条件']));
    const later = closeTally(tally, nextDay, newId);
    expect(later.days).toEqual({});
    expect(later.hours).toEqual({});
  });

  it('of a busy day › never outgrow their room, and a count that gave way is too low, not too high', () => {
    const many = Array.from({ length: tallyLimits.marks + 100 }, (_, at) =>
      [...String(at)]
        .map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)])
        .concat('办理流程')
        .join(''),
    );
    const tally = visits([many.slice(0, 600), many.slice(600), many.slice(0, 50)]);
    const day = tally.days['2026-11-21'];
    expect(Object.keys(day?.marks ?? {}).length).toBeLessThanOrEqual(tallyLimits.marks);
    expect(
      queriesOf(visits([many.slice(0, 50), many.slice(0, 50)], tally)).every((one) => one.sessions <= 5),
    ).toBe(true);
  });
});

describe('300 personal items', () => {
  it('typed as searches by five visits each › stand in no item, and in nothing that is kept', () => {
    const items = personalItems(300);
    expect(new Set(items).size).toBe(300);
    let tally = emptyTally;
    for (let visit = 0; visit < fewestSessions; visit++) {
      for (let from = 0; from < items.length; from += 50)
        tally = visits([items.slice(from, from + 50)], tally);
    }
    const kept = JSON.stringify(tally);
    const sent = JSON.stringify(closeTally(tally, nextDay, newId));
    for (const item of items) {
      expect(isShareable(normaliseWords(item)), item).toBe(false);
      expect(kept).not.toContain(item);
      expect(sent).not.toContain(item);
    }
  });
});

describe('everyday words', () => {
  it.each([
    ['社保卡', '公积金提取', '公租房申请', '高考成绩查询', '居住证', '不动产登记', '房产证办理', '路灯报修'],
    [
      '2026年低保标准',
      '财办〔2024〕12号',
      '拆迁补偿',
      '残疾人补贴',
      '党建',
      '车管所',
      '高龄津贴',
      '计划生育',
    ],
  ])('%s … › may leave', (...words) => {
    for (const one of words) expect(isShareable(normaliseWords(one)), one).toBe(true);
  });
});
