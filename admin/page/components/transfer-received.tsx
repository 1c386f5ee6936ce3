// What was received under a number: the drafts it became, and the way to withdraw items on an official letter.
import { useState } from 'preact/hooks';
import { transferSchema } from '#shared/protocol/transfers-api.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { paperAddress } from '../state/transfers.ts';
import { TextField } from './fields.tsx';
import { ScrollArea } from './scroll-area.tsx';
import type { PapersProps } from './transfer-papers.tsx';

export function TransferReceived({ transfer, saving, confirm, onChanged }: PapersProps) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const mayWithdraw = transfer.mayDo.includes('withdraw');
  const toggle = (place: number) => {
    const next = new Set(chosen);
    if (!next.delete(place)) next.add(place);
    setChosen(next);
  };
  return (
    <section class="card stack" aria-labelledby="transfer-received">
      <h2 id="transfer-received">{t('transfers.receivedTitle')}</h2>
      {transfer.summary !== '' && <p>{transfer.summary}</p>}
      <ScrollArea label={t('transfers.receivedTitle')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('transfers.row')}</th>
              <th scope="col">{t('transfers.col.title')}</th>
              <th scope="col">{t('transfers.col.docNo')}</th>
              <th scope="col">{t('transfers.col.date')}</th>
              <th scope="col" class="wide">
                {t('transfers.col.file')}
              </th>
              <th scope="col">{t('transfers.state')}</th>
            </tr>
          </thead>
          <tbody>
            {transfer.received.map((item) => (
              <tr key={item.place}>
                <td class="numeric">
                  <span class="transfer-place">
                    {mayWithdraw && item.letterNo === null && (
                      <input
                        type="checkbox"
                        class="check"
                        aria-label={t('transfers.choose', { title: item.title })}
                        checked={chosen.has(item.place)}
                        onChange={() => toggle(item.place)}
                      />
                    )}
                    {item.place}
                  </span>
                </td>
                <td class="grow">
                  {item.recordId === null ? (
                    item.title
                  ) : (
                    <a href={`/admin/records/${item.recordId}`}>{item.title}</a>
                  )}
                </td>
                <td>{item.docNo}</td>
                <td class="numeric">{item.date}</td>
                <td class="wide">{item.file}</td>
                <td>
                  {item.letterNo !== null && (
                    <span class="tag tag-bad">{t('transfers.recalled', { letter: item.letterNo })}</span>
                  )}
                  {item.letterNo === null && item.recordId === null && (
                    <span class="tag">{t('transfers.asFile')}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {transfer.withdrawals.map((letter) => (
        <p key={letter.letter.sha256 + letter.at}>
          {t('transfers.recalled', { letter: letter.letterNo })} · {letter.reason} ·{' '}
          <a href={paperAddress(transfer.id, letter.letter.sha256)}>{letter.letter.name}</a>
        </p>
      ))}
      {mayWithdraw && transfer.received.some(({ letterNo }) => letterNo === null) && (
        <WithdrawForm
          key={transfer.revision}
          places={[...chosen]}
          {...{ transfer, saving, confirm }}
          onChanged={(next) => {
            setChosen(new Set());
            onChanged(next);
          }}
        />
      )}
    </section>
  );
}

function WithdrawForm({
  transfer,
  places,
  saving,
  confirm,
  onChanged,
}: PapersProps & { readonly places: readonly number[] }) {
  const [letterNo, setLetterNo] = useState('');
  const [reason, setReason] = useState('');
  const [letter, setLetter] = useState<File | null>(null);
  const isWhole = places.length > 0 && letterNo.trim() !== '' && reason.trim() !== '' && letter !== null;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (letter === null) return;
    const question = t('transfers.withdrawAsk', { count: places.length });
    if (!(await confirm.ask(question, t('transfers.withdraw')))) return;
    const form = new FormData();
    form.append('letterNo', letterNo);
    form.append('reason', reason);
    form.append('places', JSON.stringify(places));
    form.append('letter', letter, letter.name);
    await saving.save(async () =>
      onChanged(await request('POST', `/transfers/${transfer.id}/withdrawals`, transferSchema, { form })),
    );
  };
  return (
    <details>
      <summary>{t('transfers.withdraw')}</summary>
      <form class="stack" onSubmit={submit}>
        <p class="secondary">{t('transfers.withdrawLine')}</p>
        <div class="form-grid">
          <TextField
            label={t('transfers.letterNo')}
            value={letterNo}
            isRequired
            maxLength={100}
            onChange={(text) => setLetterNo(text ?? '')}
          />
          <TextField
            label={t('transfers.withdrawReason')}
            value={reason}
            isRequired
            maxLength={1000}
            onChange={(text) => setReason(text ?? '')}
          />
          <div class="field">
            <label for="letter-scan">{t('transfers.letter')}</label>
            <input
              id="letter-scan"
              class="input"
              type="file"
              required
              accept=".pdf,.jpg,.jpeg,.png,.tif,.tiff"
              onChange={(event) => setLetter(event.currentTarget.files?.[0] ?? null)}
            />
          </div>
        </div>
        <div class="row">
          <button type="submit" class="button button-danger" disabled={!isWhole || saving.isBusy}>
            {t('transfers.withdraw')}
          </button>
        </div>
      </form>
    </details>
  );
}
