// How the whole of this year's figures compares with last year's, in one sentence.
import type { RegisterNote } from '../catalogue/register.ts';
import { levelsOf } from './item-levels.ts';
import { decimalsOf, formatValue } from './parse-amount.ts';
import type { StoredCells } from './project-entry.ts';
import { columnOf, type RegisterDefinition, titleColumn } from './register-definition.ts';
import { totalOf } from './sum-rows.ts';
import { templateOf } from './templates.ts';

/** One note on the change since the year before; none where either year has no figures. */
export function compareYears(definition: RegisterDefinition, rows: readonly StoredCells[]): RegisterNote[] {
  const years = templateOf(definition.template)?.years ?? differenceColumns(definition);
  if (years === null) return [];
  const [before, now] = [columnOf(definition, years.previous), columnOf(definition, years.current)];
  if (before === undefined || now === undefined || before.unit !== now.unit) return [];
  const levels = levelsOf(rows.map((row) => row[titleColumn(definition).key] ?? ''));
  const [then, current] = [totalOf({ rows, levels }, before.key), totalOf({ rows, levels }, now.key)];
  if (then === null || current === null || then <= 0) return [];
  const decimals = Math.max(
    0,
    ...rows.map((row) => Math.max(decimalsOf(row[before.key] ?? ''), decimalsOf(row[now.key] ?? ''))),
  );
  const change = current - then;
  const amount = `${formatValue(Math.abs(change), decimals)}${now.unit ?? ''}`;
  const rate = `${formatValue(Math.abs(change / then) * 100, 2)}%`;
  if (Math.abs(change) < 1e-6)
    return [
      {
        text: `${now.title}合计与${before.title}持平。`,
        textEn: `${now.title} in all equals ${before.title}.`,
      },
    ];
  const isMore = change > 0;
  return [
    {
      text: `${now.title}合计${formatValue(current, decimals)}${now.unit ?? ''}，比${before.title}${isMore ? '增加' : '减少'}${amount}，${isMore ? '增长' : '下降'}${rate}。`,
      textEn: `${now.title} in all: ${formatValue(current, decimals)} ${now.unit ?? ''}, ${amount} (${rate}) ${isMore ? 'more' : 'less'} than ${before.title}.`,
    },
  ];
}

function differenceColumns({ checks }: RegisterDefinition): { previous: string; current: string } | null {
  const check = checks.find((one) => one.check === 'difference');
  return check === undefined ? null : { previous: check.from, current: check.to };
}
