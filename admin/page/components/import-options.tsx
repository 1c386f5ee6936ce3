// What holds for the whole import: the sums, the agency for rows that name none, the approval, and the act itself.
import { FileInput } from 'lucide';
import { useId, useState } from 'preact/hooks';
import type { ImportJob } from '#shared/protocol/import-api.ts';
import { formatCount, t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import { sumOf, writesOf } from '../state/import-figures.ts';
import type { ImportJobState } from '../state/import-job.ts';
import { Icon } from './icon.tsx';

function AgencyField({ state }: { readonly state: ImportJobState }) {
  const id = useId();
  const agencies = useAgencies();
  const [text, setText] = useState(state.agency);
  const isNew =
    text.trim() !== '' && agencies.value !== null && !agencies.value.some(({ name }) => name === text.trim());
  return (
    <div class="field">
      <label for={id}>{t('import.agency')}</label>
      <div class="row">
        <input
          id={id}
          class="input import-agency"
          list={`${id}-known`}
          maxLength={200}
          value={text}
          aria-describedby={`${id}-hint`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <datalist id={`${id}-known`}>
          {(agencies.value ?? []).map((agency) => (
            <option key={agency.id} value={agency.name} />
          ))}
        </datalist>
        <button
          type="button"
          class="button"
          disabled={state.isBusy || text.trim() === state.agency.trim()}
          onClick={() => state.chooseAgency(text.trim())}
        >
          {t('import.again')}
        </button>
      </div>
      <p class="hint" id={`${id}-hint`}>
        {t(isNew ? 'import.agencyNew' : 'import.agencyHint')}
      </p>
    </div>
  );
}

export function ImportOptions({ job, state }: { readonly job: ImportJob; readonly state: ImportJobState }) {
  const [isApproved, setApproved] = useState(false);
  const writes = writesOf(job.files);
  const isIdle = state.isBusy || job.state !== 'previewed';
  return (
    <section class="card stack" aria-label={t('import.step.check')}>
      <p class="import-summary" role="status">
        {job.state === 'previewing'
          ? t('import.reading')
          : t('import.summary', {
              created: formatCount(sumOf(job.files, 'created')),
              updated: formatCount(sumOf(job.files, 'updated')),
              unchanged: formatCount(sumOf(job.files, 'unchanged')),
              rejected: formatCount(sumOf(job.files, 'rejectedCount')),
            })}
      </p>
      <AgencyField state={state} />
      <label class="row check-line">
        <input
          type="checkbox"
          class="check"
          checked={isApproved}
          onChange={(event) => setApproved(event.currentTarget.checked)}
        />
        {t('import.approve')}
      </label>
      <div class="row">
        <button
          type="button"
          class="button button-primary import-act"
          disabled={isIdle || writes === 0}
          onClick={() => state.run(isApproved)}
        >
          <Icon node={FileInput} /> {t('import.run', { count: formatCount(writes) })}
        </button>
        <button type="button" class="button" onClick={state.discard}>
          {t('import.discard')}
        </button>
        {writes === 0 && !isIdle && <span class="secondary">{t('import.nothingToDo')}</span>}
      </div>
    </section>
  );
}
