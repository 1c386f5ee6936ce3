// What is held of one person: found, handed over, erased. Who is asked for travels in bodies, never in an address.
import { Download, Search, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { caseKinds, caseStates } from '#shared/cases/case-kinds.ts';
import { type FoundCase, foundCasesSchema, type PersonQuery } from '#shared/protocol/case-privacy-api.ts';
import { request, requestFile } from '../api/client.ts';
import { t } from '../i18n/case-words.ts';
import { saveFile } from '../state/save-file.ts';
import { useSaving } from '../state/saving.ts';
import { useTicked } from '../state/ticked.ts';
import { CaseEraseDialog } from './case-erase-dialog.tsx';
import { CaseStateTag } from './case-state.tsx';
import { TextField } from './fields.tsx';
import { Icon } from './icon.tsx';
import { ProblemNotice } from './problem.tsx';

const nobody: PersonQuery = { name: '', idNumber: '', phone: '' };
const longest = { name: 120, idNumber: 40, phone: 30 } as const;

interface FoundListProps {
  readonly cases: readonly FoundCase[];
  readonly ids: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

function FoundList({ cases, ids, onToggle }: FoundListProps) {
  return (
    <ul class="case-found">
      {cases.map(({ id, number, kind, receivedOn, state }) => {
        const known = caseKinds.find((one) => one === kind);
        const stands = caseStates.find((one) => one === state);
        return (
          <li key={id} class="row">
            <input
              type="checkbox"
              class="check"
              aria-label={t('privacy.select', { number })}
              checked={ids.has(id)}
              onChange={() => onToggle(id)}
            />
            <a class="numeric" href={`/admin/cases/${id}`}>
              {number}
            </a>
            <span class="secondary">
              {known === undefined ? '' : t(`case.kind.${known}`)} · {receivedOn}
            </span>
            {stands !== undefined && <CaseStateTag state={stands} />}
          </li>
        );
      })}
    </ul>
  );
}

export function CasePrivacyCard() {
  const [person, setPerson] = useState<PersonQuery>(nobody);
  const [found, setFound] = useState<readonly FoundCase[] | null>(null);
  const [done, setDone] = useState('');
  const [isErasing, setErasing] = useState(false);
  const saving = useSaving();
  const ticked = useTicked(found?.map(({ id }) => id) ?? [], JSON.stringify(found));
  const ids = [...ticked.ids];
  const find = (event: SubmitEvent) => {
    event.preventDefault();
    setDone('');
    void saving.save(async () => {
      setFound((await request('POST', '/case-privacy/find', foundCasesSchema, { body: person })).cases);
    });
  };
  const takeOut = () =>
    saving.save(async () => {
      saveFile(await requestFile('POST', '/case-privacy/export', { body: { ids } }), 'personal-data.zip');
      setDone(t('privacy.exported'));
    });
  const isBlank = person.idNumber.trim() === '' && person.phone.trim() === '';
  const line = (field: keyof PersonQuery) => (
    <TextField
      label={t(`privacy.${field}`)}
      value={person[field]}
      maxLength={longest[field]}
      autocomplete="off"
      onChange={(text) => setPerson({ ...person, [field]: text ?? '' })}
    />
  );
  return (
    <section class="card stack" aria-labelledby="case-privacy">
      <h2 id="case-privacy">{t('privacy.title')}</h2>
      <p class="secondary">{t('privacy.hint')}</p>
      <form class="stack" autocomplete="off" onSubmit={find}>
        <div class="case-form">
          {line('idNumber')}
          {line('phone')}
          {line('name')}
        </div>
        <p class="secondary">{t('privacy.findHint')}</p>
        <div class="row">
          <button type="submit" class="button button-primary" disabled={isBlank || saving.isBusy}>
            <Icon node={Search} /> {t('privacy.find')}
          </button>
        </div>
      </form>
      {saving.error !== null && <ProblemNotice error={saving.error} />}
      {done !== '' && (
        <p class="notice notice-good" role="status">
          {done}
        </p>
      )}
      {found !== null && (
        <p role="status">
          {found.length === 0 ? t('privacy.none') : t('privacy.found', { count: found.length })}
        </p>
      )}
      {found !== null && found.length > 0 && (
        <>
          <FoundList cases={found} ids={ticked.ids} onToggle={ticked.toggle} />
          <div class="row">
            <button
              type="button"
              class="button"
              disabled={ids.length === 0 || saving.isBusy}
              onClick={takeOut}
            >
              <Icon node={Download} /> {t('privacy.export')}
            </button>
            <button
              type="button"
              class="button button-danger"
              disabled={ids.length === 0 || saving.isBusy}
              onClick={() => setErasing(true)}
            >
              <Icon node={Trash2} /> {t('privacy.erase')}
            </button>
          </div>
        </>
      )}
      {isErasing && (
        <CaseEraseDialog
          ids={ids}
          onErased={(count) => {
            setErasing(false);
            setFound(null);
            setPerson(nobody);
            setDone(t('privacy.erased', { count }));
          }}
          onClose={() => setErasing(false)}
        />
      )}
    </section>
  );
}
