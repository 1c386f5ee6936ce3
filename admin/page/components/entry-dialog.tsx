// One entry of a ledger written by hand: added, corrected with a reason, or declared void; its versions below.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type EntryInput, entrySchema, type LedgerEntry } from '#shared/protocol/ledgers-api.ts';
import type { WrittenLedgerId } from '#shared/reports/ledgers.ts';
import { request } from '../api/client.ts';
import { formatTime, t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import { today } from '../state/day.ts';
import { useLoaded } from '../state/loaded.ts';
import { type Saving, useSaving } from '../state/saving.ts';
import { may } from '../state/session.ts';
import { EntryFields, emptyEntry } from './entry-fields.tsx';
import { FlagField, SelectField, TextField } from './fields.tsx';
import { DayField } from './ledger-filters.tsx';
import { Loading } from './loading.tsx';
import { ProblemNotice } from './problem.tsx';
import { SaveOutcome } from './save-outcome.tsx';

interface EntryDialogProps {
  readonly ledger: WrittenLedgerId;
  /** The entry to open; null for a new one. */
  readonly entryId: string | null;
  readonly onClose: (isChanged: boolean) => void;
}

export function EntryDialog({ ledger, entryId, onClose }: EntryDialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const isChanged = useRef(false);
  const loaded = useLoaded(
    async (signal) =>
      entryId === null ? null : await request('GET', `/ledger-entries/${entryId}`, entrySchema, { signal }),
    [entryId],
  );
  useEffect(() => element.current?.showModal(), []);
  const close = () => element.current?.close();
  return (
    <dialog
      ref={element}
      class="dialog dialog-wide"
      aria-labelledby="entry-title"
      onClose={() => onClose(isChanged.current)}
    >
      {loaded.error !== null && <ProblemNotice error={loaded.error} retry={loaded.reload} />}
      {loaded.isLoading && <Loading />}
      {!loaded.isLoading && loaded.error === null && (
        <EntryForm
          key={loaded.value?.version ?? 0}
          ledger={ledger}
          entry={loaded.value}
          onSaved={() => {
            isChanged.current = true;
            close();
          }}
          onClose={close}
        />
      )}
    </dialog>
  );
}

interface EntryFormProps {
  readonly ledger: WrittenLedgerId;
  readonly entry: LedgerEntry | null;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

function inputOf(ledger: WrittenLedgerId, entry: LedgerEntry | null): EntryInput {
  if (entry === null) return { date: today(), agencyId: null, content: emptyEntry(ledger) };
  const { date, agencyId, content } = entry;
  return { date, agencyId, content };
}

function useEntryForm({ ledger, entry, onSaved }: EntryFormProps) {
  const [input, setInput] = useState(() => inputOf(ledger, entry));
  const [reason, setReason] = useState('');
  const [isVoid, setVoid] = useState(entry?.isVoid ?? false);
  const saving = useSaving();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const act = () =>
      entry === null
        ? request('POST', '/ledger-entries', entrySchema, { body: input })
        : request('PUT', `/ledger-entries/${entry.id}`, entrySchema, {
            body: { ...input, baseVersion: entry.version, reason, isVoid },
          });
    if (await saving.save(act)) onSaved();
  };
  return { input, setInput, reason, setReason, isVoid, setVoid, saving, submit };
}

function EntryForm(props: EntryFormProps) {
  const { ledger, entry } = props;
  const form = useEntryForm(props);
  const mayWrite = may('reports.write');
  const number = entry?.number ?? '';
  const title = entry === null ? `entry.add.${ledger}` : mayWrite ? 'entry.correct' : 'entry.read';
  return (
    <form class="stack" onSubmit={form.submit}>
      <h2 id="entry-title">{t(title as 'entry.correct', { number })}</h2>
      <fieldset class="plain-set stack" disabled={!mayWrite}>
        <EntryHead ledger={ledger} value={form.input} onChange={form.setInput} />
        <EntryFields
          value={form.input.content}
          onChange={(content) => form.setInput({ ...form.input, content })}
        />
        {entry !== null && mayWrite && (
          <>
            <TextField
              label={t('entry.reason')}
              isRequired
              maxLength={500}
              hint={t('entry.reasonHint')}
              value={form.reason}
              onChange={(reason) => form.setReason(reason ?? '')}
            />
            <FlagField label={t('entry.void')} isOn={form.isVoid} onChange={form.setVoid} />
          </>
        )}
      </fieldset>
      {entry !== null && entry.versions.length > 1 && <EntryVersions entry={entry} />}
      <SaveOutcome saving={form.saving} />
      <DialogActs mayWrite={mayWrite} saving={form.saving} onClose={props.onClose} />
    </form>
  );
}

interface EntryHeadProps {
  readonly ledger: WrittenLedgerId;
  readonly value: EntryInput;
  readonly onChange: (input: EntryInput) => void;
}

function EntryHead({ ledger, value, onChange }: EntryHeadProps) {
  const agencies = useAgencies();
  return (
    <div class="form-grid">
      <DayField
        label={t(`entry.date.${ledger}`)}
        isRequired
        value={value.date}
        onChange={(date) => onChange({ ...value, date })}
      />
      <SelectField
        label={t(`entry.agency.${ledger}`)}
        value={value.agencyId ?? ''}
        none={t('entry.agencyNone')}
        options={(agencies.value ?? []).map(({ id, name }) => [id, name])}
        onChange={(id) => onChange({ ...value, agencyId: id === '' ? null : id })}
      />
    </div>
  );
}

function EntryVersions({ entry }: { readonly entry: LedgerEntry }) {
  return (
    <section class="stack" aria-labelledby="entry-versions">
      <h3 id="entry-versions">{t('entry.versions')}</h3>
      <ol class="timeline">
        {entry.versions.map(({ version, at, who, reason, isVoid, content }) => (
          <li key={version}>
            <span>
              {t('entry.version', { version })}{' '}
              {isVoid && <span class="tag tag-bad">{t('entry.voided')}</span>}{' '}
              <span class="secondary numeric">
                {formatTime(at)} · {who}
              </span>
            </span>
            <span>
              {reason !== '' && <>{reason} — </>}
              {content.content}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface DialogActsProps {
  readonly mayWrite: boolean;
  readonly saving: Saving;
  readonly onClose: () => void;
}

function DialogActs({ mayWrite, saving, onClose }: DialogActsProps) {
  return (
    <div class="dialog-acts">
      <button type="button" class="button" onClick={onClose}>
        {t(mayWrite ? 'app.cancel' : 'entry.close')}
      </button>
      {mayWrite && (
        <button type="submit" class="button button-primary" disabled={saving.isBusy}>
          {t('app.save')}
        </button>
      )}
    </div>
  );
}
