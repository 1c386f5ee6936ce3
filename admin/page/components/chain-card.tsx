// The chain of the audit trail: verified on demand, its newest digest to write down, and the trail to take away.
import { CircleAlert, CircleCheck, Download, ShieldCheck } from 'lucide';
import { useState } from 'preact/hooks';
import { type AuditChain, auditChainSchema } from '#shared/protocol/history-api.ts';
import { request } from '../api/client.ts';
import { formatCount, formatTime, t } from '../i18n/index.ts';
import { useSaving } from '../state/saving.ts';
import { Icon } from './icon.tsx';
import { DayField } from './ledger-filters.tsx';
import { ProblemNotice } from './problem.tsx';

function ChainState({ chain }: { readonly chain: AuditChain }) {
  const { isSound, entries, at, broken, head } = chain;
  return (
    <>
      <p class={`notice ${isSound ? 'notice-good' : 'notice-problem'}`} role="status">
        <Icon node={isSound ? CircleCheck : CircleAlert} />{' '}
        {isSound
          ? t('chain.sound', { entries: formatCount(entries), at: formatTime(at) })
          : t('chain.broken', { ids: broken.join(', ') })}
      </p>
      <p class="secondary">
        {t('chain.head')} <code class="digest">{head}</code>
      </p>
    </>
  );
}

function ExportForm() {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const query = new URLSearchParams();
  if (from !== '') query.set('from', from);
  if (to !== '') query.set('to', to);
  return (
    <div class="row row-end">
      <DayField label={t('ledgers.from')} value={from} onChange={setFrom} />
      <DayField label={t('ledgers.to')} value={to} onChange={setTo} />
      <a class="button" href={`/api/audit/export?${query}`} download>
        <Icon node={Download} /> {t('chain.export')}
      </a>
    </div>
  );
}

export function ChainCard() {
  const [chain, setChain] = useState<AuditChain | null>(null);
  const checking = useSaving();
  const check = () =>
    checking.save(async () => setChain(await request('GET', '/audit/chain', auditChainSchema)));
  return (
    <section class="card stack" aria-labelledby="chain-title">
      <h2 id="chain-title">{t('chain.title')}</h2>
      <p class="secondary">{t('chain.lead')}</p>
      <div>
        <button type="button" class="button" disabled={checking.isBusy} onClick={check}>
          <Icon node={ShieldCheck} /> {t(checking.isBusy ? 'chain.checking' : 'chain.check')}
        </button>
      </div>
      {checking.error !== null && <ProblemNotice error={checking.error} />}
      {chain !== null && <ChainState chain={chain} />}
      <p class="secondary">{t('chain.exportLead')}</p>
      <ExportForm />
    </section>
  );
}
