// The demonstration venue's registers: recognised by their headings, clean on import, and nobody's real data.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { defaultTree } from '#hub/editorial/default-tree.ts';
import { ingestFile } from '#hub/ingest/ingest-file.ts';
import { projectEntry } from '#shared/registers/project-register.ts';
import { registerTemplates } from '#shared/registers/templates.ts';
import { type ReadTable, readTableFile } from '../registers/read-table.ts';
import { readDemoContent } from './read-demo-content.ts';

interface Listed {
  readonly file: string;
  readonly id: string;
  readonly template: string;
  readonly title: string;
  readonly agency: string;
  readonly treePath: readonly string[] | null;
  readonly period: string | null;
}

const folder = fileURLToPath(new URL('../../../admin/hub/demo/content/registers/', import.meta.url));
const listed = JSON.parse(readFileSync(`${folder}registers.json`, 'utf8')) as readonly Listed[];
const tables = new Map(listed.map(({ file }) => [file, readTableFile(folder + file)]));
const tableOf = (file: string): ReadTable => {
  const table = tables.get(file);
  if (table === undefined) throw new Error(`${file} is not listed`);
  return table;
};
const entriesOf = (table: ReadTable) => table.rows.map(({ cells }) => projectEntry(table.definition, cells));

describe('demonstration registers', () => {
  test('when all are counted › every ready-made register has its sample, and every file is listed', () => {
    expect(new Set(listed.map(({ template }) => template))).toEqual(
      new Set(registerTemplates.map(({ id }) => id)),
    );
    const files = readdirSync(folder).filter((name) => name !== 'registers.json');
    expect(files.sort()).toEqual(listed.map(({ file }) => file).sort());
  });

  test.each(['README.md', 'README.zh-CN.md'])('when %s is read › it names every one by its id', (name) => {
    const text = readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
    expect(registerTemplates.filter(({ id }) => !text.includes(`| \`${id}\` |`))).toEqual([]);
  });

  test.each(listed.map(({ file, template, period }) => [file, template, period] as const))(
    '%s › when imported without saying what it is › it is known and every row is taken',
    (file, template, period) => {
      const table = tableOf(file);
      expect(table.template).toBe(template);
      expect(table.confidence).toBeGreaterThanOrEqual(0.6);
      if (period !== null) expect(table.period ?? period).toBe(period);
      expect(table.rows.length).toBeGreaterThanOrEqual(6);
      expect(table.rows.flatMap(({ problems }) => problems)).toEqual([]);
      expect(table.rows.flatMap(({ warnings }) => warnings)).toEqual([]);
      expect(new Set(table.rows.map(({ identity }) => identity)).size).toBe(table.rows.length);
      expect(table.mapping.filter((key) => key?.startsWith('c') && /^c\d+$/u.test(key))).toEqual([]);
    },
  );

  test.each(listed.map(({ file }) => file))(
    '%s › when the hub reads it unasked › it is a register',
    async (file) => {
      const source = { name: file, path: folder + file, bytes: statSync(folder + file).size };
      const types: string[] = [];
      for await (const read of ingestFile(source, { as: null, agencyName: null, today: '2026-11-26' })) {
        for await (const event of read.events) types.push(event.type);
      }
      expect(types).toContain('table');
    },
  );

  test.each(listed.map(({ file }) => file))(
    '%s › when projected › its views have figures and nothing fails to add up',
    (file) => {
      const table = tableOf(file);
      const { details } = table.project();
      const chosen = table.definition.views.map(({ view }) => view);
      expect([...new Set(details.views.map(({ view }) => view))]).toEqual([...new Set(chosen)]);
      expect(details.views.length).toBeGreaterThanOrEqual(chosen.length);
      expect(details.notes.filter(({ text }) => !/^20\d\d年/u.test(text))).toEqual([]);
      for (const { title } of entriesOf(table)) expect(title).not.toBe('—');
    },
  );

  test('when a budget has income and spending › each is drawn and compared by itself', () => {
    const { views, notes } = tableOf('一般公共预算收支.csv').project().details;
    const charts = views.flatMap((view) => (view.view === 'chart' ? [view.chart] : []));
    expect(charts.map(({ type, title }) => [type, title.split('：')[1]])).toEqual([
      ['bar', '收入'],
      ['bar', '支出'],
      ['composition', '收入，2026年预算数'],
      ['composition', '支出，2026年预算数'],
    ]);
    expect(charts[0]?.categories).toEqual(['税收收入', '非税收入']);
    expect(charts[2]?.categories.length).toBe(11);
    expect(notes.map(({ text }) => text)).toEqual([
      '2026年预算数收入合计191,800万元，比2025年执行数增加7,600万元，增长4.13%。',
      '2026年预算数支出合计483,000万元，比2025年执行数增加15,400万元，增长3.29%。',
    ]);
  });

  test('when agencies and places in the tree are named › the venue has them', async () => {
    const { agencies } = await readDemoContent();
    const known = new Set(agencies.map(({ name }) => name));
    const nodes = new Set(defaultTree().map(({ title }) => title));
    expect(listed.filter(({ agency }) => !known.has(agency))).toEqual([]);
    expect(listed.filter(({ treePath }) => treePath?.some((title) => !nodes.has(title)))).toEqual([]);
  });

  test('when two weeks of complaints are compared › firms rise, fall, stay, share a place and come in anew', () => {
    const [before, now] = ['46', '47'].map((week) => tableOf(`消费投诉排行（2026年第${week}周）.csv`));
    const views = now?.project(before).details.views ?? [];
    const ranking = views.find((view) => view.view === 'ranking');
    const places = ranking?.rows.map(({ place, movement }) => [place, movement]);
    expect(places?.slice(0, 4)).toEqual([
      [1, 2],
      [2, 0],
      [2, -1],
      [4, 2],
    ]);
    expect(ranking?.rows.filter(({ movement }) => movement === null).length).toBe(2);
  });

  test('when the black list is projected › one entry is over, one lasts for years, and persons are masked', () => {
    const entries = entriesOf(tableOf('失信黑榜.csv'));
    const ends = entries.map(({ shown }) => shown?.until ?? '').sort();
    expect(ends[0]).toBe('2026-06-30T16:00:00.000Z');
    expect(ends.at(-1)).toBe('2036-12-31T16:00:00.000Z');
    const names = entries.map(({ title }) => title);
    expect(names).toContain('鲁*言');
    expect(names).toContain('欧阳*谷');
    expect(names).toContain('鹤汀街道某食品加工点（经营者：钱*川）');
  });

  test('when every register is projected › no name or number of a private person is in any of them', () => {
    const trusted = ['诚信红榜.csv', '失信黑榜.csv'].flatMap((file) => tableOf(file).rows);
    const numbers = trusted.flatMap(({ cells }) =>
      /^0{6}/u.test(cells.code ?? '') ? [cells.code ?? ''] : [],
    );
    const secrets = [...numbers, '鲁伯言', '欧阳若谷', '钱小川', '苗有成', '柴若素'];
    expect(numbers.length).toBe(4);
    for (const table of tables.values()) {
      const published = JSON.stringify([entriesOf(table), table.project()]);
      expect(secrets.filter((secret) => published.includes(secret))).toEqual([]);
    }
  });

  test('when codes and phones are looked at › they are of the impossible region, and of the venue', () => {
    for (const { file } of listed) {
      const text = readFileSync(folder + file, 'utf8');
      for (const [code] of text.matchAll(/(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])/gu))
        expect(code, file).toMatch(/^(?:\d\d)?000000/u);
      for (const [phone] of text.matchAll(/(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/gu))
        expect(phone, file).toMatch(/^0600-555/u);
    }
  });
});
