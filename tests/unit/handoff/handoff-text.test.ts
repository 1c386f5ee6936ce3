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
