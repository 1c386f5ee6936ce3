// The parts of a whole: a ring, and beside it every part by name with its figure and share.
import type { ChartModel } from '#shared/catalogue/chart-model.ts';
import { drawParts } from '#shared/charts/draw-parts.ts';
import { figureText, shareText } from '#shared/charts/figure-text.ts';
import { type Part, partsOfWhole } from '#shared/charts/parts-of-whole.ts';
import { registerWords as t } from '../../i18n/registers.ts';
import { language } from '../../i18n/translate.ts';
import { ChartSvg, Swatch } from './chart-svg.tsx';

/** A ring larger than this says no more. */
const widestMm = 118;
/** With less room than this the list stands below the ring. */
const leastBesideMm = 170;

export const partName = ({ name, categories }: Part): string =>
  name ?? t('chart.rest', { count: categories });

interface ChartPartsProps {
  readonly model: ChartModel;
  readonly widthMm: number;
  readonly textMm: number;
  readonly name: string;
}

export function ChartParts({ model, widthMm, textMm, name }: ChartPartsProps) {
  const parts = partsOfWhole(model);
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  const isBeside = widthMm >= leastBesideMm * (textMm > 5 ? 1.2 : 1);
  const width = Math.min(widestMm, isBeside ? widthMm * 0.46 : widthMm);
  const room = { width, text: textMm, language: language.value };
  return (
    <div class={isBeside ? 'parts parts--beside' : 'parts'}>
      <div class="parts__ring">
        <ChartSvg drawing={drawParts(parts, room, t('chart.whole'))} size={textMm} name={name} />
      </div>
      <ul class="parts__list">
        {parts.map((part) => (
          <li key={partName(part)} class="parts__part">
            <Swatch place={part.place} />
            <span class="parts__name" lang="zh-CN">
              {partName(part)}
            </span>
            <span class="parts__value figures">
              {figureText(part.value)}
              {model.unit && <span class="parts__unit"> {model.unit}</span>}
            </span>
            <span class="parts__share figures">{shareText(part.value, whole)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
