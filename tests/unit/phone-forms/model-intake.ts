// An intake in memory that keeps what it is given, for tests of pages and of the outbox.
import type { CaseIntake } from '#hub/cases/case-ports.ts';
import { defaultCaseSettings } from '#hub/cases/case-settings.ts';
import { formatReceiptCode, parseReceiptCode } from '#shared/cases/receipt-code.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { CaseProgress, CaseReceipt, Completion, Submission } from '#shared/protocol/cases-api.ts';

interface ModelUpload {
  readonly name: string;
  readonly bytes: Uint8Array;
  received: number;
}

export interface ModelIntake extends CaseIntake {
  readonly submissions: Map<string, Submission>;
  readonly completions: Map<string, Completion>;
  readonly uploads: Map<string, ModelUpload>;
  readonly ratings: { score: number; words: string }[];
  /** What `progress` answers for the code of `progressCode`. */
  matter: CaseProgress;
  /** Thrown by the next submission. */
  refusal: AppError | null;
}

export const progressCode = 'K7M2-Q9X4-3TTP';
export const progressDigits = '0118';

export const plainMatter: CaseProgress = {
  kind: 'request',
  number: '依申请〔2026〕12号',
  title: '2025年城区道路改造资金安排',
  agencyName: '云溪区住房和城乡建设局',
  state: 'accepted',
  receivedOn: '2026-11-12',
  dueOn: '2026-12-10',
  dueExplanation: [
    '2026年11月12日 收到，当天不算。',
    '11月13日 是第 1 个工作日。',
    '周末不算；这期间没有法定节假日。',
    '12月10日 是第 20 个工作日，最迟这天答复。',
  ],
  steps: [
    { on: '2026-11-12', what: 'received', note: '' },
    { on: '2026-11-13', what: 'assigned', note: '转住房和城乡建设局办理。' },
  ],
  answer: '',
  outcome: null,
  completionWanted: '',
  completionUntil: null,
  records: [],
  files: [],
  canRate: false,
};

export function modelIntake(): ModelIntake {
  const submissions = new Map<string, Submission>();
  const completions = new Map<string, Completion>();
  const uploads = new Map<string, ModelUpload>();
  const receipts = new Map<string, CaseReceipt>();
  const stateOf = (uploadId: string) => {
    const upload = uploads.get(uploadId);
    if (upload === undefined) throw new AppError('cases.file-missing');
    const { received, bytes } = upload;
    return { uploadId, received, bytes: bytes.length, isComplete: received === bytes.length };
  };
  const check = (code: string, lastFour: string) => {
    if (parseReceiptCode(code) !== parseReceiptCode(progressCode) || lastFour !== progressDigits)
      throw new AppError('cases.not-found');
  };
  const model: ModelIntake = {
    offers: async () => defaultCaseSettings,
    sweepUploads: async () => ({ removed: 0 }),
    ...{ submissions, completions, uploads, ratings: [], matter: plainMatter, refusal: null },
    async submit(submission) {
      const known = receipts.get(submission.submissionId);
      if (known !== undefined) return known;
      if (model.refusal !== null) throw model.refusal;
      for (const file of submission.files)
        if (!stateOf(file).isComplete) throw new AppError('cases.file-missing');
      submissions.set(submission.submissionId, submission);
      const number = `依申请〔2026〕${submissions.size}号`;
      const code = formatReceiptCode(`K7M2Q9X43${String(submissions.size).padStart(3, '0')}`);
      const needsPhone = (submission.applicant?.phone ?? '') !== '';
      const receipt = { kind: submission.kind, number, code, receivedOn: '2026-11-21', needsPhone };
      receipts.set(submission.submissionId, receipt);
      return receipt;
    },
    async openUpload({ uploadId, name, bytes }) {
      if (!uploads.has(uploadId)) uploads.set(uploadId, { name, bytes: new Uint8Array(bytes), received: 0 });
      return stateOf(uploadId);
    },
    async addPiece(uploadId, offset, piece) {
      const upload = uploads.get(uploadId);
      if (upload === undefined) throw new AppError('cases.file-missing');
      if (upload.received !== offset) throw new AppError('cases.piece-misplaced');
      upload.bytes.set(piece, offset);
      upload.received += piece.length;
      return stateOf(uploadId);
    },
    uploadState: async (uploadId) => stateOf(uploadId),
    async progress(code, lastFour) {
      check(code, lastFour);
      return model.matter;
    },
    async complete(completion) {
      check(completion.code, completion.lastFour);
      completions.set(completion.submissionId, completion);
      model.matter = { ...model.matter, state: 'accepted', completionWanted: '', dueOn: '2026-12-18' };
      return model.matter;
    },
    async withdraw(code, lastFour) {
      check(code, lastFour);
      model.matter = { ...model.matter, state: 'withdrawn' };
      return model.matter;
    },
    async rate(code, lastFour, score, words) {
      check(code, lastFour);
      model.ratings.push({ score, words });
    },
    async replyFile(code, lastFour, fileId) {
      check(code, lastFour);
      const bytes = new TextEncoder().encode(fileId);
      return { name: '答复书.pdf', mediaType: 'application/pdf', bytes };
    },
  };
  return model;
}
