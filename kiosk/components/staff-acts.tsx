// What staff can do to the terminal: show the version before, test the glass, change the number, leave kiosk mode.
import { useState } from 'preact/hooks';
import { t } from '../i18n/translate.ts';
import { releaseKeys } from '../lockdown/guard-keys.ts';
import { useEngine } from '../state/engine-context.ts';
import { choosePin } from '../state/staff-session.ts';
import { note } from '../state/technical-log.ts';
import { ChoosePin } from './choose-pin.tsx';
import { TouchTest } from './touch-test.tsx';

const releaseMs = 120_000;

export function StaffGeneration() {
  const engine = useEngine();
  const { heldBackVersion, previousVersion } = engine.status.value;
  const show = (generation: 'current' | 'previous') => {
    if (generation === 'previous') note('held-back', previousVersion ?? '');
    engine.showGeneration(generation).catch(() => undefined);
  };
  return (
    <section class="panel-part">
      <h2 class="section-title">{t('panel.generation')}</h2>
      {heldBackVersion !== null ? (
        <>
          <p class="panel-part__note">{t('panel.heldBack', { version: heldBackVersion })}</p>
          <button type="button" class="button button--primary" onClick={() => show('current')}>
            {t('panel.showCurrent', { version: heldBackVersion })}
          </button>
        </>
      ) : previousVersion === null ? (
        <p>{t('panel.noPrevious')}</p>
      ) : (
        <button type="button" class="button" onClick={() => show('previous')}>
          {t('panel.showPrevious', { version: previousVersion })}
        </button>
      )}
    </section>
  );
}

export function StaffTouch() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section class="panel-part">
      <h2 class="section-title">{t('panel.touch')}</h2>
      <p>{t('panel.touchLine')}</p>
      <button type="button" class="button" onClick={() => setIsOpen(true)}>
        {t('panel.touchStart')}
      </button>
      {isOpen && <TouchTest onClose={() => setIsOpen(false)} />}
    </section>
  );
}

export function StaffNumber() {
  const engine = useEngine();
  const [state, setState] = useState<'still' | 'choosing' | 'saved'>('still');
  if (state === 'choosing') {
    const keep = (pin: string) => choosePin(engine, pin).then(() => setState('saved'));
    return <ChoosePin title={t('pin.change')} onChosen={(pin) => keep(pin).catch(() => setState('still'))} />;
  }
  return (
    <section class="panel-part">
      <h2 class="section-title">{t('panel.pin')}</h2>
      <div class="panel-part__line">
        <button type="button" class="button" onClick={() => setState('choosing')}>
          {t('panel.pinChange')}
        </button>
        {state === 'saved' && <output>{t('panel.saved')}</output>}
      </div>
    </section>
  );
}

export function StaffExit() {
  const [isReleased, setIsReleased] = useState(false);
  const release = () => {
    releaseKeys(releaseMs);
    note('keys-released');
    setIsReleased(true);
    setTimeout(() => setIsReleased(false), releaseMs);
  };
  return (
    <section class="panel-part">
      <h2 class="section-title">{t('panel.exit')}</h2>
      <p>{t('panel.exitLine')}</p>
      <button type="button" class="button" disabled={isReleased} onClick={release}>
        {t(isReleased ? 'panel.exitReleased' : 'panel.exitRelease')}
      </button>
    </section>
  );
}
