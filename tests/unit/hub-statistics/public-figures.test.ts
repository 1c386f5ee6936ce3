// Public figures from the store against a recount that uses no SQL, and what of them a release carries.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgency } from '#hub/editorial/agencies.ts';
import { loadPublicFigures } from '#hub/statistics/public-figures.ts';
import { takeCounts, takeQueries } from '#hub/statistics/take-statistics.ts';
import type { CaseTable } from '#hub/store/case-tables.ts';
import { caseKinds, caseOutcomes, caseStates } from '#shared/cases/case-kinds.ts';
import { parseFigures } from '#shared/release/parse-figures.ts';
import { personalItems } from '#tests/support/personal-items.ts';
import { agencyInput, clerk, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

let temp: TempDesk;
let agencies: readonly string[];
beforeEach(async () => {
  temp = await openTempDesk();
  const made = [];
  for (const name of ['民政局', '教育局'])
    made.push((await createAgency(temp.desk, agencyInput(name), clerk)).id);
  agencies = made;
});
afterEach(() => temp.close());

type Row = CaseTable;
let ids = 0;

/** A row as the ledger has it, with what a test says of it. */
function row(changes: Partial<Row>): Row {
  const id = `c${String(++ids).padStart(6, '0')}`;
  return {
    ...{ id, kind: 'opinion', number: id, code_digest: id, phone_digest: null, submission_id: null },
    ...{ channel: 'online', state: 'received', agency_id: null, handler_id: null, applicant_class: null },
    ...{
      record_id: null,
      record_version: null,
      consultation_id: null,
      received_on: '2024-03-01',
      due_on: null,
    },
    ...{ reply_kind: null, ground: null, replied_on: null, outcome: null, satisfaction: null },
    ...{ wanted_form: null, wanted_route: null, may_publish: 0, person_digest: null, words_digest: null },
    ...{ merged_into: null, published_json: null, published_at: null, content_record_id: null },
    ...{
      wrapped_key: 'k',
      sealed: 's',
      revision: 1,
      created_at: '',
      updated_at: '',
      settled_on: null,
      erased_at: null,
    },
    ...changes,
  };
}

const insert = (rows: readonly Row[]) =>
  rows.length === 0
    ? Promise.resolve()
    : temp.desk.db
        .insertInto('cases')
        .values([...rows])
        .execute();

const showAgencies = (isShown: boolean) =>
  temp.desk.db
    .insertInto('case_settings')
    .values({
      id: 1,
      settings_json: JSON.stringify({ showAgencyFigures: isShown }),
      updated_at: '',
      updated_by: '',
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ settings_json: JSON.stringify({ showAgencyFigures: isShown }) }),
    )
    .execute();

const caseRow = fc.record({
  kind: fc.constantFrom(...caseKinds),
  state: fc.constantFrom(...caseStates),
  outcome: fc.option(fc.constantFrom(...caseOutcomes)),
  satisfaction: fc.option(fc.integer({ min: 1, max: 5 })),
  received_on: fc.constantFrom('2023-12-31', '2024-01-01', '2024-02-07', '2024-05-06', '2024-12-31'),
  replied_on: fc.option(fc.constantFrom('2024-05-06', '2024-05-07', '2024-06-30')),
  due_on: fc.option(fc.constantFrom('2024-05-01', '2024-05-06', '2024-06-30')),
  agency: fc.option(fc.constantFrom(0, 1)),
});

const told = (count: number) => (count > 0 && count < 5 ? null : count);

describe('figures of cases', () => {
  it('on any ledger › equal a recount row by row, with the small ones held back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(caseRow, { maxLength: 60 }), async (drawn) => {
        await temp.desk.db.deleteFrom('cases').execute();
        await showAgencies(true);
        const rows = drawn.map(({ agency, ...rest }) =>
          row({ ...rest, agency_id: agency === null ? null : (agencies[agency] ?? null) }),
        );
        await insert(rows);
        const figures = await loadPublicFigures(temp.desk);
        const counted = rows.filter(
          (one) => one.received_on.startsWith('2024') && one.state !== 'merged' && one.state !== 'withdrawn',
        );
        const becameOf = (one: Row) =>
          one.outcome ?? (['answered', 'closed', 'moved'].includes(one.state) ? 'done' : 'under-way');
        const voices = counted.filter(({ kind }) =>
          ['opinion', 'complaint', 'suggestion', 'question'].includes(kind),
        );
        const requests = counted.filter(({ kind }) => kind === 'request');
        const cases = figures?.cases ?? null;
        if (voices.length + requests.length === 0) expect(cases).toBeNull();
        else {
          const of = (outcome: string) => voices.filter((one) => becameOf(one) === outcome).length;
          expect(cases?.opinions.parts).toEqual({
            done: told(of('done')),
            underWay: told(of('under-way')),
            notPossible: told(of('not-possible')),
          });
          const waiting = requests.filter((one) => becameOf(one) === 'under-way').length;
          expect(cases?.requests.parts).toEqual({
            answered: told(requests.length - waiting),
            waiting: told(waiting),
          });
          if (cases?.opinions.isWhole) expect(cases.opinions.total).toBe(voices.length);
          const marks = [...voices, ...requests].flatMap(({ satisfaction }) => satisfaction ?? []);
          expect(cases?.satisfied).toBe(told(marks.length));
          expect(cases?.satisfaction === null).toBe(marks.length < 5);
        }
        for (const line of figures?.board ?? []) {
          const own = counted.filter((one) => one.agency_id === line.agencyId && one.state !== 'moved');
          const late = own.filter(
            (one) => one.due_on !== null && (one.replied_on ?? '2024-05-06') > one.due_on,
          );
          expect(line.overdue).toBe(told(late.length));
          expect(line.medianDays === null).toBe(own.filter((one) => one.replied_on !== null).length < 5);
        }
        if (figures) expect(parseFigures(JSON.parse(JSON.stringify(figures)))).toEqual(figures);
      }),
      { numRuns: 60 },
    );
  });

  it('the board › counts working days by the notices, and is there only where staff let it be', async () => {
    const [agency_id = ''] = agencies;
    // From a Friday: Monday is the first working day after it.
    const replied = ['2024-03-04', '2024-03-04', '2024-03-05', '2024-03-06', '2024-03-07'];
    await insert(
      replied.map((replied_on) =>
        row({ agency_id, received_on: '2024-03-01', replied_on, state: 'answered' }),
      ),
    );
    expect((await loadPublicFigures(temp.desk))?.board).toBeNull();
    await showAgencies(true);
    expect((await loadPublicFigures(temp.desk))?.board).toEqual([
      { agencyId: agency_id, name: '民政局', medianDays: 2, satisfaction: null, overdue: 0 },
    ]);
    await showAgencies(false);
    expect((await loadPublicFigures(temp.desk))?.board).toBeNull();
  });
});

describe('use', () => {
  const counts = (on: string, sums: Record<string, number>) =>
    takeCounts(
      temp.desk.db,
      { kind: 'counts', id: `i${String(++ids).padStart(22, '0')}`, on, hour: 9, sums },
      { terminalId: 't1', at: '' },
    );

  it('of this month and the last › is told without its small numbers; nothing at all where nobody came', async () => {
    expect(await loadPublicFigures(temp.desk)).toBeNull();
    await counts('2024-05-02', {
      visits: 1234,
      searches: 4,
      'opened.guide': 30,
      'opened.page': 2,
      'handed.qr': 6,
    });
    await counts('2024-04-30', { visits: 3 });
    await counts('2024-03-31', { visits: 999 });
    const figures = await loadPublicFigures(temp.desk);
    expect(figures).toEqual({
      asOf: '2024-05-06',
      months: [
        { month: '2024-05', visits: 1234, searches: null, opened: 32, handedOff: 6 },
        { month: '2024-04', visits: null, searches: 0, opened: 0, handedOff: 0 },
      ],
      cases: null,
      answers: [],
      board: null,
    });
  });
});

describe('words people searched for', () => {
  it('whatever they are › are in no figure a release carries', async () => {
    const arrival = { terminalId: 't1', at: '' };
    const sought = [...personalItems(300), '殡葬补贴'].map((words) => words.slice(0, 40));
    const words = sought.map((one) => ({ words: one, sessions: 9, foundNothing: true }));
    const id = `i${String(++ids).padStart(22, '0')}`;
    await takeQueries(temp.desk.db, { kind: 'queries', id, on: '2024-05-02', words }, arrival);
    await insert(Array.from({ length: 9 }, () => row({ state: 'answered' })));
    const told = JSON.stringify(await loadPublicFigures(temp.desk));
    expect(told).toContain('"done":9');
    for (const one of sought) expect(told).not.toContain(one);
  });
});

describe('published answers', () => {
  it('are the newest, cut to what a terminal carries, and nothing unreadable', async () => {
    const answer = (at: number, published_json: string) =>
      row({
        published_json,
        published_at: `2024-04-01T00:00:${String(at % 60).padStart(2, '0')}.${String(at).padStart(3, '0')}Z`,
        agency_id: agencies[0] ?? null,
        received_on: '2023-01-01',
      });
    const text = (at: number, length: number) =>
      JSON.stringify({ title: `题${at}`, question: '问'.repeat(length), answer: '答'.repeat(length) });
    await insert([
      ...Array.from({ length: 210 }, (_, at) => answer(at, text(at, 20))),
      answer(300, '{broken'),
      answer(301, JSON.stringify({ title: '题' })),
      answer(302, text(302, 9_000)),
    ]);
    const figures = await loadPublicFigures(temp.desk);
    expect(figures?.answers.length).toBeLessThanOrEqual(200);
    expect(figures?.answers.length).toBeGreaterThan(150);
    const long = figures?.answers.find(({ title }) => title === '题302');
    expect(long?.question).toHaveLength(501);
    expect(long?.answer).toHaveLength(1501);
    expect(long?.agencyName).toBe('民政局');
    expect(parseFigures(JSON.parse(JSON.stringify(figures)))).toEqual(figures);
  });

  it('however many and long › stay within their room', async () => {
    const json = JSON.stringify({ title: '题', question: '问'.repeat(500), answer: '答'.repeat(1_500) });
    await insert(
      Array.from({ length: 150 }, () => row({ published_json: json, published_at: '2024-04-01T00:00:00Z' })),
    );
    const size = JSON.stringify((await loadPublicFigures(temp.desk))?.answers).length;
    expect(size).toBeLessThan(150_000);
  });
});
