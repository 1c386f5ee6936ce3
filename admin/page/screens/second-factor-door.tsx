// The door for accounts whose roles demand a second factor they do not have yet: it is set up before anything else.
import { useEffect } from 'preact/hooks';
import { LanguageButton } from '../components/language-button.tsx';
import { SecondFactorSetUp } from '../components/second-factor-set-up.tsx';
import { t } from '../i18n/index.ts';
import { resumeSession, signOut } from '../state/session.ts';

export function SecondFactorDoor() {
  useEffect(() => {
    document.title = t('app.titleOf', { place: t('factor.doorTitle') });
  });
  return (
    <main class="sign-in">
      <div class="card stack sign-in-card">
        <header>
          <img src="/icon.svg" alt="" />
          <h1>{t('factor.doorTitle')}</h1>
          <p class="secondary">{t('factor.doorLead')}</p>
        </header>
        <SecondFactorSetUp onDone={resumeSession} />
        <div class="sign-in-foot">
          <button type="button" class="button button-quiet" onClick={signOut}>
            {t('signOut')}
          </button>
          <LanguageButton look="button-quiet" />
        </div>
      </div>
    </main>
  );
}
