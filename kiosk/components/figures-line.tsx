// The one line of home that leads to the public figures.
import { ChartNoAxesCombined, ChevronRight } from 'lucide';
import { figuresWords as t } from '../i18n/figures-words.ts';
import { useEngine } from '../state/engine-context.ts';
import { countText } from '../state/figures-text.ts';
import { Icon } from './icon.tsx';
import '../styles/figures.css';

export function FiguresLine() {
  const figures = useEngine().manifest.value?.publicFigures;
  if (!figures) return null;
  const [month] = figures.months;
  const isTold = month !== undefined && month.visits !== null && month.visits > 0;
  return (
    <a class="figures-line" href="/figures">
      <Icon node={ChartNoAxesCombined} class="figures-line__icon" />
      <span class="figures-line__words figures">
        {isTold ? t('line', { visits: countText(month.visits) }) : t('title')}
        <span class="figures-line__more">{t('lineMore')}</span>
      </span>
      <Icon node={ChevronRight} />
    </a>
  );
}
