// Figures as people read them: whole in labels and tables, short along an axis.
import type { Language } from '../errors/app-error.ts';

/** `1,234.5`: grouped the same way in both languages, with no more digits than the figure has. */
export function figureText(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 6 });
}

const shortUnits: Readonly<Record<Language, readonly (readonly [number, string])[]>> = {
  'zh-CN': [
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e9, 'bn'],
    [1e6, 'm'],
    [1e3, 'k'],
  ],
};

/** `12万`, `120k`: for ticks of an axis, which are round. */
export function shortFigure(value: number, language: Language): string {
  const unit = shortUnits[language].find(([size]) => Math.abs(value) >= size);
  return unit === undefined
    ? figureText(value)
    : `${figureText(Number((value / unit[0]).toPrecision(6)))}${unit[1]}`;
}

/** `12.5%` of a whole; what is there but rounds to nothing is less than a tenth. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return '—';
  const tenths = Math.round((part / whole) * 1000);
  if (tenths === 0 && part > 0) return '<0.1%';
  return `${(tenths / 10).toFixed(tenths % 10 === 0 ? 0 : 1)}%`;
}
