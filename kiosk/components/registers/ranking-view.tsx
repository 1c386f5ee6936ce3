// A ranking: place, name, figure, how far it moved, and a bar as long as its share of the first.
import { useState } from 'preact/hooks';
import type { RankingRow, RegisterView } from '#shared/catalogue/register.ts';
import { figureText } from '#shared/charts/figure-text.ts';
import { formatCount } from '../../i18n/format.ts';
import { registerWords } from '../../i18n/registers.ts';
import { Movement } from './movement.tsx';

/** So many stand there at first. */
const firstPlaces = 20;

type Ranking = Extract<RegisterView, { readonly view: 'ranking' }>;

/** Without a period before, every place is new, and nothing moved. */
export function hasMovement(rows: readonly RankingRow[]): boolean {
  return rows.some(({ movement }) => movement !== null);
}

function Bar({ share }: { share: number }) {
  return (
    <svg
      class="rank__bar"
      viewBox="0 0 100 2"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="rank__track" width="100" height="2" />
      <rect class="rank__fill" width={Math.max(0.6, Math.min(1, share) * 100)} height="2" />
    </svg>
  );
}

interface LineProps {
  readonly row: RankingRow;
  readonly most: number;
  readonly unit: string | null;
  readonly isMoving: boolean;
}

function Line({ row: { place, label, value, movement }, most, unit, isMoving }: LineProps) {
  return (
    <li class={place <= 3 ? 'rank rank--first' : 'rank'}>
      <span class="rank__place figures">
        <span aria-hidden="true">{place}</span>
        <span class="visually-hidden">{registerWords('ranking.place', { place })}</span>
      </span>
      <span class="rank__name" lang="zh-CN">
        {label}
      </span>
      {isMoving && <Movement movement={movement} />}
      <span class="rank__value figures">
        {figureText(value)}
        {unit && <span class="rank__unit"> {unit}</span>}
      </span>
      <Bar share={most > 0 ? Math.max(0, value) / most : 0} />
    </li>
  );
}

export function RankingView({ ranking: { valueTitle, unit, rows } }: { ranking: Ranking }) {
  const [isWholeShown, setIsWholeShown] = useState(false);
  const isMoving = hasMovement(rows);
  const shown = isWholeShown ? rows : rows.slice(0, firstPlaces);
  const most = rows[0]?.value ?? 0;
  return (
    <>
      <p class="rank-note">
        {registerWords('ranking.by', { value: valueTitle })}
        {unit && ` · ${registerWords('chart.unit', { unit })}`}
      </p>
      <ol class={isMoving ? 'ranks ranks--moving' : 'ranks'}>
        {shown.map((row, index) => (
          <Line key={index} row={row} most={most} unit={unit} isMoving={isMoving} />
        ))}
      </ol>
      {shown.length < rows.length && (
        <button type="button" class="button button--more" onClick={() => setIsWholeShown(true)}>
          {registerWords('ranking.more', { count: formatCount(rows.length) })}
        </button>
      )}
      {isMoving && <p class="rank-note">{registerWords('ranking.compared')}</p>}
    </>
  );
}
