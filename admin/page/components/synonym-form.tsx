// The list of synonyms as a form: find, add, change, remove, save, and whether it is saved.
import { CircleAlert, Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { mostSynonymRules } from '#shared/search/synonym-rules.ts';
import type { SynonymRule } from '#shared/search/types.ts';
import { nothing, request } from '../api/client.ts';
import { formatCount, t } from '../i18n/index.ts';
import { useLeaveGuard } from '../state/leave-guard.ts';
import { isSameValue } from '../state/same-value.ts';
import { useSaving } from '../state/saving.ts';
import { isAdministrator } from '../state/session.ts';
import { faultsOf, hasTooMany, rowsOf, rulesOf, type SynonymRow, withNewRow } from '../state/synonym-rows.ts';
import { Icon } from './icon.tsx';
import { SaveOutcome } from './save-outcome.tsx';
import { SynonymRows } from './synonym-rows.tsx';

const focusRow = (key: number) =>
  requestAnimationFrame(() => document.getElementById(`synonym-${key}`)?.focus());

export function SynonymForm({ stored }: { readonly stored: readonly SynonymRule[] }) {
  const [saved, setSaved] = useState(stored);
  const [rows, setRows] = useState<readonly SynonymRow[]>(() => rowsOf(stored));
  const [words, setWords] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const saving = useSaving();
  const rules = rulesOf(rows);
  const isChanged = !isSameValue(rules, saved);
  const faults = isChecked ? faultsOf(rows) : new Map();
  const isReadOnly = !isAdministrator();
  useLeaveGuard(isChanged ? t('synonyms.leaveAsk') : null);

  const change = (next: readonly SynonymRow[]) => {
    setRows(next);
    saving.reset();
  };
  const add = () => {
    const next = withNewRow(rows);
    setWords('');
    change(next);
    focusRow(next[0]?.key ?? 0);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setIsChecked(true);
    const [faulty] = faultsOf(rows).keys();
    if (faulty !== undefined) {
      setWords('');
      focusRow(faulty);
    }
    if (faulty !== undefined || hasTooMany(rows)) return;
    if (!(await saving.save(() => request('PUT', '/synonyms', nothing, { body: { rules } })))) return;
    setSaved(rules);
    setIsChecked(false);
  };
  const shown = rows.filter(({ word, names }) => `${word}、${names}`.includes(words.trim()));
  return (
    <form class="card stack" onSubmit={submit} noValidate>
      <p class="secondary">{t(isReadOnly ? 'settings.readOnly' : 'synonyms.hint')}</p>
      <div class="row synonym-tools">
        <div class="field synonym-find">
          <label for="synonym-find">{t('synonyms.find')}</label>
          <input
            id="synonym-find"
            class="input"
            type="search"
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </div>
        {!isReadOnly && (
          <>
            <button type="button" class="button" onClick={add}>
              <Icon node={Plus} /> {t('synonyms.add')}
            </button>
            <button type="submit" class="button button-primary" disabled={!isChanged || saving.isBusy}>
              {t('app.save')}
            </button>
            <span class="secondary" role="status">
              {t(isChanged ? 'synonyms.unsaved' : 'synonyms.allSaved', { count: formatCount(rows.length) })}
            </span>
          </>
        )}
      </div>
      <SaveOutcome saving={saving} />
      <Faults count={faults.size} isTooMany={isChecked && hasTooMany(rows)} />
      {shown.length === 0 && (
        <p class="secondary">{t(words === '' ? 'synonyms.none' : 'synonyms.noneFound')}</p>
      )}
      <SynonymRows
        rows={shown}
        numberOf={(row) => rows.indexOf(row) + 1}
        faults={faults}
        isReadOnly={isReadOnly}
        onChange={(next) => change(rows.map((row) => (row.key === next.key ? next : row)))}
        onRemove={(gone) => change(rows.filter((row) => row.key !== gone.key))}
      />
    </form>
  );
}

function Faults({ count, isTooMany }: { readonly count: number; readonly isTooMany: boolean }) {
  if (count === 0 && !isTooMany) return null;
  return (
    <p class="notice notice-problem" role="alert">
      <Icon node={CircleAlert} />
      {isTooMany ? t('synonyms.tooMany', { most: mostSynonymRules }) : t('synonyms.faulty', { count })}
    </p>
  );
}
