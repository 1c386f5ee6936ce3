// Where a batch stands, in one word.
import type { TransferState } from '#shared/protocol/transfers-api.ts';
import { t } from '../i18n/index.ts';

const looks: Readonly<Record<TransferState, string>> = {
  preparing: '',
  sent: 'tag-warn',
  received: 'tag-good',
  returned: 'tag-bad',
};

export function TransferStateTag({ state }: { readonly state: TransferState }) {
  return <span class={`tag ${looks[state]}`}>{t(`transfers.state.${state}`)}</span>;
}
