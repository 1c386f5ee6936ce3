// Routes of visitors' voices: a terminal's outbox, and what the desk reads and does of it.
import {
  outboxAnswerSchema,
  outboxBatchBounds,
  outboxBatchSchema,
  terminalHeader,
} from '#shared/protocol/outbox-api.ts';
import {
  ratingListSchema,
  ratingQuerySchema,
  unhelpfulListSchema,
  unhelpfulQuerySchema,
  voiceSettingsSchema,
  wishAnswerSchema,
  wishGroupSchema,
  wishListSchema,
  wishQuerySchema,
} from '#shared/protocol/voice-api.ts';
import { type Call, defineRoute, type Route } from '../route.ts';

const terminalOf = ({ request }: Call) => (request.headers.get(terminalHeader) ?? '').slice(0, 60);

export const voiceRoutes: readonly Route[] = [
  defineRoute({
    method: 'post',
    path: '/api/outbox',
    access: 'terminal',
    bearer: 'terminal',
    summary: 'What a terminal sends up: votes, wishes, anonymous words, sums; each id is taken once',
    maxBodyBytes: outboxBatchBounds.bytes,
    body: outboxBatchSchema,
    answer: outboxAnswerSchema,
    async admit(call) {
      call.limits.outboxAddress.take(call.address);
      await call.fleet.requireTerminal(terminalOf(call), call.request.headers.get('authorization'));
      call.limits.outbox.take(terminalOf(call));
    },
    handle: (call, { body }) =>
      call.services.voice.take(body.items, { terminalId: terminalOf(call), way: 'network' }),
  }),
  defineRoute({
    method: 'get',
    path: '/api/voice/ratings',
    access: 'voice.read',
    summary: 'How records and agencies were rated, the worst first',
    query: ratingQuerySchema,
    answer: ratingListSchema,
    handle: (call, { query }) => call.services.voice.ratings(query, call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/voice/unhelpful',
    access: 'voice.read',
    summary: 'Records that were no help, and why',
    query: unhelpfulQuerySchema,
    answer: unhelpfulListSchema,
    handle: (call, { query }) => call.services.voice.unhelpful(query, call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/voice/wishes',
    access: 'voice.read',
    summary: 'What people wish to be public, the most wished first',
    query: wishQuerySchema,
    answer: wishListSchema,
    handle: (call, { query }) => call.services.voice.wishes(query, call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/voice/wishes/answer',
    access: 'voice.handle',
    summary: 'Note a wish, give it to an agency, or show where it is public',
    body: wishAnswerSchema,
    answer: wishGroupSchema,
    handle: (call, { body }) => call.services.voice.answer(body, call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/voice/settings',
    access: 'voice.read',
    summary: 'Topics to wish for, and contacts of supervision',
    answer: voiceSettingsSchema,
    handle: (call) => call.services.voice.settings(),
  }),
  defineRoute({
    method: 'put',
    path: '/api/voice/settings',
    access: 'voice.handle',
    summary: 'Replace topics and contacts; shown from the next release on',
    body: voiceSettingsSchema,
    answer: voiceSettingsSchema,
    handle: (call, { body }) => call.services.voice.saveSettings(body, call.actor),
  }),
];
