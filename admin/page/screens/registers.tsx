// All registers: whose they are, how much they hold, what waits in them, and the ways to make one.
import { FileInput, LibraryBig, Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { RegisterSummary } from '#shared/protocol/registers-api.ts';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ReadyMadeDialog } from '../components/ready-made-dialog.tsx';
import { RegisterState } from '../components/register-state.tsx';
import { ScrollArea } from '../components/scroll-area.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { formatCount, formatTime, t } from '../i18n/index.ts';
import { useRegisters } from '../state/registers.ts';

function RegisterLine({ register }: { readonly register: RegisterSummary }) {
  return (
    <tr>
      <td class="grow">
        <a class="record-title" href={`/admin/registers/${register.id}`}>
          {register.title}
        </a>
        <span class="record-number secondary">{register.updateRule ?? ''}</span>
      </td>
      <td class="wide">{register.period ?? '—'}</td>
      <td class="wide" title={register.agencyName}>
        {register.agencyName}
      </td>
      <td class="numeric">{formatCount(register.entries)}</td>
      <td>
        <RegisterState register={register} />
      </td>
      <td class="wide numeric secondary">{formatTime(register.updatedAt)}</td>
    </tr>
  );
}

function RegisterTable({ registers }: { readonly registers: readonly RegisterSummary[] }) {
  return (
    <section class="card" aria-label={t('registers.list')}>
      <ScrollArea label={t('registers.list')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('registers.title')}</th>
              <th scope="col" class="wide">
                {t('registers.period')}
              </th>
              <th scope="col" class="wide">
                {t('registers.owner')}
              </th>
              <th scope="col">{t('registers.entries')}</th>
              <th scope="col">{t('registers.state')}</th>
              <th scope="col" class="wide">
                {t('registers.updated')}
              </th>
            </tr>
          </thead>
          <tbody>
            {registers.map((register) => (
              <RegisterLine key={register.id} register={register} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  );
}

export function Registers() {
  const { route } = useLocation();
  const registers = useRegisters();
  const [isChoosing, setChoosing] = useState(false);
  const all = registers.value;
  return (
    <div class="stack">
      <WorkHead title={t('place.registers')} lead={t('registers.lead')}>
        <div class="row">
          <button type="button" class="button" onClick={() => setChoosing(true)}>
            <Icon node={Plus} /> {t('registers.newReady')}
          </button>
          <a class="button button-primary" href="/admin/registers/import">
            <Icon node={FileInput} /> {t('registers.new')}
          </a>
        </div>
      </WorkHead>
      {registers.error !== null && <ProblemNotice error={registers.error} retry={registers.reload} />}
      {all === null && registers.isLoading && <Loading />}
      {all?.length === 0 && (
        <div class="card empty">
          <Icon node={LibraryBig} />
          <p>{t('registers.none')}</p>
        </div>
      )}
      {all !== null && all.length > 0 && <RegisterTable registers={all} />}
      {isChoosing && (
        <ReadyMadeDialog
          slugs={(all ?? []).map(({ slug }) => slug)}
          onClose={(created) => {
            setChoosing(false);
            if (created !== null) route(`/admin/registers/${created.id}`);
          }}
        />
      )}
    </div>
  );
}
