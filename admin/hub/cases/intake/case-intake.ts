// What people without an account may do with cases, put together.
import { AppError } from '#shared/errors/app-error.ts';
import { answerOfMerged } from '../answer-of-merged.ts';
import type { CaseDesk } from '../case-desk.ts';
import type { CaseIntake } from '../case-ports.ts';
import { loadCaseSettings } from '../case-settings.ts';
import { type ReadCaseFile, readCaseFile } from '../files/keep-file.ts';
import { completeCase, rateCase, withdrawCase } from './applicant-acts.ts';
import { loadEvents, progressOf, repliedFileRows } from './case-progress.ts';
import { findByCode } from './find-by-code.ts';
import { submitCase } from './submit-case.ts';
import { createUploads } from './uploads.ts';

export function createCaseIntake(cases: CaseDesk): CaseIntake {
  const uploads = createUploads(cases);
  const progress: CaseIntake['progress'] = async (code, lastFour, language) =>
    progressOf(cases, await findByCode(cases, code, lastFour), language);
  return {
    offers: () => loadCaseSettings(cases.desk.db),
    submit: async (submission, channel) => (await submitCase(cases, submission, channel)).receipt,
    openUpload: uploads.open,
    addPiece: uploads.addPiece,
    uploadState: uploads.state,
    sweepUploads: uploads.sweep,
    progress,
    complete: async (completion, language) => {
      await completeCase(cases, completion);
      return progress(completion.code, completion.lastFour, language);
    },
    withdraw: async (code, lastFour, language) => {
      await withdrawCase(cases, code, lastFour);
      return progress(code, lastFour, language);
    },
    rate: (code, lastFour, score, words) => rateCase(cases, code, lastFour, { score, words }),
    replyFile: (code, lastFour, fileId) => replyFile(cases, code, lastFour, fileId),
  };
}

async function replyFile(
  cases: CaseDesk,
  code: string,
  lastFour: string,
  fileId: string,
): Promise<ReadCaseFile> {
  const row = await findByCode(cases, code, lastFour);
  const answered = await answerOfMerged(cases, row);
  const id = answered?.isSamePerson === true ? answered.row.id : row.id;
  const files = await repliedFileRows(cases.desk.db, id, await loadEvents(cases, id));
  const file = files.find((one) => one.id === fileId);
  if (file === undefined) throw new AppError('cases.file-missing');
  return readCaseFile(cases, file);
}
