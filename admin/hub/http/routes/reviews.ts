// Routes of the way from a draft to the public: handing in, deciding, comments, schedules, emergencies and ends.
import type * as z from 'zod';
import { bulkAnswerSchema } from '#shared/protocol/hub-api.ts';
import {
  archiveSchema,
  commentInputSchema,
  decideSchema,
  emergencySchema,
  recallSchema,
  recordReviewSchema,
  reviewListQuerySchema,
  reviewListSchema,
  scheduleSchema,
  submitSchema,
  supersedeSchema,
} from '#shared/protocol/workflow-api.ts';
import type { WorkflowService } from '../../workflow/workflow-service.ts';
import { defineRoute, type Route, type StaffCall } from '../route.ts';
import { viewBulk } from './records.ts';

const maxBodyBytes = 256 * 1024;

const idOf = (call: StaffCall) => call.params.id ?? '';

/** Does something with the record of the address, then tells how it stands. */
async function act(call: StaffCall, work: (workflow: WorkflowService, id: string) => Promise<void>) {
  const { workflow } = call.services;
  await work(workflow, idOf(call));
  return workflow.ofRecord(idOf(call), call.actor);
}

const lists: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/reviews',
    access: 'records.read',
    summary: 'What waits for review, oldest first; `mine=1` narrows to what the asker may decide now',
    query: reviewListQuerySchema,
    answer: reviewListSchema,
    handle: (call, { query }) => call.services.workflow.reviews(query, call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/reviews',
    access: 'records.submit',
    summary: 'Hand newest versions in for review',
    maxBodyBytes,
    body: submitSchema,
    answer: bulkAnswerSchema,
    async handle(call, { body }) {
      return viewBulk(await call.services.workflow.submit(body.items, body.note, call.actor), call.language);
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/reviews/decide',
    access: 'records.review',
    summary: 'Take the step these versions wait at: pass, approve at the last one, or return with an opinion',
    maxBodyBytes,
    body: decideSchema,
    answer: bulkAnswerSchema,
    async handle(call, { body }) {
      const result = await call.services.workflow.decide(body, call.actor);
      // A refused emergency has to leave the terminals at once.
      call.releaseClock.wake();
      return viewBulk(result, call.language);
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/reviews/recall',
    access: 'records.submit',
    summary: 'Take versions out of review again',
    maxBodyBytes,
    body: recallSchema,
    answer: bulkAnswerSchema,
    async handle(call, { body }) {
      return viewBulk(await call.services.workflow.recall(body.items, call.actor), call.language);
    },
  }),
];

const comments: readonly Route[] = [
  defineRoute({
    method: 'post',
    path: '/api/records/:id/comments',
    access: 'records.comment',
    summary: 'Comment on a place in a version',
    status: 201,
    body: commentInputSchema,
    answer: recordReviewSchema,
    handle: (call, { body }) => act(call, (workflow, id) => workflow.comment(id, body, call.actor)),
  }),
  defineRoute({
    method: 'post',
    path: '/api/records/:id/comments/:comment/resolve',
    access: 'records.comment',
    summary: 'Mark a comment as dealt with',
    answer: recordReviewSchema,
    handle: (call) =>
      act(call, (workflow, id) => workflow.resolveComment(id, call.params.comment ?? '', call.actor)),
  }),
];

const plans: readonly Route[] = [
  defineRoute({
    method: 'post',
    path: '/api/records/:id/schedule',
    access: 'release.schedule',
    summary: 'Make a reviewed version public by itself at a time; until then the one before stays',
    body: scheduleSchema,
    answer: recordReviewSchema,
    handle: (call, { body: { version, at } }) =>
      act(call, (workflow, recordId) => workflow.schedule({ recordId, version }, at, call.actor)),
  }),
  defineRoute({
    method: 'delete',
    path: '/api/records/:id/schedule',
    access: 'release.schedule',
    summary: 'Take the schedule back; the version stays reviewed and is not public',
    answer: recordReviewSchema,
    handle: (call) => act(call, (workflow, id) => workflow.unschedule(id, call.actor)),
  }),
  defineRoute({
    method: 'post',
    path: '/api/records/:id/emergency',
    access: 'records.emergency',
    summary: 'Publish the newest version at once, on record; its procedure has to be passed afterwards',
    body: emergencySchema,
    answer: recordReviewSchema,
    async handle(call, { body: { version, reason } }) {
      const answer = await act(call, (workflow, recordId) =>
        workflow.emergency({ recordId, version }, reason, call.actor),
      );
      call.releaseClock.wake();
      return answer;
    },
  }),
];

/** Ends of a record: where to, by which body, and what is done. */
function end<Body extends z.ZodType>(
  name: 'archive' | 'supersede',
  summary: string,
  body: Body,
  work: (call: StaffCall, workflow: WorkflowService, body: z.output<Body>) => Promise<void>,
): Route {
  return defineRoute({
    method: 'post',
    path: `/api/records/:id/${name}`,
    access: 'records.withdraw',
    summary,
    body,
    answer: recordReviewSchema,
    handle: (call, input) => act(call, (workflow) => work(call, workflow, input.body)),
  });
}

export const reviewRoutes: readonly Route[] = [
  ...lists,
  defineRoute({
    method: 'get',
    path: '/api/records/:id/review',
    access: 'records.read',
    summary: 'How a record stands on its way to the public, and what the asker may do with it now',
    answer: recordReviewSchema,
    handle: (call) => call.services.workflow.ofRecord(idOf(call), call.actor),
  }),
  ...comments,
  ...plans,
  end('archive', 'Take a record out of view and out of work', archiveSchema, (call, workflow, { reason }) =>
    workflow.archive(idOf(call), reason, call.actor),
  ),
  end(
    'supersede',
    'As archived, naming the record that took its place',
    supersedeSchema,
    (call, workflow, body) => workflow.supersede(idOf(call), body, call.actor),
  ),
  defineRoute({
    method: 'post',
    path: '/api/records/:id/restore',
    access: 'records.withdraw',
    summary: 'Bring an archived or superseded record back to work, as withdrawn',
    answer: recordReviewSchema,
    handle: (call) => act(call, (workflow, id) => workflow.restore(id, call.actor)),
  }),
];
