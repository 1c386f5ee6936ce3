// Two ways home: a page the phone opens, or the words themselves for a phone that can open none.
import { type ComponentChildren, Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { isOwnMachine, isPublicAddress } from '#shared/handoff/public-address.ts';
import { t } from '../i18n/translate.ts';

interface HandOffWaysProps {
  /** Empty when the hall has no address: then there is only the text. */
  readonly publicUrl: string;
  readonly page: () => ComponentChildren;
  readonly text: () => ComponentChildren;
}

export function HandOffWays({ publicUrl, page, text }: HandOffWaysProps) {
  const [isText, setIsText] = useState(false);
  if (publicUrl === '') return <Fragment>{text()}</Fragment>;
  const choice = (value: boolean, words: string) => (
    <button
      type="button"
      class="ways__choice"
      aria-pressed={isText === value}
      onClick={() => setIsText(value)}
    >
      {words}
    </button>
  );
  return (
    <>
      <fieldset class="ways" aria-label={t('handoff.ways')}>
        {choice(false, t('handoff.page'))}
        {choice(true, t('handoff.text'))}
      </fieldset>
      {isText ? text() : page()}
      {!isText && !isPublicAddress(publicUrl) && (
        <p class="ways__local">{t(isOwnMachine(publicUrl) ? 'handoff.machineOnly' : 'handoff.localOnly')}</p>
      )}
    </>
  );
}
