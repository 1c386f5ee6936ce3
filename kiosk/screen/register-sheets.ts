// The sheets a wall shows of registers: a ranking or a chart each, as their views say.

import { rowsOf } from './page-text.ts';
import type { WallContent, WallRegister } from './wall-content.ts';
import { type Box, rowsIn, typeSizes } from './wall-geometry.ts';
import type { Sheet } from './wall-page.ts';

type RegisterSheet = Extract<Sheet, { readonly type: 'register-ranking' | 'register-chart' }>;

/** Height of one place of a ranking, and of a sheet's heading with its note, in units. */
const placeUnits = 7.6;
const heading = 15;

/** As many places as there is room for below a title that may take several rows. */
function placesIn(box: Box, title: string, period: string | null): number {
  const words = period === null || title.includes(period) ? title : `${title}　${period}`;
  const more = rowsOf(words, Math.floor(box.width / typeSizes.title)) - 1;
  return rowsIn(box, placeUnits, heading + more * typeSizes.title * 1.25);
}

function sheetsOf({ record, details }: WallRegister, box: Box): RegisterSheet[] {
  return details.views.flatMap((view, at): RegisterSheet[] => {
    const subject = `${record.id} ${at}`;
    const agency = record.agencyName;
    if (view.view === 'chart') return [{ type: 'register-chart', subject, agency, chart: view.chart }];
    // A ranking of one is none.
    if (view.view !== 'ranking' || view.rows.length < 2) return [];
    const { period } = details;
    const title = record.title;
    const rows = view.rows.slice(0, placesIn(box, title, period));
    const all = view.rows.length;
    return [{ type: 'register-ranking', subject, title, period, agency, unit: view.unit, rows, all }];
  });
}

/** All sheets of one type for a panel; of rankings the places it has room for. */
export function registerSheets(
  { registers }: Pick<WallContent, 'registers'>,
  type: RegisterSheet['type'],
  box: Box,
): RegisterSheet[] {
  return registers.flatMap((register) => sheetsOf(register, box)).filter((sheet) => sheet.type === type);
}
