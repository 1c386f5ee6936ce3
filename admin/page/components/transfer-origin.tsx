// Says on a record's screen which transfer it came with.
import { Inbox } from 'lucide';
import { t } from '../i18n/index.ts';
import { may } from '../state/session.ts';
import { useTransferOrigin } from '../state/transfers.ts';
import { Icon } from './icon.tsx';

export function TransferOrigin({ recordId }: { readonly recordId: string | null }) {
  const { value: origin } = useTransferOrigin(may('transfers.read') ? recordId : null);
  if (origin === null) return null;
  const { agencyName: agency, month, number, file, letterNo } = origin;
  return (
    <p class={`notice${letterNo === null ? '' : ' notice-warn'}`}>
      <Icon node={Inbox} />
      <span>
        <a href={`/admin/transfers/${origin.transferId}`}>
          {t('origin.line', { agency, month, number, file })}
        </a>
        {letterNo !== null && ` ${t('origin.recalled', { letter: letterNo })}`}
      </span>
    </p>
  );
}
