// The receipt a person takes home: number, code, and the way to the progress page.
import { Plus, Printer } from 'lucide';
import { useState } from 'preact/hooks';
import type { CaseEntered } from '#shared/protocol/case-desk-api.ts';
import { t } from '../i18n/case-words.ts';
import { useLeaveGuard } from '../state/leave-guard.ts';
import { session } from '../state/session.ts';
import { FactList } from './fact-list.tsx';
import { Icon } from './icon.tsx';
import { QrCode } from './qr-code.tsx';

interface CaseSlipProps {
  readonly entered: CaseEntered;
  readonly onAnother: () => void;
}

function Slip({ entered }: Pick<CaseSlipProps, 'entered'>) {
  const { kind, number, code, receivedOn, needsPhone } = entered.receipt;
  // The code is not part of the address: addresses are kept by browsers and servers.
  const address = entered.progressUrl ?? `${location.origin}/m/progress`;
  return (
    <article class="paper case-slip">
      <h2>{t('slip.title')}</h2>
      <div class="case-slip-body">
        <div class="case-slip-words">
          <FactList
            look="case-facts"
            facts={[
              [t('slip.number'), <strong key="number">{number}</strong>],
              [t('slip.kind'), t(`case.kind.${kind}`)],
              [t('slip.receivedOn'), receivedOn],
              [
                t('slip.code'),
                <strong key="code" class="case-code">
                  {code}
                </strong>,
              ],
            ]}
          />
          <p>{t(needsPhone ? 'slip.how' : 'slip.howNoPhone')}</p>
        </div>
        <div class="case-slip-symbol">
          <QrCode text={address} name={t('slip.qr')} />
          <p class="case-slip-address">{address}</p>
        </div>
      </div>
      <dl class="paper-signatures">
        <div>
          <dt>{t('slip.office')}</dt>
          <dd />
        </div>
        <div>
          <dt>{t('slip.clerk')}</dt>
          <dd>{session.value?.account.displayName}</dd>
        </div>
      </dl>
    </article>
  );
}

/** The code is shown only here: whoever leaves without printing is asked. */
export function CaseSlip({ entered, onAnother }: CaseSlipProps) {
  const [isPrinted, setPrinted] = useState(false);
  useLeaveGuard(isPrinted ? null : t('slip.leave'));
  const print = () => {
    setPrinted(true);
    window.print();
  };
  return (
    <>
      <p class="notice notice-good" role="status">
        {t('slip.done', { number: entered.receipt.number })}
      </p>
      <div class="row case-slip-acts">
        <button type="button" class="button button-primary" onClick={print}>
          <Icon node={Printer} /> {t('slip.print')}
        </button>
        <a class="button" href={`/admin/cases/${entered.id}`}>
          {t('slip.open')}
        </a>
        <button type="button" class="button" onClick={onAnother}>
          <Icon node={Plus} /> {t('slip.another')}
        </button>
      </div>
      <Slip entered={entered} />
    </>
  );
}
