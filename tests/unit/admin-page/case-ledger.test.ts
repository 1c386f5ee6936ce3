// The ledger of cases at the desk: its address, what the hub is asked, its figures, and the time a case has left.
import { describe, expect, it } from 'vitest';
import {
  casesAddress,
  countChoices,
  filterOf,
  hubQuery,
  isNarrowed,
  narrowed,
} from '#admin-page/state/case-list.ts';
import { timeLeft } from '#admin-page/state/case-time.ts';

const counts = { open: 9, overdue: 2, dueSoon: 3, unassigned: 1, toDecide: 0 };

describe('casesAddress › when a filter is put into an address', () => {
  it('and read back › it is the same filter', () => {
    const filter = { tab: 'voices', kind: 'complaint', state: 'overdue', number: '〔2026〕1', offset: '50' };
    const { searchParams } = new URL(casesAddress(filter), 'http://desk');
    expect(filterOf(Object.fromEntries(searchParams))).toEqual(filter);
  });

  it('with nothing chosen › it is the bare address, and strangers’ parameters are left out', () => {
    expect(casesAddress({ tab: '', state: '' })).toBe('/admin/cases');
    expect(filterOf({ state: 'open', name: '张建国' })).toEqual({ state: 'open' });
  });
});

describe('hubQuery › when the hub is asked', () => {
  it.each([
    [{}, null],
    [{ tab: 'requests' }, 'request'],
    [{ tab: 'corrections' }, 'correction'],
    [{ tab: 'voices' }, 'voices'],
    [{ tab: 'voices', kind: 'complaint' }, 'complaint'],
    [{ tab: 'answers' }, 'answers'],
    [{ tab: 'nonsense' }, null],
  ])('under %o › the kind is %s and the tab stays at home', (filter, kind) => {
    const asked = hubQuery(filter);
    expect(asked.get('kind')).toBe(kind);
    expect(asked.has('tab')).toBe(false);
  });
});

describe('narrowed › when a filter changes', () => {
  const before = { tab: 'voices', kind: 'complaint', state: 'open', offset: '50' };

  it('in its state › it begins at the first page and keeps the rest', () => {
    expect(narrowed(before, { state: 'overdue' })).toEqual({ ...before, state: 'overdue', offset: '' });
  });

  it('to another tab › it forgets the kind that tab may not have', () => {
    expect(narrowed(before, { tab: 'answers' })).toMatchObject({ tab: 'answers', kind: '', state: 'open' });
  });

  it('to another page › it keeps everything else', () => {
    expect(narrowed(before, { offset: '100' })).toEqual({ ...before, offset: '100' });
  });

  it('only by tab and page › nothing narrows it', () => {
    expect(isNarrowed({ tab: 'voices', offset: '50', state: '' })).toBe(false);
    expect(isNarrowed({ number: '12' })).toBe(true);
  });
});

describe('countChoices › when the figures are shown as filters', () => {
  it('and one is in force › that one alone is on', () => {
    const isOn = (filter: object) =>
      countChoices(counts, filter)
        .filter((choice) => choice.isOn)
        .map(({ id }) => id);
    expect(isOn({ state: 'overdue' })).toEqual(['overdue']);
    expect(isOn({ state: 'open', handler: 'none' })).toEqual(['unassigned']);
    expect(isOn({ state: 'open' })).toEqual(['open']);
    expect(isOn({})).toEqual([]);
  });

  it('each › it is on under the filter it stands for', () => {
    for (const choice of countChoices(counts, {}))
      expect(countChoices(counts, choice.filter).find(({ isOn }) => isOn)?.id).toBe(choice.id);
  });
});

describe('timeLeft › when a case stands', () => {
  const row = { state: 'accepted', dueOn: '2026-12-08', isOverdue: false, repliedOn: null } as const;

  it.each([
    ['2026-11-26', 'fine', 12],
    ['2026-12-03', 'soon', 5],
    ['2026-12-08', 'soon', 0],
    ['2026-12-10', 'over', 2],
  ] as const)('open on %s › it is %s by %i days', (today, standing, days) => {
    expect(timeLeft(row, today)).toEqual({ standing, days });
  });

  it('answered late › nothing is owed any more', () => {
    const late = { ...row, isOverdue: true, repliedOn: '2026-12-20', state: 'answered' } as const;
    expect(timeLeft(late, '2026-12-21').standing).toBe('done');
  });

  it('awaiting completion, or without a limit › no days are counted', () => {
    expect(timeLeft({ ...row, state: 'completing', dueOn: null }, '2026-12-21').standing).toBe('waiting');
    expect(timeLeft({ ...row, dueOn: null }, '2026-12-21').standing).toBe('none');
  });
});
