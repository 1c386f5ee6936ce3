// The sheets a wall shows of registers: a ranking or a chart each, as their views say.

import type { WallContent, WallRegister } from './wall-content.ts';
import type { Sheet } from './wall-page.ts';

type RegisterSheet = Extract<Sheet, { readonly type: 'register-ranking' | 'register-chart' }>;

function sheetsOf({ record, details }: WallRegister, rows: number): RegisterSheet[] {
  return details.views.flatMap((view, at): RegisterSheet[] => {
    const subject = `${record.id} ${at}`;
    const agency = record.agencyName;
    if (view.view === 'chart') return [{ type: 'register-chart', subject, agency, chart: view.chart }];
    // A ranking of one is none.
    if (view.view !== 'ranking' || view.rows.length < 2) return [];
    const { period } = details;
    const shown = view.rows.slice(0, rows);
    const title = record.title;
    return [{ type: 'register-ranking', subject, title, period, agency, unit: view.unit, rows: shown }];
  });
}

/** All sheets of one type; rankings with at most `rows` places. */
export function registerSheets(
  { registers }: WallContent,
  type: RegisterSheet['type'],
  rows = Number.POSITIVE_INFINITY,
): RegisterSheet[] {
  return registers.flatMap((register) => sheetsOf(register, rows)).filter((sheet) => sheet.type === type);
}
