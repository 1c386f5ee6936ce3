// The conditions of a guide as a list to tick: does it apply to me?
import { t } from '../i18n/translate.ts';
import { countTicks, type TickList } from '../state/guide-ticks.ts';
import { TickLine, TickSum } from './tick-line.tsx';

interface GuideConditionsProps {
  readonly recordId: string;
  readonly conditions: readonly string[];
}

export function GuideConditions({ recordId, conditions }: GuideConditionsProps) {
  const list: TickList = { recordId, list: 'conditions' };
  const total = conditions.length;
  const count = countTicks(list, total);
  const isWhole = count === total;
  return (
    <>
      <p class="guide__hint">{t('guide.tickHint')}</p>
      <ul class="ticks">
        {conditions.map((condition, index) => (
          <li key={index}>
            <TickLine list={list} index={index}>
              <span lang="zh-CN">{condition}</span>
            </TickLine>
          </li>
        ))}
      </ul>
      <TickSum
        isWhole={isWhole}
        words={isWhole ? t('guide.allTicked') : t('guide.ticked', { count, total })}
        note={isWhole ? t('guide.notPromise') : undefined}
      />
    </>
  );
}
