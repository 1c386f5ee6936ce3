// The recovery codes, shown this once: to write down, print or copy.
import { useRef } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { CopyButton } from './copy-button.tsx';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const list = useRef<HTMLOListElement>(null);
  return (
    <section class="stack" aria-labelledby="recovery-codes">
      <h3 id="recovery-codes">{t('factor.codesTitle')}</h3>
      <p>{t('factor.codesLead')}</p>
      <ol class="recovery-codes" ref={list}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div class="row">
        <CopyButton text={codes.join('\n')} label={t('factor.codesCopy')} source={list} />
        <button type="button" class="button button-primary" onClick={onDone}>
          {t('factor.codesDone')}
        </button>
      </div>
    </section>
  );
}
