// The receipt (回执) and the list (清单) of a batch on A4, to be stamped by both sides.
import { Printer } from 'lucide';
import { useLocation, useRoute } from 'preact-iso';
import type { Transfer } from '#shared/protocol/transfers-api.ts';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { rowColumns } from '../components/transfer-rows.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { formatTime, t } from '../i18n/index.ts';
import { useTransfer } from '../state/transfers.ts';

function Signatures() {
  return (
    <dl class="paper-signatures">
      {(
        ['signSender', 'signReceiver', 'signSenderHand', 'signReceiverHand', 'signDate', 'signDate'] as const
      ).map((line, index) => (
        <div key={`${line}${index}`}>
          <dt>{t(`transfers.${line}`)}</dt>
          <dd />
        </div>
      ))}
    </dl>
  );
}

function Receipt({ transfer }: { readonly transfer: Transfer }) {
  const { agencyName: agency, month, received, number, isEmpty } = transfer;
  const words = isEmpty && received.length === 0 ? 'receiptEmpty' : 'receiptText';
  return (
    <article class="paper">
      <h2>{t('transfers.receiptTitle')}</h2>
      <p class="paper-number">
        {t('transfers.number')}：{number}
      </p>
      <p>{t(`transfers.${words}`, { agency, month, count: received.length })}</p>
      {transfer.summary !== '' && <p>{transfer.summary}</p>}
      {received.length > 0 && (
        <table class="paper-table">
          <thead>
            <tr>
              <th>{t('transfers.row')}</th>
              <th>{t('transfers.col.title')}</th>
              <th>{t('transfers.col.docNo')}</th>
              <th>{t('transfers.col.date')}</th>
            </tr>
          </thead>
          <tbody>
            {received.map((item) => (
              <tr key={item.place}>
                <td>{item.place}</td>
                <td>{item.title}</td>
                <td>{item.docNo}</td>
                <td>{item.date}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        {t('transfers.receivedOn')}：{transfer.decidedAt === null ? '' : formatTime(transfer.decidedAt)} ·{' '}
        {t('transfers.signReceiverHand')}：{transfer.decidedBy}
      </p>
      <Signatures />
    </article>
  );
}

function List({ transfer }: { readonly transfer: Transfer }) {
  const rows = transfer.rows ?? [];
  return (
    <article class="paper paper-wide">
      <h2>{t('transfers.listPrintTitle')}</h2>
      <p class="paper-number">
        {transfer.agencyName} · {transfer.month}
        {transfer.number !== null && ` · ${transfer.number}`}
      </p>
      <table class="paper-table">
        <thead>
          <tr>
            <th>{t('transfers.row')}</th>
            {rowColumns.map((column) => (
              <th key={column}>{t(`transfers.col.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && (
            <tr>
              <td colSpan={rowColumns.length + 1}>{t('transfers.empty')}</td>
            </tr>
          )}
          {rows.map((row, at) => (
            <tr key={at}>
              <td>{at + 1}</td>
              {rowColumns.map((column) => (
                <td key={column}>{row[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('transfers.total', { count: rows.length })}</p>
      <Signatures />
    </article>
  );
}

export function TransferPrint() {
  const { params } = useRoute();
  const { query } = useLocation();
  const loaded = useTransfer(params.id ?? '');
  if (loaded.error !== null) return <ProblemNotice error={loaded.error} retry={loaded.reload} />;
  if (loaded.value === null) return <Loading />;
  const isReceipt = query.paper === 'receipt' && loaded.value.number !== null;
  return (
    <div class="stack">
      <WorkHead title={t(isReceipt ? 'transfers.printReceipt' : 'transfers.printList')}>
        <div class="row">
          <a class="button" href={`/admin/transfers/${loaded.value.id}`}>
            {t('app.cancel')}
          </a>
          <button type="button" class="button button-primary" onClick={() => window.print()}>
            <Icon node={Printer} /> {t('transfers.print')}
          </button>
        </div>
      </WorkHead>
      {isReceipt ? <Receipt transfer={loaded.value} /> : <List transfer={loaded.value} />}
    </div>
  );
}
