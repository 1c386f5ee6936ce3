// Tables 2 and 3 from the ledger: a simulated year of five thousand requests against a count that knows only the script.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCalendar } from '#hub/calendar/calendar-store.ts';
import { standingColumns, standingOf } from '#hub/cases/case-events.ts';
import { requestFigures } from '#hub/reports/annual/request-figures.ts';
import { createReportServices } from '#hub/reports/report-services.ts';
import { addDays } from '#shared/calendar/civil-day.ts';
import type { CourseEvent } from '#shared/cases/case-course.ts';
import { replyKinds, resultRowOf } from '#shared/cases/replies.ts';
import { withholdingGrounds } from '#shared/catalogue/withholding-grounds.ts';
import { emptyContent } from '#shared/reports/annual-content.ts';
import {
  applicants,
  disputeOutcomes,
  disputes,
  resultRows,
  table2Rows,
} from '#shared/reports/annual-form.ts';
import { columns, findFaults, handledCount, requestCount } from '#shared/reports/annual-sums.ts';
import { type CasesDesk, openCasesDesk } from '../../support/case-desk.ts';

const year = 2023;
const count = 5000;
let desk: CasesDesk;

/** Repeatable dice. */
function dice(seed: number) {
  let state = seed >>> 0;
  const below = (size: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * size);
  };
  return { below, of: <T>(all: readonly T[]): T => all[below(all.length)] as T };
}

/** A request as its script tells it: what settles it when, and what takes it up again. */
interface Scripted {
  readonly agency: 0 | 1;
  readonly applicant: (typeof applicants)[number];
  readonly received: string;
  readonly turns: readonly { readonly on: string; readonly row: string | null }[];
  readonly disputes: readonly { readonly on: string; readonly kind: string; readonly outcome: string }[];
  readonly events: readonly CourseEvent[];
}

function scripted(roll: ReturnType<typeof dice>): Scripted {
  let on = addDays(`${year - 1}-11-01`, roll.below(425));
  const received = on;
  const events: CourseEvent[] = [{ kind: 'received', on, facts: {} }];
  const turns: { on: string; row: string | null }[] = [];
  const disputed: { on: string; kind: string; outcome: string }[] = [];
  const later = (most: number) => (on = addDays(on, roll.below(most)));
  const add = (kind: CourseEvent['kind'], facts: CourseEvent['facts'] = {}) =>
    events.push({ kind, on, facts });
  const settle = () => {
    later(40);
    const way = roll.below(20);
    if (way === 0) add('withdrawn');
    else if (way === 1) add('moved', { to: '某局', contact: '' });
    else if (way === 2) add('merged', { into: 'x', intoId: 'x' });
    if (way <= 2) return void turns.push({ on, row: way === 1 ? 'not-held' : 'other-result' });
    const kind = roll.of(replyKinds);
    const ground = kind === 'refused' ? roll.of(withholdingGrounds) : null;
    add('replied', { kind, ground });
    turns.push({ on, row: resultRowOf(kind, ground) });
  };
  if (roll.below(4) === 0) {
    later(7);
    add('completion-asked', { until: addDays(on, 20) });
    if (roll.below(4) > 0) {
      later(20);
      add('completed');
    }
  } else if (roll.below(3) === 0) {
    later(5);
    add('consultation-begun', { party: '1', with: 'third-party' });
    later(20);
    add('consultation-answered', { party: '1', opinion: 'agrees' });
  }
  if (roll.below(12) > 0) settle();
  while (turns.at(-1)?.row != null && roll.below(8) === 0) {
    if (roll.below(2) === 0) {
      later(60);
      const kind = roll.of(disputes);
      for (const outcome of roll.below(2) === 0
        ? ['pending']
        : ['pending', roll.of(['upheld', 'corrected', 'other'])]) {
        later(90);
        add('dispute', { dispute: kind, outcome });
        disputed.push({ on, kind, outcome });
      }
    }
    later(200);
    add('reopened');
    turns.push({ on, row: null });
    if (roll.below(5) > 0) settle();
  }
  const agency = roll.below(3) === 0 ? 1 : 0;
  return { agency, applicant: roll.of(applicants), received, turns, disputes: disputed, events };
}

let requests: Scripted[];

beforeAll(async () => {
  desk = await openCasesDesk();
  const roll = dice(711);
  requests = Array.from({ length: count }, () => scripted(roll));
  const source = { calendar: await loadCalendar(desk.desk.db), answerWorkingDays: 15 };
  await desk.desk.db.transaction().execute(async (db) => {
    for (const [at, { agency, applicant, events }] of requests.entries()) {
      const row = { kind: 'request', channel: 'counter' };
      await db
        .insertInto('cases')
        .values({
          ...{
            id: `c${at}`,
            ...row,
            number: `第${at}号`,
            code_digest: `d${at}`,
            may_publish: 0,
            revision: 1,
          },
          ...standingColumns(standingOf(source, row, events)),
          ...{ agency_id: agency === 0 ? desk.agencyId : desk.otherAgencyId, applicant_class: applicant },
          ...{ wrapped_key: 'k', sealed: 's', created_at: '', updated_at: '' },
        } as never)
        .execute();
      for (const { kind, on, facts } of events) {
        const event = {
          case_id: `c${at}`,
          kind,
          at: '',
          on_day: on,
          who: '',
          facts_json: JSON.stringify(facts),
        };
        await db
          .insertInto('case_events')
          .values({ ...event, sealed: null })
          .execute();
      }
    }
  });
});
afterAll(() => desk.close());

/** What stands at the end of a year: the row it counts in, null while open, undefined before it came. */
function standing({ received, turns }: Scripted, of: number): string | null | undefined {
  if (received > `${of}-12-31`) return undefined;
  return turns.findLast(({ on }) => on <= `${of}-12-31`)?.row ?? null;
}

/** Table 2 as somebody with a pencil fills it in, going through the scripts one by one. */
function naive(of: number, agency: 0 | 1 | null): Record<string, number> {
  const table: Record<string, number> = {};
  const mark = (row: string, applicant: string) => {
    table[`requests.${row}.${applicant}`] = (table[`requests.${row}.${applicant}`] ?? 0) + 1;
  };
  for (const request of requests) {
    if (agency !== null && request.agency !== agency) continue;
    const earlier = [of - 3, of - 2, of - 1].map((one) => standing(request, one));
    const now = standing(request, of);
    if (now === undefined || earlier.some((one) => typeof one === 'string')) continue;
    mark(request.received.startsWith(String(of)) ? 'received' : 'carried', request.applicant);
    mark(now ?? 'carriedOver', request.applicant);
  }
  return table;
}

/** Table 3 with the pencil. The script always begins a dispute with `pending`: each such beginning is one dispute. */
function naiveDisputes(): Record<string, number> {
  const table: Record<string, number> = {};
  for (const { disputes: all } of requests) {
    for (const kind of disputes) {
      const heard = all.filter((one) => one.kind === kind && one.on <= `${year}-12-31`);
      for (const [at, one] of heard.entries()) {
        const next = heard[at + 1];
        const isLast = next === undefined || (one.outcome !== 'pending' && next.outcome === 'pending');
        if (!isLast || (one.outcome !== 'pending' && !one.on.startsWith(String(year)))) continue;
        table[`disputes.${kind}.${one.outcome}`] = (table[`disputes.${kind}.${one.outcome}`] ?? 0) + 1;
      }
    }
  }
  return table;
}

const counted = (figures: Record<string, number | undefined>, table: string) =>
  Object.fromEntries(Object.entries(figures).filter(([key, value]) => key.startsWith(table) && value !== 0));

describe('the tables of a simulated year › counted from the ledger', () => {
  it.each([
    ['all agencies', null],
    ['the first agency', 0],
    ['the second agency', 1],
  ] as const)('%s › every cell of table 2 is what a pencil counts, in each year', async (_name, agency) => {
    const id = agency === null ? null : agency === 0 ? desk.agencyId : desk.otherAgencyId;
    for (const of of [year - 1, year, year + 1]) {
      const figures = await requestFigures(desk.desk.db, of, id);
      expect(counted(figures, 'requests.')).toEqual(naive(of, agency));
    }
  });

  it('in each column what came and was carried is what was handled and is carried over, year after year', async () => {
    const of = async (one: number) => ({
      content: emptyContent(),
      known: await requestFigures(desk.desk.db, one, null),
    });
    const [before, now] = [await of(year - 1), await of(year)];
    for (const column of columns) {
      expect(requestCount(now, 'received', column) + requestCount(now, 'carried', column)).toBe(
        handledCount(now, column) + requestCount(now, 'carriedOver', column),
      );
      expect(requestCount(now, 'carried', column)).toBe(requestCount(before, 'carriedOver', column));
    }
    expect(findFaults(now.content, now.known, before)).toEqual([]);
    for (const row of [...table2Rows, ...resultRows])
      expect(requestCount(now, row, 'total')).toBeGreaterThan(0);
  });

  it('every cell of table 3 is what a pencil counts', async () => {
    const table = naiveDisputes();
    const figures = await requestFigures(desk.desk.db, year, null);
    expect(counted(figures, 'disputes.')).toEqual(table);
    expect(Object.keys(table).length).toBe(disputes.length * disputeOutcomes.length);
  });

  it('the report shows them where staff enter nothing, and adds up without a stroke of the pen', async () => {
    const annual = createReportServices(desk.desk).annual;
    const report = await annual.create({ year, agencyId: desk.agencyId }, desk.clerk);
    expect(report.content.table2.received.person).toBeNull();
    expect(report.known['requests.received.person']).toBe(naive(year, 0)['requests.received.person']);
    const final = await annual.finalise(report.id, report.revision, desk.clerk);
    expect(final.state).toBe('final');
    const none = await requestFigures(desk.desk.db, 2015, null);
    expect(none).toEqual({});
  });
});
