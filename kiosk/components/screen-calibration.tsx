// Lets staff fit the terminal's millimetre to the glass: by its diagonal, and exactly with a ruler.
import { Minus, Plus } from 'lucide';
import { t } from '../i18n/translate.ts';
import {
  calibrate,
  calibratedPxPerMm,
  chooseDiagonal,
  commonDiagonals,
  diagonalInches,
  pxPerMmOf,
  viewport,
} from '../state/screen-units.ts';
import { Chip } from './chip.tsx';
import { Icon } from './icon.tsx';

/** One touch changes the length of 100 mm by half a millimetre. */
const stepFactor = 1.005;

function Diagonals() {
  return (
    <>
      <h3 id="diagonal-title" class="calibration__title">
        {t('glass.diagonal')}
      </h3>
      <p>{t('glass.diagonalLine')}</p>
      <fieldset class="chips" aria-labelledby="diagonal-title">
        {commonDiagonals.map((inches) => (
          <Chip
            key={inches}
            label={t('glass.inches', { inches })}
            isOn={diagonalInches.value === inches}
            onClick={() => chooseDiagonal(inches)}
          />
        ))}
      </fieldset>
    </>
  );
}

export function ScreenCalibration() {
  // Sizes are never smaller than drawn; the ruler shows the glass as it is.
  const real = calibratedPxPerMm.value ?? pxPerMmOf(viewport.value, null);
  const change = (factor: number) => calibrate(Math.min(Math.max(real * factor, 1), 20));
  const millimetres = (pixels: number) => Math.round(pixels / real);
  return (
    <section class="calibration">
      <h2 class="section-title">{t('staff.screen')}</h2>
      <Diagonals />
      <p>{t('staff.screenLine')}</p>
      <div class="calibration__ruler" aria-hidden="true" style={{ '--ruler': `${100 * real}px` }} />
      <div class="calibration__actions">
        <button type="button" class="button" onClick={() => change(1 / stepFactor)}>
          <Icon node={Minus} />
          {t('staff.shorter')}
        </button>
        <button type="button" class="button" onClick={() => change(stepFactor)}>
          <Icon node={Plus} />
          {t('staff.longer')}
        </button>
        <button type="button" class="button" onClick={() => calibrate(null)}>
          {t('staff.resetScreen')}
        </button>
      </div>
      <p class="figures">
        {t('glass.size', {
          width: millimetres(viewport.value.width),
          height: millimetres(viewport.value.height),
          value: real.toFixed(2),
        })}
      </p>
    </section>
  );
}
