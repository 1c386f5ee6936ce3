// A register made or updated from a table, in four steps: the table, its columns, the changes, done.
import { CircleCheck, FileInput } from 'lucide';
import { useEffect, useId, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { isRowNumber } from '#shared/registers/headings.ts';
import type { StoredCells } from '#shared/registers/project-register.ts';
import { readRow } from '#shared/registers/read-row.ts';
import { readTotal } from '#shared/registers/read-total.ts';
import { DropZone } from '../components/drop-zone.tsx';
import { SelectField } from '../components/fields.tsx';
import { Icon } from '../components/icon.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ProblemDownload } from '../components/problem-download.tsx';
import { ProblemTable } from '../components/problem-table.tsx';
import { RegisterAbout } from '../components/register-about.tsx';
import { RegisterCandidates } from '../components/register-candidates.tsx';
import { RegisterColumns } from '../components/register-columns.tsx';
import { RegisterPreview } from '../components/register-preview.tsx';
import { RegisterViews } from '../components/register-views.tsx';
import { SampleTable } from '../components/sample-table.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { formatCount, t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import { freeSlug } from '../state/free-slug.ts';
import {
  type RegisterImport as Import,
  type RegisterFile,
  type RegisterPlan,
  type RegisterTable,
  useRegisterImport,
} from '../state/register-import.ts';
import { useRegisters } from '../state/registers.ts';

const steps = ['choose', 'setUp', 'check', 'done'] as const;

function Steps({ at }: { readonly at: Import['step'] }) {
  return (
    <ol class="step-line" aria-label={t('regimport.steps')}>
      {steps.map((step, index) => (
        <li key={step} {...(step === at ? { 'aria-current': 'step' as const } : {})}>
          <span class="step-number">{index + 1}</span> {t(`regimport.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}

interface PlanProps {
  readonly state: Import;
  readonly plan: RegisterPlan;
  readonly table: RegisterTable;
}

/** Headings of the file that go into no column. */
function leftOut({ mapping }: RegisterPlan, { columns }: RegisterFile): readonly string[] {
  return columns
    .map(({ heading }) => heading)
    .filter((heading, at) => heading.trim() !== '' && mapping[at] === null && !isRowNumber(heading));
}

function Recognised({ table, left }: { readonly table: RegisterTable; readonly left: readonly string[] }) {
  const title = String(table.definition.title ?? '');
  if (!table.isNew && left.length > 0) {
    const names = left.join(t('regimport.pause'));
    return <p class="notice notice-warn">{t('regimport.knownBut', { title, names })}</p>;
  }
  if (!table.isNew) return <p class="notice notice-good">{t('regimport.known', { title })}</p>;
  return table.template === null ? (
    <p class="notice notice-warn">{t('regimport.own')}</p>
  ) : (
    <p class="notice notice-good">{t('regimport.ready', { title })}</p>
  );
}

function Target({ state, plan, table }: PlanProps) {
  const registers = useRegisters().value ?? [];
  const slugs = registers.map(({ slug }) => slug);
  // The name of a ready-made register would make it that one.
  const newName = table.template === null && table.isNew ? table.register : 'register-new';
  return (
    <div class="stack field-wide">
      <RegisterCandidates
        table={table}
        isBusy={state.isBusy}
        onChoose={(slug) => state.retarget(slug ?? freeSlug(newName, slugs))}
      />
      <SelectField
        label={t('regimport.target')}
        value={plan.target ?? ''}
        none={t('regimport.target.new')}
        options={registers.map(({ slug, title }) => [slug, title] as const)}
        onChange={(slug) => state.retarget(slug || freeSlug(newName, slugs))}
      />
    </div>
  );
}

function Owner({ state, plan, table }: PlanProps) {
  const id = useId();
  const agencies = useAgencies().value ?? [];
  return (
    <div class="field">
      <label for={id}>{t('regimport.owner')}</label>
      <input
        id={id}
        class="input"
        list={`${id}-known`}
        maxLength={200}
        required={table.isNew}
        value={plan.agency}
        onInput={(event) => state.change({ agency: event.currentTarget.value })}
      />
      <datalist id={`${id}-known`}>
        {agencies.map((agency) => (
          <option key={agency.id} value={agency.name} />
        ))}
      </datalist>
      <p class="hint">{t('regimport.ownerHint')}</p>
    </div>
  );
}

/** The first rows of the file in their stored form; those that cannot be read are left out. */
function previewRows({ definition, mapping }: RegisterPlan, { rows }: RegisterTable) {
  return rows.flatMap((cells): StoredCells[] => {
    const raw = new Map(
      mapping.flatMap((key, index) => (key === null ? [] : [[key, cells[index] ?? ''] as const])),
    );
    const total = readTotal(definition, raw, cells);
    if (total !== null) return [total.cells];
    const read = readRow(definition, raw);
    return read.problems.length > 0 ? [] : [read.cells];
  });
}

function SetUp({ state, plan, table, file }: PlanProps & { readonly file: RegisterFile }) {
  const { definition, mapping } = plan;
  const onDefinition = (next: RegisterPlan['definition']) => state.change({ definition: next });
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        state.check();
      }}
    >
      <Recognised table={table} left={leftOut(plan, file)} />
      <section class="card stack">
        <div class="form-grid">
          <Target state={state} plan={plan} table={table} />
          {table.isNew && <Owner state={state} plan={plan} table={table} />}
        </div>
        <RegisterAbout
          definition={definition}
          period={plan.period}
          onDefinition={onDefinition}
          onPeriod={(period) => state.change({ period })}
        />
      </section>
      <section class="card stack">
        <RegisterColumns
          definition={definition}
          onChange={onDefinition}
          file={{
            headings: file.columns.map(({ heading }) => heading),
            mapping,
            rows: table.rows,
            onMap: (next) => state.change({ mapping: next }),
          }}
        />
      </section>
      <section class="card stack">
        <RegisterViews definition={definition} onChange={onDefinition} />
      </section>
      <section class="card stack">
        <RegisterPreview definition={definition} period={plan.period} rows={previewRows(plan, table)} />
      </section>
      <div class="row">
        <button type="button" class="button" disabled={state.isBusy} onClick={state.restart}>
          {t('regimport.another')}
        </button>
        <button type="submit" class="button button-primary" disabled={state.isBusy}>
          {t('regimport.check')}
        </button>
      </div>
    </form>
  );
}

function figuresOf({ rows, created, updated, unchanged, rejectedCount, table }: RegisterFile) {
  return {
    rows: formatCount(rows),
    created: formatCount(created),
    updated: formatCount(updated),
    unchanged: formatCount(unchanged),
    removed: formatCount(table?.removed ?? 0),
    rejected: formatCount(rejectedCount),
  };
}

function Problems({ file }: { readonly file: RegisterFile }) {
  return (
    <>
      {file.rejectedCount > 0 && (
        <section class="stack" aria-label={t('regimport.problems')}>
          <h2>{t('regimport.problems')}</h2>
          <ProblemTable label={t('regimport.problems')} problems={file.rejected} total={file.rejectedCount} />
        </section>
      )}
      {file.warningCount > 0 && (
        <section class="stack" aria-label={t('regimport.warnings')}>
          <h2>{t('regimport.warnings')}</h2>
          <ProblemTable label={t('regimport.warnings')} problems={file.warnings} total={file.warningCount} />
        </section>
      )}
    </>
  );
}

function Check({ state, plan, table, file }: PlanProps & { readonly file: RegisterFile }) {
  const [isApproved, setApproved] = useState(false);
  const changes = file.created + file.updated + table.removed;
  return (
    <section class="card stack">
      {table.replaces && !plan.replaces && (
        <p class="notice notice-warn">{t('regimport.newPeriod', { period: table.period ?? '' })}</p>
      )}
      <p class="import-summary" role="status">
        {t('regimport.figures', figuresOf(file))}
      </p>
      {table.totals > 0 && (
        <p class="secondary">{t('regimport.totals', { count: formatCount(table.totals) })}</p>
      )}
      <label class="row check-line">
        <input
          type="checkbox"
          class="check"
          checked={plan.replaces}
          disabled={state.isBusy}
          onChange={(event) => state.check({ replaces: event.currentTarget.checked })}
        />
        {t('regimport.replaces')}
      </label>
      <Problems file={file} />
      <ProblemDownload files={[file]} />
      <SampleTable file={file} />
      <label class="row check-line">
        <input
          type="checkbox"
          class="check"
          checked={isApproved}
          onChange={(event) => setApproved(event.currentTarget.checked)}
        />
        {t('regimport.approve')}
      </label>
      {changes === 0 && <p class="secondary">{t('regimport.nothing')}</p>}
      <div class="row">
        <button type="button" class="button" disabled={state.isBusy} onClick={state.back}>
          {t('regimport.back')}
        </button>
        <button
          type="button"
          class="button button-primary"
          disabled={state.isBusy || file.accepted === 0}
          onClick={() => state.run(isApproved)}
        >
          <Icon node={FileInput} /> {t('regimport.run')}
        </button>
      </div>
    </section>
  );
}

function Done({
  state,
  file,
  table,
}: {
  readonly state: Import;
  readonly file: RegisterFile;
  readonly table: RegisterTable;
}) {
  const register = useRegisters().value?.find(({ slug }) => slug === table.register);
  const isChanged = file.created + file.updated + table.removed > 0;
  return (
    <section class="card stack">
      <p class="notice notice-good" role="status">
        <Icon node={CircleCheck} />
        {isChanged ? t('regimport.done', figuresOf(file)) : t('regimport.doneUnchanged')}
      </p>
      <div class="row">
        {register && (
          <a class="button button-primary" href={`/admin/registers/${register.id}`}>
            {t('regimport.toRegister')}
          </a>
        )}
        <a class="button" href="/admin/publish">
          {t('register.toPublish')}
        </a>
        <button type="button" class="button" onClick={state.restart}>
          {t('regimport.another')}
        </button>
      </div>
      <Problems file={file} />
    </section>
  );
}

function StepView({ state }: { readonly state: Import }) {
  const { step, plan, file } = state;
  const table = file?.table;
  if (step === 'choose' || !file || !table) {
    return (
      <>
        <DropZone isSingle isBusy={state.isBusy} onFiles={state.upload} />
        {file && file.rejectedCount > 0 && (
          <section class="card">
            <ProblemTable
              label={t('regimport.problems')}
              problems={file.rejected}
              total={file.rejectedCount}
            />
          </section>
        )}
      </>
    );
  }
  if (step === 'done') return <Done state={state} file={file} table={table} />;
  if (!plan) return null;
  const props = { state, plan, table, file };
  return step === 'check' ? <Check {...props} /> : <SetUp {...props} />;
}

export function RegisterImport() {
  const { query } = useLocation();
  const handed = query.job && query.file ? { job: query.job, file: query.file } : null;
  const state = useRegisterImport(query.register ?? null, handed);
  useEffect(() => scrollTo(0, 0), [state.step]);
  return (
    <div class="stack" aria-busy={state.isBusy}>
      <WorkHead title={t('regimport.title')} lead={t('regimport.lead')} />
      <Steps at={state.step} />
      {state.error !== null && <ProblemNotice error={state.error} />}
      {state.job?.problem && (
        <p class="notice notice-problem" role="alert">
          {state.job.problem.title} <code>{state.job.problem.code}</code>
        </p>
      )}
      <StepView state={state} />
    </div>
  );
}
