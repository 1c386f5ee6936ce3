// Routes for people without an account: submissions, their files, and how a case stands. Codes travel in bodies alone.
import * as z from 'zod';
import { AppError } from '#shared/errors/app-error.ts';
import {
  caseFileBounds,
  caseProgressSchema,
  caseReceiptSchema,
  completionSchema,
  progressQuerySchema,
  replyFileQuerySchema,
  satisfactionSchema,
  submissionId,
  submissionSchema,
  uploadOpenSchema,
  uploadStateSchema,
  withdrawalSchema,
} from '#shared/protocol/cases-api.ts';
import type { TypedKey } from '../case-code-guard.ts';
import { refuse } from '../problem.ts';
import { readBody } from '../read-body.ts';
import { type Call, defineRoute, type Route } from '../route.ts';
import { downloadHeaders } from '../static/download-headers.ts';

const pieceType = 'application/octet-stream';
const bytesOfMb = 1_000_000;

/** Does what a receipt code opens, at the pace the guard allows. */
export function openByCode<T>(call: Call, typed: TypedKey, work: () => Promise<T>): Promise<T> {
  call.limits.caseLookUp.take(call.address);
  return call.limits.caseCodes.open(call.address, typed, work);
}

function uploadIdOf(call: Call): string {
  const parsed = submissionId.safeParse(call.params.id);
  if (!parsed.success) throw new AppError('cases.file-missing');
  return parsed.data;
}

const uploadRoutes: readonly Route[] = [
  defineRoute({
    method: 'post',
    path: '/api/cases/uploads',
    access: 'public',
    summary: 'Open an upload, or ask how far one is that was opened before',
    maxBodyBytes: 4096,
    body: uploadOpenSchema,
    answer: uploadStateSchema,
    async handle(call, { body }) {
      call.limits.casePiece.take(call.address);
      const { caseUploadMb } = call.limits;
      const cost = Math.ceil(body.bytes / bytesOfMb);
      caseUploadMb.take(call.address, cost);
      const state = await call.services.caseIntake.openUpload(body);
      if (state.received > 0) caseUploadMb.giveBack(call.address, cost);
      return state;
    },
  }),
  defineRoute({
    method: 'put',
    path: '/api/cases/uploads/:id',
    access: 'public',
    summary: 'Add a piece (application/octet-stream) at the offset the upload stands at',
    consumes: 'binary',
    query: z.object({ offset: z.coerce.number().int().min(0).max(caseFileBounds.bytes) }),
    answer: uploadStateSchema,
    async handle(call, { query }) {
      call.limits.casePiece.take(call.address);
      const type = call.request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
      if (type !== pieceType) refuse('http.wrong-media-type', { expected: pieceType });
      const id = uploadIdOf(call);
      const piece = await readBody(call.request, caseFileBounds.pieceBytes);
      return call.services.caseIntake.addPiece(id, query.offset, piece);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/cases/uploads/:id',
    access: 'public',
    summary: 'How far an upload is',
    answer: uploadStateSchema,
    async handle(call) {
      call.limits.casePiece.take(call.address);
      return call.services.caseIntake.uploadState(uploadIdOf(call));
    },
  }),
];

const progressRoutes: readonly Route[] = [
  defineRoute({
    method: 'post',
    path: '/api/cases/progress',
    access: 'public',
    summary: 'How a case stands, by its code and the last four digits of the phone',
    maxBodyBytes: 4096,
    body: progressQuerySchema,
    answer: caseProgressSchema,
    handle: (call, { body: { code, lastFour } }) =>
      openByCode(call, { code, lastFour }, () =>
        call.services.caseIntake.progress(code, lastFour, call.language),
      ),
  }),
  defineRoute({
    method: 'post',
    path: '/api/cases/completion',
    access: 'public',
    summary: 'Supply what was asked for; sent again it is the same',
    body: completionSchema,
    answer: caseProgressSchema,
    handle(call, { body }) {
      call.limits.caseSubmit.take(call.address);
      return openByCode(call, body, () => call.services.caseIntake.complete(body, call.language));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/cases/withdrawal',
    access: 'public',
    summary: 'Take a case back',
    maxBodyBytes: 4096,
    body: withdrawalSchema,
    answer: caseProgressSchema,
    handle: (call, { body: { code, lastFour } }) =>
      openByCode(call, { code, lastFour }, () =>
        call.services.caseIntake.withdraw(code, lastFour, call.language),
      ),
  }),
  defineRoute({
    method: 'post',
    path: '/api/cases/satisfaction',
    access: 'public',
    summary: 'Say how satisfying the answer was; the latest counts',
    maxBodyBytes: 8192,
    body: satisfactionSchema,
    async handle(call, { body: { code, lastFour, score, words } }) {
      await openByCode(call, { code, lastFour }, () =>
        call.services.caseIntake.rate(code, lastFour, score, words),
      );
      return undefined;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/cases/reply-file',
    access: 'public',
    summary: 'A file the office sent with its reply',
    produces: 'binary',
    maxBodyBytes: 4096,
    body: replyFileQuerySchema,
    async handle(call, { body: { code, lastFour, fileId } }) {
      const file = await openByCode(call, { code, lastFour }, () =>
        call.services.caseIntake.replyFile(code, lastFour, fileId),
      );
      const headers = {
        ...downloadHeaders(file.name),
        'content-type': file.mediaType,
        'cache-control': 'no-store',
      };
      return new Response(new Uint8Array(file.bytes), { headers });
    },
  }),
];

export const publicCaseRoutes: readonly Route[] = [
  defineRoute({
    method: 'post',
    path: '/api/cases',
    access: 'public',
    summary: 'Hand in a request, correction, opinion or the like; sent again it gets the same receipt',
    status: 201,
    body: submissionSchema,
    answer: caseReceiptSchema,
    async handle(call, { body }) {
      call.limits.caseSubmit.take(call.address);
      return call.services.caseIntake.submit(body, 'online');
    },
  }),
  ...uploadRoutes,
  ...progressRoutes,
];
