// Chooses how a chart is drawn: as its type says, unless its figures do not allow it.
import type { ChartModel } from '../catalogue/chart-model.ts';
import { drawBars } from './draw-bars.ts';
import { drawLines } from './draw-lines.ts';
import { drawStacks } from './draw-stacks.ts';
import type { Drawing, Room } from './drawing.ts';
import { isWhole } from './parts-of-whole.ts';

export type ChartForm = 'bars' | 'lines' | 'ring' | 'stacks';

/** The form of a chart. A line of one point is none, and figures below nothing are no parts of a whole. */
export function formOf(model: ChartModel): ChartForm {
  if (model.type === 'line' && model.categories.length > 1) return 'lines';
  if (model.type !== 'composition') return 'bars';
  if (isWhole(model)) return 'ring';
  const isSound = model.series.every(({ values }) => values.every((value) => value === null || value >= 0));
  return model.series.length > 1 && isSound ? 'stacks' : 'bars';
}

/** Draws every form but the ring, which has its list beside it. */
export function drawChart(model: ChartModel, room: Room): Drawing {
  const form = formOf(model);
  if (form === 'lines') return drawLines(model, room);
  return form === 'stacks' ? drawStacks(model, room) : drawBars(model, room);
}

/** Whether series need a key: lines have their names at their ends, one series alone needs none. */
export function hasKey(model: ChartModel): boolean {
  const form = formOf(model);
  return model.series.length > 1 && form !== 'lines';
}
