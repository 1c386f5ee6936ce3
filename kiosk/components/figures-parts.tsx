// What became of what people handed in: one bar of its parts, and every part with its number in words.
import type { ShownCount, ShownParts } from '#shared/statistics/suppress.ts';
import { type FiguresKey, figuresWords as t } from '../i18n/figures-words.ts';
import { countText, totalText } from '../state/figures-text.ts';

interface PartsProps<Name extends FiguresKey> {
  readonly title: string;
  readonly line?: string;
  readonly figures: ShownParts<Name>;
  readonly names: readonly Name[];
}

/** A small part that is not told has the length of a hair. */
const lengthOf = (count: ShownCount, total: number) => Math.max(count ?? 0, total / 100);

export function FiguresParts<Name extends FiguresKey>({ title, line, figures, names }: PartsProps<Name>) {
  const told = names.filter((name) => figures.parts[name] !== 0);
  return (
    <section class="figures-card">
      <header class="figures-card__head">
        <div>
          <h2 class="section-title">{title}</h2>
          {line !== undefined && <p class="figures-note">{line}</p>}
        </div>
        <p class="figures-total">
          <span>{t('received')}</span> <b class="figures">{totalText(figures)}</b> {t('cases')}
        </p>
      </header>
      <div class="figures-bar" aria-hidden="true">
        {told.map((name) => (
          <span
            key={name}
            class={`figures-bar__part figures-bar__part--${name}`}
            style={{ flexGrow: lengthOf(figures.parts[name], figures.total || 1) }}
          />
        ))}
      </div>
      <dl class="figures-parts">
        {names.map((name) => (
          <div key={name} class="figures-part">
            <dt>
              <span class={`figures-bar__part figures-bar__part--${name} figures-part__sign`} />
              {t(name)}
            </dt>
            <dd>
              <b class="figures">{countText(figures.parts[name])}</b> {t('cases')}
              {name === 'notPossible' && <span class="figures-note">{t('notPossibleLine')}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
