// The summary of a consultation: its counts against a recount, and what its draft says and escapes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitiseHtml } from '#hub/ingest/sanitise-html.ts';
import { verdicts } from '#shared/consultations/consultation.ts';
import { seatsOf } from '#shared/consultations/hearing-seats.ts';
import {
  countByPoint,
  pointName,
  type SortedReply,
  summaryBody,
  summaryTitle,
  sumOfPoints,
} from '#shared/consultations/summarise.ts';

const points = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 6 });
const reply: fc.Arbitrary<SortedReply> = fc.record({
  point: fc.option(fc.integer({ min: 0, max: 8 })),
  verdict: fc.option(fc.constantFrom(...verdicts)),
  gist: fc.string({ maxLength: 20 }),
  reason: fc.string({ maxLength: 20 }),
});

describe('counts by point › of any replies', () => {
  it('every line and the sum › are what counting one by one gives', () => {
    fc.assert(
      fc.property(points, fc.array(reply, { maxLength: 60 }), (names, replies) => {
        const counts = countByPoint(names, replies);
        const isOf = (one: SortedReply, point: number | null) =>
          point === null ? one.point === null || one.point >= names.length : one.point === point;
        for (const { point, received, taken, partly, notTaken, unsorted } of counts) {
          const own = replies.filter((one) => isOf(one, point));
          const of = (verdict: SortedReply['verdict']) => own.filter((one) => one.verdict === verdict).length;
          expect([received, taken, partly, notTaken, unsorted]).toEqual([
            own.length,
            of('taken'),
            of('partly'),
            of('not-taken'),
            of(null),
          ]);
        }
        expect(sumOfPoints(counts).received).toBe(replies.length);
        expect(counts.filter(({ point }) => point !== null)).toHaveLength(names.length);
      }),
    );
  });
});

describe('the draft of a summary › from what was sorted', () => {
  const facts = {
    title: '关于公开征求《停车办法（草案）》意见的公告',
    agencyName: '市城管局',
    kind: 'comment',
    startsOn: '2024年5月6日',
    endsOn: '2024年6月5日',
    points: ['总则', '收费'],
  } as const;

  it('its title › names the draft, not the notice', () => {
    expect(summaryTitle(facts.title, 'comment')).toBe('关于《停车办法（草案）》公众意见采纳情况的反馈');
  });

  it('sorted replies › are told by point with verdict and reason, equal ones once with their number', () => {
    const same = { point: 1, verdict: 'not-taken', gist: '夜间免费', reason: '成本须由使用者承担' } as const;
    const html = summaryBody(facts, [
      same,
      same,
      { point: null, verdict: 'taken', gist: '用词统一', reason: '' },
    ]);
    const text = sanitiseHtml(html).text;
    expect(text).toContain('共收到意见建议3条，其中采纳1条，部分采纳0条，未采纳2条');
    expect(text).toContain('夜间免费（2条）');
    expect(text.match(/成本须由使用者承担/g)).toHaveLength(1);
    expect(html).toContain('<h2>收费（2条）</h2>');
    expect(html).not.toContain('总则');
  });

  it('any words at all › cannot become markup', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const html = summaryBody({ ...facts, points: [words] }, [
          { point: 0, verdict: 'partly', gist: words, reason: words },
        ]);
        const tags = html.match(/<[^>]*>/g) ?? [];
        expect(tags.every((tag) => /^<\/?(?:p|h2|table|thead|tbody|tr|th|td)>$/.test(tag))).toBe(true);
      }),
    );
  });

  it('a point nobody knows any more › counts for the whole', () => {
    expect(pointName(null, [])).toBe('全文');
    expect(pointName(null, ['总则'])).toBe('其他或全文');
  });
});

describe('seats of a hearing › by the order of arrival', () => {
  it('any withdrawals › the first who stay have the seats, the others wait in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { maxLength: 40 }),
        fc.integer({ min: 1, max: 20 }),
        (gone, seats) => {
          const told = seatsOf(
            gone.map((isWithdrawn) => ({ isWithdrawn })),
            seats,
          );
          const staying = told.filter((_, at) => !gone[at]);
          expect(staying.map(({ place }) => place)).toEqual(staying.map((_, at) => at + 1));
          expect(staying.filter(({ isWaiting }) => !isWaiting)).toHaveLength(Math.min(seats, staying.length));
          expect(staying.map(({ isWaiting }) => isWaiting)).toEqual(staying.map((_, at) => at >= seats));
        },
      ),
    );
  });
});
