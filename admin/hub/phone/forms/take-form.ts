// Takes a form that came without the script: its fields, and its files by way of the same uploads the script uses.
import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { caseFileBounds } from '#shared/cases/case-files.ts';
import { placeOfRefusal } from '#shared/cases/forms/refusal-places.ts';
import { AppError, toAppError } from '#shared/errors/app-error.ts';
import type { CaseIntake } from '../../cases/case-ports.ts';
import { type ReceivedFile, receiveForm } from '../../http/multipart/receive-files.ts';
import type { HubRuntime } from '../../http/route.ts';
import { parseFileFields } from './arrived-files.ts';
import type { ArrivedFile } from './form-page.ts';

/** What one form may hold altogether; larger ones are for the script, which sends them in pieces. */
const maxTotalBytes = 40_000_000;

export interface TakenForm {
  readonly fields: Readonly<Record<string, string>>;
  /** Files that came before and are still wanted, and those that came now. */
  readonly arrived: readonly ArrivedFile[];
  /** Why one of the files was not taken; the rest of the form is there all the same. */
  readonly fileRefusal: AppError | null;
}

/** Throws what receiving and uploading throw; nothing of it is left behind in the folder of uploads in flight. */
export async function takeForm(request: Request, runtime: HubRuntime, address: string): Promise<TakenForm> {
  const { id, folder } = runtime.imports.newFolder();
  const bounds = { maxFiles: caseFileBounds.files, maxFileBytes: caseFileBounds.bytes, maxTotalBytes };
  try {
    const { fields, files } = await receiveForm(request, join(folder, id), bounds);
    const kept = parseFileFields(fields);
    const submissionId = fields.submissionId ?? '';
    const arrived: ArrivedFile[] = [...kept];
    let fileRefusal: AppError | null = null;
    for (const file of files.filter(({ bytes }) => bytes > 0)) {
      if (arrived.length >= caseFileBounds.files) fileRefusal = tooMany;
      else if (fileRefusal === null)
        fileRefusal = await keepFile(runtime, file, { submissionId, arrived, address });
    }
    return { fields, arrived, fileRefusal };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const tooMany = new AppError('http.too-many-files', { limit: caseFileBounds.files });

/** Adds the file to those that arrived, or says why the hub does not take it. */
async function keepFile(
  { services, limits }: HubRuntime,
  file: ReceivedFile,
  {
    submissionId,
    arrived,
    address,
  }: { readonly submissionId: string; readonly arrived: ArrivedFile[]; readonly address: string },
): Promise<AppError | null> {
  limits.caseUploadMb.take(address, Math.ceil(file.bytes / 1_000_000));
  try {
    const sent = await sendUp(services.caseIntake, file, submissionId);
    if (!arrived.some(({ uploadId }) => uploadId === sent.uploadId)) arrived.push(sent);
    return null;
  } catch (thrown) {
    const error = toAppError(thrown);
    if (placeOfRefusal(error.code) === 'files') return error;
    throw thrown;
  }
}

/** The same file of the same form has the same id, so that a form sent twice leaves one copy. */
async function sendUp(intake: CaseIntake, file: ReceivedFile, submissionId: string): Promise<ArrivedFile> {
  const { name, bytes, path, sha256 } = file;
  const uploadId = createHash('sha256').update(`${submissionId} ${sha256} ${name}`).digest('base64url');
  const content = await readFile(path);
  let state = await intake.openUpload({ uploadId, name, bytes });
  while (!state.isComplete) {
    const piece = content.subarray(state.received, state.received + caseFileBounds.pieceBytes);
    state = await intake.addPiece(uploadId, state.received, piece);
  }
  return { uploadId, name, bytes };
}
