// The venue's colour in a form: chosen or typed, shown in use, with its contrast.
import { accentContrast, isColour, leastTextContrast } from '#shared/catalogue/contrast.ts';
import { formatCount, t } from '../i18n/index.ts';

/** The colour screens have without a venue's own. */
const ownColour = '#0f5c5c';

interface AccentFieldProps {
  readonly value: string | null;
  readonly fault: string | null;
  readonly onChange: (accent: string | null) => void;
}

export function AccentField({ value, fault, onChange }: AccentFieldProps) {
  const shown = value !== null && isColour(value) ? value : ownColour;
  return (
    <div class="field field-wide">
      <label for="display-accent">{t('display.accent')}</label>
      <div class="row">
        <input
          type="color"
          class="accent-well"
          aria-label={t('display.accentPick')}
          value={shown}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        <input
          id="display-accent"
          class="input accent-code"
          placeholder={ownColour}
          value={value ?? ''}
          maxLength={7}
          aria-describedby="display-accent-hint"
          {...(fault === null ? {} : { 'aria-invalid': true })}
          onInput={(event) => onChange(event.currentTarget.value || null)}
        />
        <span class="accent-sample" style={{ background: shown }}>
          {t('display.accentSample')}
        </span>
        <span class="accent-words" style={{ color: shown }}>
          {t('display.accentSample')}
        </span>
        {value !== null && (
          <button type="button" class="button button-quiet" onClick={() => onChange(null)}>
            {t('display.accentOwn')}
          </button>
        )}
      </div>
      <p class="hint" id="display-accent-hint">
        {t('display.accentHint', {
          ratio: formatCount(Math.floor(accentContrast(shown) * 10) / 10),
          least: formatCount(leastTextContrast),
        })}
      </p>
      {fault !== null && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
