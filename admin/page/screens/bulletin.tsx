// One bulletin: its scores, its words, and the step that freezes both.
import { Lock, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { type Bulletin, bulletinSchema } from '#shared/protocol/bulletins-api.ts';
import { nothing, request } from '../api/client.ts';
import { useConfirm } from '../components/confirm.tsx';
import { FactsDialog, type OpenedNumber } from '../components/facts-dialog.tsx';
import { TextField } from '../components/fields.tsx';
import { FileLinks } from '../components/file-links.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { SaveOutcome } from '../components/save-outcome.tsx';
import { ScoreTable } from '../components/score-table.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { formatTime, t } from '../i18n/index.ts';
import { useLeaveGuard } from '../state/leave-guard.ts';
import { useLoaded } from '../state/loaded.ts';
import { useSaving } from '../state/saving.ts';
import { may } from '../state/session.ts';
import { shownPeriod } from './bulletins.tsx';

export function BulletinScreen() {
  const { params } = useRoute();
  const path = `/bulletins/${params.id ?? ''}`;
  const loaded = useLoaded((signal) => request('GET', path, bulletinSchema, { signal }), [path]);
  if (loaded.value !== null) return <OpenBulletin loaded={loaded.value} />;
  if (loaded.error !== null) return <ProblemNotice error={loaded.error} retry={loaded.reload} />;
  return <Loading />;
}

function useBulletin(loaded: Bulletin) {
  const { route } = useLocation();
  const [bulletin, setBulletin] = useState(loaded);
  const [title, setTitle] = useState(loaded.title);
  const [text, setText] = useState(loaded.text);
  const saving = useSaving();
  const path = `/bulletins/${bulletin.id}`;
  const isChanged = title !== bulletin.title || text !== bulletin.text;
  const take = (next: Bulletin) => {
    setBulletin(next);
    setTitle(next.title);
    setText(next.text);
  };
  const save = async () => {
    const body = { revision: bulletin.revision, title, text };
    take(await request('PUT', path, bulletinSchema, { body }));
  };
  const finalise = async () => {
    take(
      await request('POST', `${path}/finalise`, bulletinSchema, { body: { revision: bulletin.revision } }),
    );
  };
  const remove = async () => {
    await request('DELETE', path, nothing);
    route('/admin/ledgers/bulletins');
  };
  return { bulletin, title, setTitle, text, setText, saving, isChanged, save, finalise, remove };
}

function OpenBulletin({ loaded }: { readonly loaded: Bulletin }) {
  const state = useBulletin(loaded);
  const { bulletin, saving, isChanged } = state;
  const { ask, dialog } = useConfirm();
  const [opened, setOpened] = useState<OpenedNumber | null>(null);
  useLeaveGuard(isChanged ? t('bulletin.unsaved') : null);
  const mayWrite = may('reports.write') && bulletin.state === 'draft';
  const finalise = async () => {
    if (await ask(t('bulletin.finaliseAsk', { title: bulletin.title }), t('bulletin.finalise')))
      await saving.save(state.finalise);
  };
  const remove = async () => {
    if (await ask(t('bulletin.removeAsk', { title: bulletin.title }), t('bulletin.remove')))
      await saving.save(state.remove);
  };
  return (
    <div class="stack">
      <BulletinHead bulletin={bulletin} />
      <section class="card stack" aria-labelledby="bulletin-scores">
        <h2 id="bulletin-scores">{t('bulletin.scores')}</h2>
        <p class="secondary">{t('bulletin.scoresLead')}</p>
        {!bulletin.figures.isDutyKnown && <p class="notice notice-warn">{t('bulletin.noCalendar')}</p>}
        <ScoreTable figures={bulletin.figures} onOpen={setOpened} />
      </section>
      <BulletinWords state={state} isFixed={!mayWrite} />
      <SaveOutcome saving={saving} />
      {mayWrite && (
        <div class="row">
          <button
            type="button"
            class="button button-primary"
            disabled={!isChanged || saving.isBusy}
            onClick={() => void saving.save(state.save)}
          >
            {t('app.save')}
          </button>
          <button type="button" class="button" disabled={isChanged || saving.isBusy} onClick={finalise}>
            <Icon node={Lock} /> {t('bulletin.finalise')}
          </button>
          <button type="button" class="button button-danger" disabled={saving.isBusy} onClick={remove}>
            <Icon node={Trash2} /> {t('bulletin.remove')}
          </button>
        </div>
      )}
      {opened !== null && (
        <FactsDialog bulletinId={bulletin.id} number={opened} onClose={() => setOpened(null)} />
      )}
      {dialog}
    </div>
  );
}

function BulletinHead({ bulletin }: { readonly bulletin: Bulletin }) {
  const { id, title, period, state, finalisedAt, finalisedBy } = bulletin;
  return (
    <WorkHead
      title={title}
      lead={
        <>
          {shownPeriod(period)}{' '}
          <span class={`tag${state === 'final' ? ' tag-good' : ''}`}>{t(`bulletin.state.${state}`)}</span>{' '}
          {finalisedAt !== null &&
            t('bulletin.finalBy', { who: finalisedBy ?? '', at: formatTime(finalisedAt) })}
        </>
      }
    >
      <div class="row">
        <a class="button" href="/admin/ledgers/bulletins">
          {t('bulletin.back')}
        </a>
        <FileLinks path={`/bulletins/${id}/file`} formats={['html', 'xlsx']} sheet={t('bulletin.annex')} />
      </div>
    </WorkHead>
  );
}

interface BulletinWordsProps {
  readonly state: ReturnType<typeof useBulletin>;
  readonly isFixed: boolean;
}

const shortParts = [
  { key: 'issue', max: 50 },
  { key: 'issuer', max: 100 },
  { key: 'date', max: 40 },
] as const;
const longParts = [
  { key: 'overview', max: 5000 },
  { key: 'findings', max: 10_000 },
  { key: 'demands', max: 10_000 },
] as const;

function BulletinWords({ state, isFixed }: BulletinWordsProps) {
  const { title, setTitle, text, setText, saving } = state;
  const set = (part: Partial<typeof text>) => {
    setText({ ...text, ...part });
    saving.reset();
  };
  return (
    <section class="card stack" aria-labelledby="bulletin-words">
      <h2 id="bulletin-words">{t('bulletin.words')}</h2>
      <fieldset class="plain-set stack" disabled={isFixed}>
        <TextField
          label={t('bulletins.title')}
          isRequired
          maxLength={200}
          value={title}
          onChange={(words) => setTitle(words ?? '')}
        />
        <div class="form-grid">
          {shortParts.map(({ key, max }) => (
            <TextField
              key={key}
              label={t(`bulletin.${key}`)}
              maxLength={max}
              value={text[key]}
              onChange={(words) => set({ [key]: words ?? '' })}
            />
          ))}
        </div>
        {longParts.map(({ key, max }) => (
          <TextField
            key={key}
            label={t(`bulletin.${key}`)}
            isLong
            rows={5}
            maxLength={max}
            value={text[key]}
            onChange={(words) => set({ [key]: words ?? '' })}
          />
        ))}
      </fieldset>
    </section>
  );
}
