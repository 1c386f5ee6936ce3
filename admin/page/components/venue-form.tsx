// The venue every terminal and phone page shows.
import { useState } from 'preact/hooks';
import type * as z from 'zod';
import type { venueSchema } from '#shared/protocol/hub-api.ts';
import { nothing, request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { isSameValue } from '../state/same-value.ts';
import { useSaving } from '../state/saving.ts';
import { isAdministrator } from '../state/session.ts';
import { TextField } from './fields.tsx';
import { SaveOutcome } from './save-outcome.tsx';

type Venue = z.infer<typeof venueSchema>;

const fields = [
  { key: 'name', max: 200, isNeeded: true },
  { key: 'region', max: 100, isNeeded: true },
  { key: 'address', max: 300, rows: 2 },
  { key: 'phone', max: 100 },
  { key: 'hours', max: 300, rows: 2 },
  { key: 'supervisionPhone', max: 100 },
] as const;

export function VenueForm({ stored }: { readonly stored: Venue }) {
  const [saved, setSaved] = useState(stored);
  const [venue, setVenue] = useState(stored);
  const saving = useSaving();
  const isChanged = !isSameValue(venue, saved);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await saving.save(() => request('PUT', '/venue', nothing, { body: venue }))) setSaved(venue);
  };
  return (
    <form class="card stack" onSubmit={submit}>
      <h2>{t('settings.venue')}</h2>
      <p class="secondary">{t(isAdministrator() ? 'settings.venueHint' : 'settings.readOnly')}</p>
      {fields.map(({ key, max, ...field }) => {
        const isNeeded = 'isNeeded' in field;
        return (
          <TextField
            key={key}
            label={t(`settings.venue.${key}`)}
            isRequired={isNeeded}
            maxLength={max}
            {...('rows' in field ? { isLong: true, rows: field.rows } : {})}
            value={venue[key] ?? ''}
            onChange={(text) => {
              setVenue({ ...venue, [key]: text ?? (isNeeded ? '' : null) });
              saving.reset();
            }}
          />
        );
      })}
      <SaveOutcome saving={saving} />
      <div class="row">
        <button
          type="submit"
          class="button button-primary"
          disabled={!isChanged || saving.isBusy || !isAdministrator()}
        >
          {t('app.save')}
        </button>
      </div>
    </form>
  );
}
