// The venue every terminal and phone page shows.
import { useState } from 'preact/hooks';
import { type DisplayField, findDisplayFaults, tidyDisplay } from '#shared/catalogue/display-rules.ts';
import type { VenueProfile } from '#shared/catalogue/venue.ts';
import { displayOf } from '#shared/catalogue/venue-display.ts';
import { describeError } from '#shared/errors/describe-error.ts';
import { nothing, request } from '../api/client.ts';
import { deskLanguage, t } from '../i18n/index.ts';
import { isSameValue } from '../state/same-value.ts';
import { useSaving } from '../state/saving.ts';
import { isAdministrator } from '../state/session.ts';
import { DisplayFields } from './display-fields.tsx';
import { TextField } from './fields.tsx';
import { SaveOutcome } from './save-outcome.tsx';

const fields = [
  { key: 'name', max: 200, isNeeded: true },
  { key: 'region', max: 100, isNeeded: true },
  { key: 'address', max: 300, rows: 2 },
  { key: 'phone', max: 100 },
  { key: 'hours', max: 300, rows: 2 },
  { key: 'supervisionPhone', max: 100 },
] as const;

/** What keeps the form from being saved, in the same words the hub would use. */
function faultsOf(venue: VenueProfile): Map<DisplayField, string> {
  const faults = findDisplayFaults(tidyDisplay(displayOf(venue)));
  return new Map(
    faults.map(({ field, error }) => [field, describeError(error.code, error.details, deskLanguage.value)]),
  );
}

export function VenueForm({ stored }: { readonly stored: VenueProfile }) {
  const [saved, setSaved] = useState(stored);
  const [venue, setVenue] = useState(stored);
  const saving = useSaving();
  const [isChecked, setIsChecked] = useState(false);
  const isChanged = !isSameValue(venue, saved);
  const faults = faultsOf(venue);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (faults.size > 0) return;
    const body = { ...venue, display: tidyDisplay(displayOf(venue)) };
    if (!(await saving.save(() => request('PUT', '/venue', nothing, { body })))) return;
    setVenue(body);
    setSaved(body);
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
      <DisplayFields
        value={displayOf(venue)}
        faults={isChecked ? faults : new Map()}
        onChange={(display) => {
          setVenue({ ...venue, display });
          saving.reset();
        }}
      />
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
