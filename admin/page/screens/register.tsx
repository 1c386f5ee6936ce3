// One register: what waits in it, its rows, how it is set up.
import { FileInput } from 'lucide';
import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { RegisterDecision } from '../components/register-decision.tsx';
import { RegisterRows } from '../components/register-rows.tsx';
import { RegisterSetUp } from '../components/register-set-up.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { t } from '../i18n/index.ts';
import { type OpenedRegister, useRegister } from '../state/registers.ts';

const views = ['rows', 'setUp'] as const;
type View = (typeof views)[number];

function OpenRegister({
  register,
  reload,
}: {
  readonly register: OpenedRegister;
  readonly reload: () => void;
}) {
  const { query } = useLocation();
  const [view, setView] = useState<View>(query.view === 'setUp' ? 'setUp' : 'rows');
  const slug = t('register.slug', { slug: register.slug });
  const lead = [register.period, register.agencyName, slug].filter(Boolean).join(' · ');
  return (
    <div class="stack">
      <WorkHead title={register.title} lead={lead}>
        <div class="row">
          <a class="button" href="/admin/registers">
            {t('register.back')}
          </a>
          <a class="button button-primary" href={`/admin/registers/import?register=${register.slug}`}>
            <Icon node={FileInput} /> {t('register.update')}
          </a>
        </div>
      </WorkHead>
      <RegisterDecision key={register.version} register={register} onDecided={reload} />
      <fieldset class="segments" aria-label={t('register.views')}>
        {views.map((one) => (
          <button
            key={one}
            type="button"
            class="segment"
            aria-pressed={one === view}
            onClick={() => setView(one)}
          >
            {t(`register.${one}`)}
          </button>
        ))}
      </fieldset>
      {view === 'rows' ? (
        <RegisterRows key={register.approvedVersion} register={register} onChanged={reload} />
      ) : (
        <RegisterSetUp key={register.updatedAt} register={register} onSaved={reload} />
      )}
    </div>
  );
}

export function Register() {
  const { params } = useRoute();
  const loaded = useRegister(params.id ?? '');
  if (loaded.value !== null) return <OpenRegister register={loaded.value} reload={loaded.reload} />;
  if (loaded.error !== null) return <ProblemNotice error={loaded.error} retry={loaded.reload} />;
  return <Loading />;
}
