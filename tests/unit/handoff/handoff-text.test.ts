// The text in a symbol: what a visitor needs is there, in order, and nothing empty is.
import { expect, it } from 'vitest';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import {
  essentialLines,
  type HandoffLabels,
  handoffOffice,
  listLines,
  wholeLines,
} from '#shared/handoff/handoff-text.ts';
import { namedRecords } from '#tests/support/kiosk-fixture/fixture-records.ts';
import { agencies, venue } from '#tests/support/kiosk-fixture/venue.ts';
import { columnsOf, registerRecords } from '#tests/support/register-records.ts';

const labels: HandoffLabels = {
  docNo: '文号',
  agency: '发布机构',
  date: '成文日期',
  validity: '有效性',
  ended: { repealed: '已废止', expired: '已失效' },
  period: '公示期',
  contact: '意见与咨询',
  objection: '异议受理',
  place: '地点',
  window: '窗口',
  hours: '时间',
  phone: '电话',
  materials: '材料',
  optional: '非必要',
  limit: '时限',
  fee: '收费',
  conditions: '受理条件',
  steps: '办理环节',
  basis: '法律依据',
  questions: '常见问答',
  summary: '内容概述',
  register: '出自',
  figuresPeriod: '统计期间',
  entries: '收录',
  ranking: '排行',
  notes: '请注意',
  code: '编号',
  colon: '：',
};
const officeOf = (record: CatalogueRecord) =>
  handoffOffice(record, agencies.find(({ id }) => id === record.agencyId) ?? null, venue);

it('a guide › its essentials are what one needs at the counter, in the order one needs it', () => {
  const { record } = namedRecords.guide;
  expect(essentialLines(record, officeOf(record), labels)).toEqual([
    '最低生活保障的申请与审核确认',
    '发布机构：临溪区民政局',
    '成文日期：2026-03-02',
    '地点：临溪区明德路 18 号政务服务中心一层东厅',
    '窗口：民政综合 6 号窗',
    '时间：工作日 9:00—17:00，周六 9:00—12:00',
    '电话：0999-5550 1107',
    '材料：',
    '1. 最低生活保障申请书（原件，1 份）',
    '2. 户口簿、共同生活家庭成员身份证（原件核对，1 份）',
    '3. 家庭经济状况核查授权书（原件，1 份）',
    '4. 残疾人证、重大疾病诊断证明（复印件，非必要）',
    `编号：${record.code}-1`,
  ]);
});

it('a guide › everything adds conditions, steps, basis and answers, a line each', () => {
  const { record } = namedRecords.guide;
  const whole = wholeLines(record, officeOf(record), labels);
  for (const line of ['时限：15 个工作日', '收费：不收费', '受理条件：', '办理环节：', '常见问答：']) {
    expect(whole).toContain(line);
  }
  expect(whole.some((line) => line.includes('\n') || line.trim() === '')).toBe(false);
});

it('a record that ended › says so right behind its title', () => {
  const { record } = namedRecords.normative;
  const ended: CatalogueRecord = { ...record, validity: 'repealed' };
  expect(essentialLines(ended, officeOf(ended), labels)[1]).toBe('有效性：已废止');
});

it('a record without any office of its own › sends people to the hall', () => {
  const office = handoffOffice({ ...namedRecords.normative.record, details: null }, null, venue);
  expect(office).toEqual({ place: venue.address, window: null, hours: venue.hours, phone: venue.phone });
});

it('a list › names each record with its numbers and its code', () => {
  const entries = [namedRecords.guide, namedRecords.normative].map(({ record }) => ({
    record,
    office: officeOf(record),
  }));
  const lines = listLines('我的清单', entries, labels);
  expect(lines[0]).toBe('我的清单');
  expect(lines).toContain('1. 最低生活保障的申请与审核确认');
  expect(lines.filter((line) => line.startsWith('编号：'))).toHaveLength(2);
});

const powers = registerRecords('权责清单.csv', 'PWR');
const complaints = registerRecords('消费投诉排行（2026年第47周）.csv', 'RNK');
const nowhere = { place: null, window: null, hours: null, phone: null };
function entryTitled(title: string): CatalogueRecord {
  const entry = powers.entries.find((one) => one.title === title);
  if (entry === undefined) throw new Error(title);
  return entry;
}

it('an entry › its cells stand under the names of their columns, steps in one line', () => {
  const record = entryTitled('食品经营许可');
  const essential = essentialLines(record, nowhere, labels, columnsOf(powers));
  expect(essential.slice(0, 6)).toEqual([
    '食品经营许可',
    '发布机构：云溪区行政审批局',
    `出自：${powers.register.title}`,
    '职权类型：行政许可',
    '实施主体：明渚区市场监督管理局',
    '职权编码：MZ13-XK-001',
  ]);
  expect(essential.at(-1)).toBe(`编号：${record.code}-1`);
  const whole = wholeLines(record, nowhere, labels, columnsOf(powers));
  expect(whole.filter((line) => line.startsWith('办理流程：'))).toHaveLength(1);
  const cells = record.details?.type === 'entry' ? record.details.cells : [];
  for (const [, text] of cells)
    expect(whole.join('').replaceAll(' ', '')).toContain(text.replaceAll(' ', ''));
  expect(whole).toHaveLength(new Set(whole).size);
});

it('an entry › a cell too long for the essentials is told whole with everything', () => {
  const long = '甲'.repeat(61);
  const record: CatalogueRecord = {
    ...entryTitled('食品经营许可'),
    details: {
      ...{ type: 'entry', registerId: 'g', registerTitle: '名录', facets: [] },
      cells: [['c', long]],
    },
  };
  expect(essentialLines(record, nowhere, labels)).not.toContain(long);
  expect(wholeLines(record, nowhere, labels)).toContain(long);
});

it('a register › its period, how much it holds and, with everything, the first places', () => {
  const whole = wholeLines(complaints.register, nowhere, labels);
  expect(whole).toContain('统计期间：2026年第47周');
  expect(whole).toContain('收录：11');
  const at = whole.indexOf('排行：');
  expect(whole[at + 1]).toMatch(/^1\. .+ 33 件$/u);
  expect(whole.slice(at + 1)).toHaveLength(10);
});

it('a register whose figures are at odds › says so in its essentials', () => {
  const { register } = complaints;
  if (register.details?.type !== 'register') throw new Error('no register');
  const notes = [
    { text: '合计差 2 件', textEn: '', isFault: true },
    { text: '比上周多', textEn: '' },
  ];
  const record: CatalogueRecord = { ...register, details: { ...register.details, notes } };
  const lines = essentialLines(record, nowhere, labels);
  expect(lines).toContain('请注意：合计差 2 件');
  expect(lines.join()).not.toContain('比上周多');
});
