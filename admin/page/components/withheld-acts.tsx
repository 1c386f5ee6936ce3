// What can be done with an entry now: decide over a proposal, or look again at what is withheld.
import { useState } from 'preact/hooks';
import {
  type WithheldDetail,
  type WithheldEvaluation,
  withheldDetailSchema,
} from '#shared/protocol/withheld-api.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import type { Saving } from '../state/saving.ts';
import type { Confirm } from './confirm.tsx';
import { TextField } from './fields.tsx';

interface ActsProps {
  readonly detail: WithheldDetail;
  readonly saving: Saving;
  readonly confirm: Confirm;
  readonly onChanged: (detail: WithheldDetail) => void;
}

export function DecideCard({ detail: { entry }, saving, onChanged }: ActsProps) {
  const [note, setNote] = useState('');
  const decide = (isWithheld: boolean) =>
    saving.save(async () => {
      const body = { revision: entry.revision, isWithheld, note };
      onChanged(await request('POST', `/withheld/${entry.id}/decision`, withheldDetailSchema, { body }));
    });
  return (
    <section class="card stack" aria-labelledby="withheld-decide">
      <h2 id="withheld-decide">{t('withheld.decide')}</h2>
      <p class="secondary">{t('withheld.decideLine')}</p>
      <TextField
        label={t('withheld.decisionNote')}
        value={note}
        isLong
        rows={2}
        maxLength={2000}
        onChange={(text) => setNote(text ?? '')}
      />
      <div class="row">
        <button
          type="button"
          class="button button-primary"
          disabled={saving.isBusy}
          onClick={() => decide(true)}
        >
          {t('withheld.withhold')}
        </button>
        <button
          type="button"
          class="button button-danger"
          disabled={saving.isBusy || note.trim() === ''}
          onClick={() => decide(false)}
        >
          {t('withheld.refuse')}
        </button>
      </div>
    </section>
  );
}

export function EvaluateCard({ detail: { entry }, saving, confirm, onChanged }: ActsProps) {
  const [note, setNote] = useState('');
  const [until, setUntil] = useState<string | null>(null);
  const evaluate = async (result: WithheldEvaluation['result']) => {
    const isDisclosing = result !== 'keep';
    if (isDisclosing && !(await confirm.ask(t('withheld.discloseAsk'), t(`withheld.${result}`)))) return;
    await saving.save(async () => {
      const body = { revision: entry.revision, result, note, until };
      onChanged(await request('POST', `/withheld/${entry.id}/evaluations`, withheldDetailSchema, { body }));
    });
  };
  const isReady = note.trim() !== '' && !saving.isBusy;
  return (
    <section class="card stack" aria-labelledby="withheld-evaluate">
      <h2 id="withheld-evaluate">{t('withheld.evaluate')}</h2>
      <p class="secondary">{t('withheld.evaluateLine')}</p>
      <div class="form-grid">
        <TextField
          label={t('withheld.evaluationNote')}
          value={note}
          isLong
          isRequired
          rows={2}
          maxLength={2000}
          onChange={(text) => setNote(text ?? '')}
        />
        <TextField label={t('withheld.newUntil')} type="date" value={until ?? ''} onChange={setUntil} />
      </div>
      <div class="row">
        <button
          type="button"
          class="button button-primary"
          disabled={!isReady}
          onClick={() => evaluate('keep')}
        >
          {t('withheld.keep')}
        </button>
        <button type="button" class="button" disabled={!isReady} onClick={() => evaluate('partial')}>
          {t('withheld.partial')}
        </button>
        <button type="button" class="button" disabled={!isReady} onClick={() => evaluate('disclose')}>
          {t('withheld.disclose')}
        </button>
      </div>
    </section>
  );
}
