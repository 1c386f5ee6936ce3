// One table on its way into a register: uploaded, its columns set up, its changes looked at, imported.
import { useEffect, useState } from 'preact/hooks';
import { type ImportJob, importJobSchema } from '#shared/protocol/import-api.ts';
import { parseDefinition, type RegisterDefinition } from '#shared/registers/register-definition.ts';
import { request } from '../api/client.ts';

const pollMs = 300;

export type RegisterFile = ImportJob['files'][number];
export type RegisterTable = NonNullable<RegisterFile['table']>;
export type RegisterStep = 'choose' | 'setUp' | 'check' | 'done';

/** What staff decide before the import. */
export interface RegisterPlan {
  readonly definition: RegisterDefinition;
  /** For each column of the file the key it is; null where it is left out. */
  readonly mapping: readonly (string | null)[];
  readonly period: string | null;
  readonly agency: string;
  readonly replaces: boolean;
  /** What staff call the register; null for a new one. */
  readonly target: string | null;
}

export interface RegisterImport {
  readonly step: RegisterStep;
  readonly job: ImportJob | null;
  readonly file: RegisterFile | null;
  readonly plan: RegisterPlan | null;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly upload: (files: readonly File[]) => void;
  /** Puts the table into another register, or a new one of this name. */
  readonly retarget: (slug: string | null) => void;
  readonly change: (part: Partial<RegisterPlan>) => void;
  /** Looks at what the import would change, with a last change to the plan. */
  readonly check: (part?: Partial<RegisterPlan>) => void;
  readonly back: () => void;
  readonly run: (isApproved: boolean) => void;
  readonly restart: () => void;
}

interface State {
  readonly step: RegisterStep;
  readonly job: ImportJob | null;
  readonly plan: RegisterPlan | null;
  readonly isBusy: boolean;
  readonly error: unknown;
}

const begun: State = { step: 'choose', job: null, plan: null, isBusy: false, error: null };

/** A table that was dropped elsewhere: the upload it is in, and what was chosen for it there. */
export interface HandedTable {
  readonly job: string;
  readonly file: string;
}

/** So large a share of a table's columns in a register there is speaks for that register, whatever its title. */
const sureShare = 0.8;

/** Drives one table; `target` is the register it was opened for, `handed` a table that is uploaded already. */
export function useRegisterImport(target: string | null, handed: HandedTable | null = null): RegisterImport {
  const [state, setState] = useState<State>(begun);
  const { job, plan } = state;
  useEffect(
    () => () => {
      if (job !== null && state.step !== 'done') void forget(job);
    },
    [job?.id],
  );
  const perform = async (act: () => Promise<Partial<State>>) => {
    setState((before) => ({ ...before, isBusy: true, error: null }));
    try {
      const next = await act();
      setState((before) => ({ ...before, ...next, isBusy: false }));
    } catch (error) {
      setState((before) => ({ ...before, isBusy: false, error }));
    }
  };
  const look = async (id: string, agency: string, slug: string | null): Promise<Partial<State>> => {
    const choice = { as: 'register' as const, ...(slug === null ? {} : { register: slug }) };
    const next = await preview(id, agency, fileOf(job)?.file ?? null, choice);
    return { job: next, plan: planOf(next, agency), step: fileOf(next)?.table ? 'setUp' : 'choose' };
  };
  const open = async (id: string, file: string): Promise<Partial<State>> => {
    const choice = { as: 'register' as const, ...(target === null ? {} : { register: target }) };
    const first = await preview(id, '', file, choice);
    const better = target === null ? betterRegister(first) : null;
    const next = better === null ? first : await preview(id, '', file, { ...choice, register: better });
    return { job: next, plan: planOf(next, ''), step: fileOf(next)?.table ? 'setUp' : 'choose' };
  };
  useEffect(() => {
    if (handed !== null) void perform(() => open(handed.job, handed.file));
  }, []);
  return {
    ...state,
    file: fileOf(job),
    upload: (files) =>
      void perform(async () => {
        const uploaded = await uploadFile(files);
        const file = uploaded.files[0]?.file ?? '';
        return open(uploaded.id, file);
      }),
    retarget: (slug) => void (job && perform(() => look(job.id, plan?.agency ?? '', slug))),
    change: (part) => setState((before) => ({ ...before, plan: before.plan && { ...before.plan, ...part } })),
    check: (part = {}) =>
      void (
        job &&
        plan &&
        perform(async () => {
          const decided = { ...plan, ...part };
          const next = await preview(job.id, plan.agency, fileOf(job)?.file ?? null, choiceOf(decided));
          return { job: next, plan: decided, step: 'check' };
        })
      ),
    back: () => setState((before) => ({ ...before, step: 'setUp' })),
    run: (isApproved) =>
      void (
        job &&
        perform(async () => {
          const body = { approve: isApproved };
          const started = await request('POST', `/imports/${job.id}/run`, importJobSchema, { body });
          return { job: await finished(started), step: 'done' };
        })
      ),
    restart: () => {
      if (job !== null) void forget(job);
      setState(begun);
    },
  };
}

/** The register there is whose columns the table has, where it would otherwise make a new one of its own. */
function betterRegister(job: ImportJob): string | null {
  const table = fileOf(job)?.table;
  if (!table?.isNew || table.template !== null) return null;
  const [best] = table.candidates.filter(({ isExisting, share }) => isExisting && share >= sureShare);
  return best?.register ?? null;
}

/** The first table of the upload: registers are set up one at a time. */
function fileOf(job: ImportJob | null): RegisterFile | null {
  return job?.files.find((file) => file.table !== undefined) ?? job?.files[0] ?? null;
}

async function uploadFile(files: readonly File[]): Promise<ImportJob> {
  const form = new FormData();
  const [file] = files;
  if (file) form.append('file', file, file.name);
  return request('POST', '/imports', importJobSchema, { form });
}

async function preview(id: string, agency: string, file: string | null, choice: object): Promise<ImportJob> {
  const body = {
    files: file === null ? [] : [{ file, ...choice }],
    agency: agency.trim() === '' ? null : agency.trim(),
  };
  return finished(await request('PUT', `/imports/${id}/options`, importJobSchema, { body }));
}

/** The job once the hub is through with it. Throws its problem when it failed. */
async function finished(job: ImportJob): Promise<ImportJob> {
  let latest = job;
  while (latest.state === 'previewing' || latest.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, pollMs));
    latest = await request('GET', `/imports/${job.id}`, importJobSchema);
  }
  return latest;
}

async function forget(job: ImportJob): Promise<void> {
  // Held a day at most: nobody waits for this.
  await request('DELETE', `/imports/${job.id}`, importJobSchema.nullable()).catch(() => undefined);
}

function planOf(job: ImportJob, agency: string): RegisterPlan | null {
  const file = fileOf(job);
  if (!file?.table) return null;
  const { definition, period, register, isNew } = file.table;
  return {
    definition: parseDefinition(definition),
    mapping: file.columns.map(({ field }) => field),
    period,
    agency,
    replaces: file.table.replaces,
    target: isNew ? null : register,
  };
}

function choiceOf({ definition, mapping, period, replaces, target }: RegisterPlan) {
  return {
    as: 'register' as const,
    register: target ?? definition.id,
    definition,
    period,
    replaces,
    columns: Object.fromEntries(mapping.map((key, index) => [String(index), key])),
  };
}
