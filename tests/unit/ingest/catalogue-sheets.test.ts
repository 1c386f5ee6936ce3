// The fifteen real catalogue sheets against what a librarian reads in them, and the three that are no catalogues.
import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { DeadlineRule } from '#shared/catalogue/deadline-rule.ts';
import { hasSharedData, sharedData, sharedDataReason } from '#tests/support/shared-data.ts';
import { type ExpectedSheet, expectedSheets } from './catalogue-expectations.ts';
import { type ReadFile, readPath } from './make-files.ts';

async function readSheet(file: string): Promise<ReadFile> {
  const path = sharedData(`catalogues/${file}`);
  const [read] = await readPath(file, path, statSync(path).size);
  if (!read) throw new Error(`${file} gave nothing`);
  return read;
}

function ruleText(rule: DeadlineRule | null): string {
  if (rule === null) return 'none';
  if (rule.type === 'working-days' || rule.type === 'calendar-days') return `${rule.type} ${rule.days}`;
  if (rule.type === 'frequency') return `frequency ${rule.times} ${rule.every}`;
  return rule.type === 'before-event' ? `before-event ${rule.amount} ${rule.unit}` : rule.type;
}

/** The accepted items in the shape of the expectations. */
function mattersOf(file: ReadFile, expected: ExpectedSheet): object[] {
  return file.events.flatMap((event) => {
    if (event.type !== 'accepted' || event.draft.details?.type !== 'matter') return [];
    const { levels, deadline, channels, otherChannels, audience, mode, tiers } = event.draft.details;
    const wanted = expected.matters.find(({ row }) => row === event.row);
    const optional = { otherChannels, audience, mode, tiers };
    const compared = Object.entries(optional).filter(([key]) => wanted !== undefined && key in wanted);
    return [
      {
        row: event.row,
        levels,
        agency: event.draft.agencyName,
        deadline: ruleText(deadline),
        channels,
        ...Object.fromEntries(compared),
      },
    ];
  });
}

describe.skipIf(!hasSharedData)(`real catalogue sheets (${sharedDataReason})`, () => {
  test.each(expectedSheets.map((sheet) => [sheet.file, sheet] as const))(
    '%s › it reads what a librarian reads',
    async (name, expected) => {
      const file = await readSheet(name);
      expect(file.error).toBeNull();
      expect(mattersOf(file, expected)).toEqual(expected.matters);
      const joined = file.events.flatMap((event) =>
        event.type === 'joined' ? [[event.row, event.into]] : [],
      );
      expect(joined).toEqual(expected.joined ?? []);
      const rejected = file.events.filter((event) => event.type === 'rejected');
      expect(expected.matters.length + joined.length + rejected.length).toBe(expected.rows);
      expect(rejected).toEqual([]);
    },
  );

  test.each(expectedSheets.map(({ file, field }) => [file, field]))(
    '%s › it names the field %s',
    async (name, field) => {
      const file = await readSheet(name ?? '');
      const last = file.events.findLast((event) => event.type === 'accepted');
      expect(
        last?.type === 'accepted' && last.draft.details?.type === 'matter' && last.draft.details.field,
      ).toBe(field);
    },
  );

  test.each(['25_奉新_2023三公经费.csv', '26_遂宁_2022投诉问题类别.csv', '27_新会_信息处理费标准.csv'])(
    '%s › it is no catalogue but the table of a register',
    async (name) => {
      const file = await readSheet(name);
      expect(file.error).toBeNull();
      expect(file.events.map(({ type }) => type)).toEqual(['table']);
    },
  );
});
