// One batch: its papers, what the check found, what can be done with it, and its history.
import { Printer } from 'lucide';
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { Transfer as Batch } from '#shared/protocol/transfers-api.ts';
import { useConfirm } from '../components/confirm.tsx';
import { EventHistory } from '../components/event-history.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { TransferDecision } from '../components/transfer-decision.tsx';
import { TransferFindings } from '../components/transfer-findings.tsx';
import { TransferPapers } from '../components/transfer-papers.tsx';
import { TransferReceived } from '../components/transfer-received.tsx';
import { TransferStateTag } from '../components/transfer-state.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { t } from '../i18n/index.ts';
import { useSaving } from '../state/saving.ts';
import { useTransfer } from '../state/transfers.ts';

function OpenBatch({ loaded, reload }: { readonly loaded: Batch; readonly reload: () => void }) {
  const [transfer, setTransfer] = useState(loaded);
  const saving = useSaving();
  const confirm = useConfirm();
  const { agencyName: agency, month, number, state } = transfer;
  const props = { transfer, saving, confirm, onChanged: setTransfer };
  const isReceived = state === 'received';
  return (
    <div class="stack">
      <WorkHead
        title={t('transfers.titleOf', { agency, month })}
        lead={
          <>
            <TransferStateTag state={state} /> {t(`transfers.source.${transfer.source}`)}
            {transfer.isEmpty && ` · ${t('transfers.empty')}`}
            {transfer.contact !== '' && ` · ${transfer.contact}`}
            {transfer.note !== '' && ` · ${transfer.note}`}
          </>
        }
      >
        <div class="row">
          <a class="button" href="/admin/transfers">
            {t('transfers.back')}
          </a>
          <a class="button" href={`/admin/transfers/${transfer.id}/print?paper=list`}>
            <Icon node={Printer} /> {t('transfers.printList')}
          </a>
          {isReceived && (
            <a class="button" href={`/admin/transfers/${transfer.id}/print?paper=receipt`}>
              <Icon node={Printer} /> {t('transfers.printReceipt')}
            </a>
          )}
        </div>
      </WorkHead>
      {saving.error !== null && <ProblemNotice error={saving.error} retry={reload} />}
      {number !== null && <p class="notice notice-good">{t('transfers.received', { number })}</p>}
      {state === 'returned' && (
        <p class="notice notice-warn">{t('transfers.returned', { reasons: transfer.returnReasons })}</p>
      )}
      {isReceived ? <TransferReceived {...props} /> : <TransferFindings findings={transfer.findings} />}
      <TransferDecision {...props} />
      <TransferPapers {...props} />
      <EventHistory
        id="transfer-history"
        title={t('transfers.history')}
        events={transfer.events.map(({ at, who, act, note }) => ({
          at,
          who,
          words: `${t(`transfers.act.${act}`)} ${note}`,
        }))}
      />
      {confirm.dialog}
    </div>
  );
}

export function Transfer() {
  const { params } = useRoute();
  const loaded = useTransfer(params.id ?? '');
  if (loaded.error !== null) return <ProblemNotice error={loaded.error} retry={loaded.reload} />;
  if (loaded.value === null) return <Loading />;
  return (
    <OpenBatch
      key={`${loaded.value.id}${loaded.value.revision}`}
      loaded={loaded.value}
      reload={loaded.reload}
    />
  );
}
