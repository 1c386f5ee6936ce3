// Cases in the ledgers: requests with the columns of the regulation, voices among the opinions written by hand; nobody is named.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dutiesOfStore } from '#hub/reports/bulletins/duty-source.ts';
import { casesOfStore } from '#hub/reports/ledgers/case-source.ts';
import { mergedByDay } from '#hub/reports/ledgers/merge-rows.ts';
import { createReportServices } from '#hub/reports/report-services.ts';
import { type CasesDesk, openCasesDesk } from '../../support/case-desk.ts';

let desk: CasesDesk;
const ledgers = () => createReportServices(desk.desk, dutiesOfStore, casesOfStore(desk.caseDesk)).ledgers;
const scope = { from: null, to: null, agencyId: null, language: 'zh-CN' } as const;

beforeAll(async () => {
  desk = await openCasesDesk();
  desk.on('2024-03-04');
});
afterAll(() => desk.close());

describe('the ledger of requests › when one went its whole way', () => {
  it('a row tells what was asked, counted and answered, and names nobody', async () => {
    const id = await desk.submit({ content: '张晓梅申请公开拆迁补偿方案，电话13912345678。' });
    await desk.act(id, { act: 'ask-completion', on: '2024-03-04', wanted: 'x', until: '2024-03-20' });
    desk.on('2024-03-06');
    await desk.act(id, { act: 'complete', on: '2024-03-06', content: 'y' });
    await desk.act(id, {
      ...{
        act: 'consult',
        on: '2024-03-06',
        with: 'third-party',
        party: '李四平',
        question: '',
        reachedOn: null,
      },
    });
    desk.on('2024-03-08');
    await desk.act(id, { act: 'consulted', on: '2024-03-08', party: '李四平', opinion: 'agrees', note: '' });
    await desk.act(id, {
      ...{ act: 'reply', on: '2024-03-08', kind: 'provided', ground: null, text: '见附件', leftOut: '' },
      ...{ recordIds: [], files: [] },
    });
    await desk.act(id, { act: 'deliver', on: '2024-03-08', route: '当面' });
    await desk.act(id, { act: 'dispute', on: '2024-03-08', dispute: 'review', outcome: 'pending', note: '' });
    const { columns, rows } = await ledgers().shown('requests', scope);
    const row = Object.fromEntries(columns.map(({ key }, at) => [key, rows[0]?.cells[at]]));
    expect(row).toMatchObject({
      ...{ serial: 1, receivedOn: '2024-03-04', channel: '当面', class: '自然人', agency: '民政局' },
      completion: '2024-03-04 告知\n2024-03-06 收到',
      consultation: '2024-03-06 至 2024-03-08',
      ...{ extension: '', dueOn: '2024-04-08', reply: '予以公开', repliedOn: '2024-03-08' },
      ...{ deliveredOn: '2024-03-08', dispute: '行政复议：尚未审结' },
    });
    expect(rows[0]?.link).toEqual({ kind: 'case', id });
    expect(JSON.stringify(rows)).not.toMatch(/张晓梅|13912345678|李四平/u);
    const english = await ledgers().shown('requests', { ...scope, language: 'en' });
    expect(english.rows[0]?.cells).toContain('Provided');
  });

  it('somebody bound to another agency finds none of it', async () => {
    const { rows } = await ledgers().shown('requests', { ...scope, agencyId: desk.otherAgencyId });
    expect(rows).toEqual([]);
  });
});

describe('the register of opinions › when some came as cases and some were written by hand', () => {
  it('they stand in one row of numbers by their days, without names', async () => {
    const byHand = async (date: string, content: string) => {
      const words = {
        channel: 'box',
        person: '',
        contact: '',
        content,
        handling: '',
        outcome: 'registered',
      } as const;
      await ledgers().add(
        { date, agencyId: desk.agencyId, content: { ledger: 'opinions', ...words, repliedOn: null } },
        desk.clerk,
      );
    };
    await byHand('2024-03-01', '手记一');
    await byHand('2024-03-09', '手记二');
    desk.on('2024-03-05');
    const id = await desk.submit({ kind: 'opinion', content: '路灯不亮，联系人：王大力，13912345678。' });
    await desk.act(id, { act: 'answer', on: '2024-03-05', text: '已修好，王大力同志。', outcome: 'done' });
    const { rows } = await ledgers().shown('opinions', scope);
    expect(rows.map(({ cells }) => cells[0])).toEqual([1, 2, 3]);
    expect(rows.map(({ cells }) => cells[2])).toEqual(['2024-03-01', '2024-03-05', '2024-03-09']);
    expect(rows[1]?.cells).toEqual(
      expect.arrayContaining(['网上', '已办结', '民政局', '2024-03-05'].slice(1)),
    );
    expect(JSON.stringify(rows)).not.toMatch(/王大力|13912345678/u);
  });
});

describe('two sources of rows › merged by day', () => {
  it('no row is lost or told twice, however the batches fall', async () => {
    async function* batches(days: readonly (readonly string[])[]) {
      for (const some of days) yield some.map((day) => ({ day, cells: [day] }));
    }
    const merged: (string | number | null)[][] = [];
    const first = batches([[], ['1', '3'], [], ['3', '9']]);
    for await (const batch of mergedByDay(first, batches([['2', '3'], ['4']])))
      merged.push(...batch.map(({ cells }) => [...cells]));
    expect(merged).toEqual(['1', '2', '3', '3', '3', '4', '9'].map((day, at) => [at + 1, day]));
  });
});
