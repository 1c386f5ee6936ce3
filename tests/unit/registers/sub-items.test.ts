// Which items of a table are part of which: what the card of a sub-item leads to.
import { describe, expect, it } from 'vitest';
import { subItemsOf } from '#shared/registers/sub-items.ts';
import { templateOf } from '#shared/registers/templates.ts';

const definition = templateOf('three-public-expenses')?.definition;
if (definition === undefined) throw new Error('no such template');

const subItems = (...names: string[]) =>
  subItemsOf(
    definition,
    names.map((item) => ({ id: item, cells: { item } })),
  );

describe('sub-items › when a table has items below items', () => {
  it('each is led to the one right above it in rank, and totals are part of nothing', () => {
    expect(
      subItems(
        '一、支出',
        '1.公务用车',
        '其中:(1)购置费',
        '(2)运行维护费',
        '2.公务接待费',
        '合计',
        '二、收入',
        '1.拨款',
      ),
    ).toEqual([
      ['1.公务用车', '一、支出'],
      ['其中:(1)购置费', '1.公务用车'],
      ['(2)运行维护费', '1.公务用车'],
      ['2.公务接待费', '一、支出'],
      ['1.拨款', '二、收入'],
    ]);
  });

  it('items whose marks say nothing stand by themselves', () => {
    expect(subItems('民政局', '教育局', '水务局')).toEqual([]);
    expect(subItems('1、民政局', '教育局')).toEqual([]);
  });
});
