// Taking down what was told or brought on paper, and the receipt for who brought it.
import { useState } from 'preact/hooks';
import { type CaseEntered, type CaseEntry, caseEnteredSchema } from '#shared/protocol/case-desk-api.ts';
import { request } from '../api/client.ts';
import { CaseEntryFiles, type EntryFile } from '../components/case-entry-files.tsx';
import { CaseEntryForm, FormPart } from '../components/case-entry-form.tsx';
import { CaseSlip } from '../components/case-slip.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { t } from '../i18n/case-words.ts';
import { deskLanguage } from '../i18n/index.ts';
import { blankEntry, entryToSend, hasBadPhone, missingFields } from '../state/case-entry.ts';
import { today } from '../state/day.ts';
import { useLeaveGuard } from '../state/leave-guard.ts';
import { useSaving } from '../state/saving.ts';

/** What stands in the way of entering it, in words; empty when nothing does. */
function obstacle(entry: CaseEntry): string {
  const missing = missingFields(entry);
  if (missing.length > 0) {
    const separator = deskLanguage.value === 'en' ? ', ' : '、';
    return t('entry.case.missing', { fields: missing.map((key) => t(key)).join(separator) });
  }
  return hasBadPhone(entry) ? t('entry.case.badPhone') : '';
}

function EntryForm({ onEntered }: { readonly onEntered: (entered: CaseEntered) => void }) {
  const [entry, setEntry] = useState<CaseEntry>(() => blankEntry(today()));
  const [files, setFiles] = useState<readonly EntryFile[]>([]);
  const [isTouched, setTouched] = useState(false);
  const [hasTried, setTried] = useState(false);
  const saving = useSaving();
  useLeaveGuard(isTouched ? t('entry.case.leave') : null);
  const set = (change: Partial<CaseEntry>) => {
    setTouched(true);
    setEntry((before) => ({ ...before, ...change }));
  };
  const fault = obstacle(entry);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (fault !== '') return;
    const body = entryToSend({ ...entry, files: files.map(({ uploadId }) => uploadId) });
    await saving.save(async () => {
      const entered = await request('POST', '/cases/entries', caseEnteredSchema, { body });
      setTouched(false);
      onEntered(entered);
    });
  };
  return (
    <form class="case-paper" noValidate autocomplete="off" onSubmit={submit}>
      <CaseEntryForm entry={entry} set={set} />
      <FormPart title={t('entry.case.files')}>
        <CaseEntryFiles
          files={files}
          onChange={(next) => {
            setTouched(true);
            setFiles(next);
          }}
        />
      </FormPart>
      <div class="stack case-paper-foot">
        {hasTried && fault !== '' && (
          <p class="notice notice-warn" role="alert">
            {fault}
          </p>
        )}
        {saving.error !== null && <ProblemNotice error={saving.error} />}
        <div class="row">
          <button type="submit" class="button button-primary" disabled={saving.isBusy}>
            {t('entry.case.save')}
          </button>
          <a class="button" href="/admin/cases">
            {t('app.cancel')}
          </a>
        </div>
      </div>
    </form>
  );
}

export function CaseEntryScreen() {
  const [entered, setEntered] = useState<CaseEntered | null>(null);
  return (
    <div class="stack">
      <WorkHead title={t('entry.case.title')} lead={t('entry.case.lead')}>
        <a class="button" href="/admin/cases">
          {t('case.back')}
        </a>
      </WorkHead>
      {entered === null ? (
        <EntryForm onEntered={setEntered} />
      ) : (
        <CaseSlip entered={entered} onAnother={() => setEntered(null)} />
      )}
    </div>
  );
}
