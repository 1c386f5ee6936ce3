// What the hub's HTTP side and other parts of the hub ask of cases.

import type { CaseChannel } from '#shared/cases/case-kinds.ts';
import type { Language } from '#shared/errors/app-error.ts';
import type {
  CaseAct,
  CaseDetail,
  CaseEntered,
  CaseEntry,
  CaseHandler,
  CaseList,
  CasePaperDraft,
  CasePaperKind,
  CaseQuery,
  CaseSettings,
} from '#shared/protocol/case-desk-api.ts';
import type { FoundCase } from '#shared/protocol/case-privacy-api.ts';
import type {
  CaseProgress,
  CaseReceipt,
  Completion,
  Submission,
  UploadState,
} from '#shared/protocol/cases-api.ts';
import type { Actor } from '../http/actor.ts';

/** What of the settings people are told before they hand something in. */
export type CaseOffers = Pick<CaseSettings, 'openKinds' | 'keepRequestsMonths' | 'keepVoicesMonths'>;

/** What people without an account may do. Nothing here tells whether a code exists. */
export interface CaseIntake {
  /** What staff let people hand in online, and how long it is kept. */
  offers(): Promise<CaseOffers>;
  /** Durable when it answers; the same submission id gets the same receipt. Throws `cases.…` naming what is missing. */
  submit(submission: Submission, channel: CaseChannel): Promise<CaseReceipt>;
  openUpload(upload: {
    readonly uploadId: string;
    readonly name: string;
    readonly bytes: number;
  }): Promise<UploadState>;
  /** Throws `cases.piece-misplaced` with what is there when `offset` is not where the upload stands. */
  addPiece(uploadId: string, offset: number, piece: Uint8Array): Promise<UploadState>;
  uploadState(uploadId: string): Promise<UploadState>;
  /** Removes uploads nothing was submitted with for a day; called hourly. */
  sweepUploads(): Promise<{ readonly removed: number }>;
  /**
   * Throws `cases.not-found` for a wrong code and for wrong digits alike. What guards codes against guessing is on the
   * HTTP side (http/case-code-guard.ts): whoever calls this for the public goes through it.
   */
  progress(code: string, lastFour: string, language?: Language): Promise<CaseProgress>;
  complete(completion: Completion, language?: Language): Promise<CaseProgress>;
  withdraw(code: string, lastFour: string, language?: Language): Promise<CaseProgress>;
  rate(code: string, lastFour: string, score: number, words: string): Promise<void>;
  /** A file the office sent with its reply. */
  replyFile(
    code: string,
    lastFour: string,
    fileId: string,
  ): Promise<{ readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }>;
}

/** The handling desk. Every act checks role, agency and state itself and puts itself on record without names. */
export interface CaseHandling {
  list(query: CaseQuery, actor: Actor): Promise<CaseList>;
  /** Puts the view on record when names are shown. `language` is that of the explanation of the due date. */
  detail(id: string, actor: Actor, language?: Language): Promise<CaseDetail>;
  act(id: string, revision: number, act: CaseAct, actor: Actor, language?: Language): Promise<CaseDetail>;
  /** Oral and paper submissions; the receipt is printed for who brought it. */
  enter(entry: CaseEntry, actor: Actor): Promise<Omit<CaseEntered, 'progressUrl'>>;
  /** Whom a case of this agency can be given to; of any where none is named. */
  handlers(agencyId: string | null, actor: Actor): Promise<readonly CaseHandler[]>;
  file(
    id: string,
    fileId: string,
    actor: Actor,
  ): Promise<{ readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }>;
  /** A file of the office, for a reply. */
  addFile(
    id: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
    actor: Actor,
  ): Promise<{ readonly id: string }>;
  settings(): Promise<CaseSettings>;
  saveSettings(settings: CaseSettings, actor: Actor): Promise<void>;
}

/** The papers of a case, filled from it. */
export interface CasePapers {
  /** The texts as the case fills them, to be looked over before the paper is made. */
  draft(id: string, kind: CasePaperKind, actor: Actor): Promise<CasePaperDraft>;
  /** Makes it, numbers it, and keeps its words sealed with the case. */
  make(
    id: string,
    kind: CasePaperKind,
    edits: Readonly<Record<string, string>>,
    actor: Actor,
  ): Promise<{ readonly id: string }>;
  /** A page that prints, or a Word file. */
  read(
    id: string,
    paperId: string,
    as: 'html' | 'docx',
    actor: Actor,
  ): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
}

/** What is held of one person, and what the retention rule asks for. */
export interface CasePrivacy {
  /** Finds cases of a person by what identifies them; puts the search on record without it. */
  find(
    person: { readonly name: string; readonly idNumber: string; readonly phone: string },
    actor: Actor,
  ): Promise<readonly FoundCase[]>;
  /** Everything held of these cases, as one JSON document with its files. */
  export(ids: readonly string[], actor: Actor): Promise<Uint8Array>;
  /** Forgets the personal data of these cases for good; the ledger keeps its row. */
  erase(ids: readonly string[], actor: Actor, reason: string): Promise<{ readonly erased: number }>;
  /** Erases what the retention rule says is over, and again what was erased before a restored backup; called daily. */
  retain(): Promise<{ readonly erased: number }>;
}
