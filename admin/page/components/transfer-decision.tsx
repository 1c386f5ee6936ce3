// What can be done with a batch now: send it, receive it, send it back.
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { t } from '../i18n/index.ts';
import { actOn, removeBatch } from '../state/transfers.ts';
import { TextField } from './fields.tsx';
import type { PapersProps } from './transfer-papers.tsx';

function Explanation({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  return (
    <TextField
      label={t('transfers.explain')}
      value={value}
      isLong
      rows={2}
      maxLength={1000}
      onChange={(text) => onChange(text ?? '')}
    />
  );
}

function SendCard({ transfer, saving, confirm, onChanged }: PapersProps) {
  const { route } = useLocation();
  const [explanation, setExplanation] = useState('');
  const hasErrors = transfer.findings.some(({ severity }) => severity === 'error');
  const send = async () => {
    if (!(await confirm.ask(t('transfers.sendAsk'), t('transfers.send')))) return;
    const body = { revision: transfer.revision, explanation };
    await saving.save(async () => onChanged(await actOn(transfer.id, 'send', body)));
  };
  const remove = async () => {
    if (!(await confirm.ask(t('transfers.removeAsk'), t('transfers.remove')))) return;
    if (await saving.save(() => removeBatch(transfer.id))) route('/admin/transfers');
  };
  return (
    <section class="card stack" aria-label={t('transfers.send')}>
      {hasErrors && <Explanation value={explanation} onChange={setExplanation} />}
      <div class="row">
        <button
          type="button"
          class="button button-primary"
          disabled={saving.isBusy || (hasErrors && explanation.trim() === '')}
          onClick={send}
        >
          {t('transfers.send')}
        </button>
        {transfer.state === 'preparing' && (
          <button type="button" class="button button-danger" disabled={saving.isBusy} onClick={remove}>
            {t('transfers.remove')}
          </button>
        )}
      </div>
    </section>
  );
}

function ReceiveCard({ transfer, saving, onChanged }: PapersProps) {
  const [summary, setSummary] = useState('');
  const [explanation, setExplanation] = useState('');
  const [reasons, setReasons] = useState('');
  const { revision } = transfer;
  const hasErrors = transfer.findings.some(({ severity }) => severity === 'error');
  const act = (what: 'receive' | 'return', body: unknown) =>
    saving.save(async () => onChanged(await actOn(transfer.id, what, body)));
  return (
    <section class="card stack" aria-labelledby="transfer-receive">
      <h2 id="transfer-receive">{t('transfers.receiveTitle')}</h2>
      <p class="secondary">{t('transfers.receiveLine')}</p>
      <div class="columns columns-two">
        <div class="stack">
          <TextField
            label={t('transfers.summary')}
            value={summary}
            isLong
            rows={2}
            maxLength={2000}
            onChange={(text) => setSummary(text ?? '')}
          />
          {hasErrors && <Explanation value={explanation} onChange={setExplanation} />}
          <div class="row">
            <button
              type="button"
              class="button button-primary"
              disabled={saving.isBusy || (hasErrors && explanation.trim() === '')}
              onClick={() => act('receive', { revision, summary, explanation })}
            >
              {t('transfers.receive')}
            </button>
          </div>
        </div>
        <div class="stack">
          <TextField
            label={t('transfers.reasons')}
            value={reasons}
            isLong
            rows={2}
            maxLength={2000}
            onChange={(text) => setReasons(text ?? '')}
          />
          <div class="row">
            <button
              type="button"
              class="button button-danger"
              disabled={saving.isBusy || reasons.trim() === ''}
              onClick={() => act('return', { revision, reasons })}
            >
              {t('transfers.return')}
            </button>
          </div>
        </div>
      </div>
    </section>
  );
}

export function TransferDecision(props: PapersProps) {
  const { mayDo } = props.transfer;
  if (mayDo.includes('receive')) return <ReceiveCard {...props} />;
  return mayDo.includes('send') ? <SendCard {...props} /> : null;
}
