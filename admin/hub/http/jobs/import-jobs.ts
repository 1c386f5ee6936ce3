// Imports staff have uploaded: preview and run, one at a time, pollable, cancellable, cleaned up after.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import type { ImportOptions } from '#shared/protocol/import-api.ts';
import type {
  Actor,
  HubServices,
  ImportedFileReport,
  ImportProgress,
  ImportSource,
  ReadingChoice,
} from '../hub-services.ts';
import type { ReceivedFile } from '../multipart/receive-files.ts';
import { refuse } from '../problem.ts';

export type ImportJobState = 'uploaded' | 'previewing' | 'previewed' | 'running' | 'done' | 'failed';

/** One upload and what has become of it. */
export interface ImportJobRecord {
  readonly id: string;
  readonly createdAtMs: number;
  readonly folder: string;
  state: ImportJobState;
  sources: readonly ImportSource[];
  agencyName: string | null;
  progress: ImportProgress;
  reports: readonly ImportedFileReport[];
  problem: unknown;
}

interface Running {
  readonly jobId: string;
  readonly controller: AbortController;
  readonly settled: Promise<void>;
}

/** Uploads kept at most; the oldest idle one makes room for a new one. */
const maxJobs = 20;
const keepForMs = 24 * 60 * 60 * 1000;

export class ImportJobs {
  readonly #services: HubServices;
  readonly #jobs = new Map<string, ImportJobRecord>();
  #running: Running | null = null;

  constructor(services: HubServices) {
    this.#services = services;
  }

  /** Where the files of an upload that is about to come belong. */
  newFolder(): { readonly id: string; readonly folder: string } {
    const id = Buffer.from(this.#services.randomBytes(9)).toString('base64url');
    return { id, folder: join(this.#services.settings.incomingDir, id) };
  }

  /** Takes over files that have arrived whole. */
  async add(id: string, folder: string, files: readonly ReceivedFile[]): Promise<ImportJobRecord> {
    await this.#makeRoom();
    const job: ImportJobRecord = {
      id,
      createdAtMs: this.#services.now(),
      folder,
      state: 'uploaded',
      sources: files.map(({ name, path, bytes }) => ({ name, path, bytes, as: null })),
      agencyName: null,
      progress: { rows: 0, files: 0, totalFiles: files.length },
      reports: [],
      problem: null,
    };
    this.#jobs.set(id, job);
    return job;
  }

  /** Newest first. */
  list(): readonly ImportJobRecord[] {
    return [...this.#jobs.values()].reverse();
  }

  get(id: string): ImportJobRecord {
    const job = this.#jobs.get(id);
    if (job === undefined) refuse('not-found', { what: id.slice(0, 40) });
    return job;
  }

  /** Sets how the files are to be read and starts a preview; a preview of the same job under way is replaced. */
  async preview(id: string, options: ImportOptions, actor: Actor): Promise<ImportJobRecord> {
    const job = this.get(id);
    if (job.state === 'running' || job.state === 'done') refuse('http.job-not-ready');
    if (this.#running?.jobId === id) await this.#stop();
    this.#requireIdle();
    job.sources = job.sources.map((source) => withOptions(source, options));
    job.agencyName = options.agency;
    job.state = 'previewing';
    this.#start(job, { isDryRun: true, approve: false, actor });
    return job;
  }

  /** Starts the import proper; the preview must have succeeded. */
  run(id: string, approve: boolean, actor: Actor): ImportJobRecord {
    const job = this.get(id);
    if (job.state !== 'previewed') refuse('http.job-not-ready');
    this.#requireIdle();
    job.state = 'running';
    this.#start(job, { isDryRun: false, approve, actor });
    return job;
  }

  /** Cancels what is under way and forgets the job and its files. Rows already stored stay. */
  async remove(id: string): Promise<void> {
    const job = this.get(id);
    if (this.#running?.jobId === id) await this.#stop();
    this.#jobs.delete(id);
    await removeFolder(job.folder);
  }

  /** Stops everything, for shutdown. */
  async close(): Promise<void> {
    await this.#stop();
  }

  #requireIdle(): void {
    if (this.#running !== null) refuse('http.job-running');
  }

  async #stop(): Promise<void> {
    this.#running?.controller.abort(new AppError('http.job-cancelled'));
    await this.#running?.settled;
  }

  #start(job: ImportJobRecord, how: { isDryRun: boolean; approve: boolean; actor: Actor }): void {
    const controller = new AbortController();
    job.progress = { rows: 0, files: 0, totalFiles: job.sources.length };
    job.problem = null;
    const settled = this.#execute(job, how, controller.signal).finally(() => {
      this.#running = null;
    });
    this.#running = { jobId: job.id, controller, settled };
  }

  async #execute(
    job: ImportJobRecord,
    how: { isDryRun: boolean; approve: boolean; actor: Actor },
    signal: AbortSignal,
  ): Promise<void> {
    try {
      const reports = await this.#services.imports.run({
        ...how,
        sources: job.sources,
        agencyName: job.agencyName,
        signal,
        onProgress: (progress) => {
          job.progress = { ...progress };
        },
      });
      signal.throwIfAborted();
      job.reports = reports;
      if (!how.isDryRun) await removeFolder(job.folder);
      job.state = how.isDryRun ? 'previewed' : 'done';
    } catch (thrown) {
      job.state = 'failed';
      job.problem = thrown;
      if (!(thrown instanceof AppError)) this.#services.log(`import ${job.id} failed`, thrown);
    }
  }

  async #makeRoom(): Promise<void> {
    const now = this.#services.now();
    for (const job of [...this.#jobs.values()]) {
      const isOld = now - job.createdAtMs > keepForMs;
      if (this.#running?.jobId === job.id || (!isOld && this.#jobs.size < maxJobs)) continue;
      this.#jobs.delete(job.id);
      await removeFolder(job.folder);
    }
  }
}

const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true });

/** Staff's choices for one uploaded file or the members of one; those for files not uploaded have no effect. */
function withOptions(source: ImportSource, options: ImportOptions): ImportSource {
  const { name, path, bytes } = source;
  const inside = options.files.filter(({ file }) => file.startsWith(`${name}/`));
  const members = new Map(inside.map((choice) => [choice.file, readingChoice(choice)] as const));
  const chosen = options.files.find(({ file }) => file === name);
  const choice = chosen === undefined ? { as: null } : readingChoice(chosen);
  return { name, path, bytes, ...choice, ...(members.size === 0 ? {} : { members }) };
}

function readingChoice({ as, columns, register, ...set }: ImportOptions['files'][number]): ReadingChoice {
  const { definition, period, replaces } = set;
  const ofRegister = {
    ...(register === undefined ? {} : { register }),
    ...(definition === undefined ? {} : { definition }),
    ...(period === undefined ? {} : { period }),
    ...(replaces === undefined ? {} : { replaces }),
  };
  const corrected = Object.entries(columns ?? {})
    .filter(([index]) => /^\d{1,4}$/.test(index))
    .map(([index, field]) => [Number(index), field] as const);
  const choice = { as, ...ofRegister };
  return corrected.length === 0 ? choice : { ...choice, columns: Object.fromEntries(corrected) };
}
