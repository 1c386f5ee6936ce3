// Lets staff fit the terminal's millimetre to the glass with a ruler.
import { Minus, Plus } from 'lucide';
import { t } from '../i18n/translate.ts';
import { calibrate, calibratedPxPerMm, pxPerMmOf, viewport } from '../state/screen-units.ts';
import { Icon } from './icon.tsx';

/** One touch changes the length of 100 mm by half a millimetre. */
const stepFactor = 1.005;

export function ScreenCalibration() {
  const current = pxPerMmOf(viewport.value, calibratedPxPerMm.value);
  const change = (factor: number) => calibrate(Math.min(Math.max(current * factor, 1), 20));
  return (
    <section class="calibration">
      <h2 class="section-title">{t('staff.screen')}</h2>
      <p>{t('staff.screenLine')}</p>
      <div class="calibration__ruler" aria-hidden="true" />
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
        <span class="figures">{t('staff.screenValue', { value: current.toFixed(2) })}</span>
      </div>
    </section>
  );
}
