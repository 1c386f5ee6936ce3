// Makes a draft page of the catalogue of a final annual report.
import { useState } from 'preact/hooks';
import { type AnnualReport, annualPageAnswerSchema } from '#shared/protocol/annual-api.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import { useSaving } from '../state/saving.ts';
import { SelectField } from './fields.tsx';
import { SaveOutcome } from './save-outcome.tsx';

export function AnnualPageForm({ report }: { readonly report: AnnualReport }) {
  const agencies = useAgencies();
  const [recordId, setRecordId] = useState(report.recordId);
  const [chosen, setChosen] = useState(report.agencyId ?? '');
  const saving = useSaving();
  const options = agencies.value ?? [];
  const agencyId = chosen || (options[0]?.id ?? '');
  if (recordId !== null) {
    return (
      <a class="button" href={`/admin/records/${recordId}`}>
        {t('annual.openPage')}
      </a>
    );
  }
  const make = (event: SubmitEvent) => {
    event.preventDefault();
    void saving.save(async () => {
      const path = `/annual-reports/${report.id}/page`;
      setRecordId((await request('POST', path, annualPageAnswerSchema, { body: { agencyId } })).recordId);
    });
  };
  return (
    <form class="stack" onSubmit={make}>
      <p class="secondary">{t('annual.pageLead')}</p>
      <div class="row row-end">
        <SelectField
          label={t('annual.pageAgency')}
          value={agencyId}
          options={options.map(({ id, name }) => [id, name])}
          onChange={setChosen}
        />
        <button type="submit" class="button button-primary" disabled={saving.isBusy || agencyId === ''}>
          {t('annual.page')}
        </button>
      </div>
      <SaveOutcome saving={saving} />
    </form>
  );
}
