// Sends a file that goes with a case, a piece at a time, from where the hub says it stands.
import { caseFileBounds, uploadStateSchema } from '#shared/protocol/cases-api.ts';
import { request } from '../api/client.ts';
import { newSubmissionId } from './case-entry.ts';

/** Resolves with the id of the finished upload. Rejects where the hub refuses the file or cannot be reached. */
export async function uploadCaseFile(file: File): Promise<string> {
  const uploadId = newSubmissionId();
  const body = { uploadId, name: file.name, bytes: file.size };
  let state = await request('POST', '/cases/uploads', uploadStateSchema, { body });
  while (!state.isComplete) {
    const { received } = state;
    const bytes = file.slice(received, received + caseFileBounds.pieceBytes);
    const path = `/cases/uploads/${uploadId}?offset=${received}`;
    state = await request('PUT', path, uploadStateSchema, { bytes });
  }
  return uploadId;
}
