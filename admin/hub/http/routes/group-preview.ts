// The route by which the kiosk's page shows what will be once a release group is out.
import {
  type PreviewQuestion,
  previewAnswerSchema,
  previewQuestionSchema,
} from '#shared/protocol/group-preview-api.ts';
import type { FilterField, SearchQuery } from '#shared/search/types.ts';
import type { GroupPreview } from '../../group-preview/group-preview-service.ts';
import { defineRoute, type Route } from '../route.ts';

export const groupPreviewRoutes: readonly Route[] = [
  defineRoute({
    method: 'post',
    path: '/api/release-groups/:id/preview',
    access: 'records.read',
    summary:
      'What a terminal would answer once this group is out; `manifest` first, which builds it where needed',
    // The passages of a long law, for the keypad within it.
    maxBodyBytes: 8 * 1024 * 1024,
    body: previewQuestionSchema,
    answer: previewAnswerSchema,
    handle: async (call, { body }) => ({
      answer: await call.groupPreviews.use(call.params.id ?? '', body.ask === 'manifest', (preview) =>
        answerOf(preview, body, call.request.signal),
      ),
    }),
  }),
];

async function answerOf(
  { manifest, reader }: GroupPreview,
  question: PreviewQuestion,
  signal: AbortSignal,
): Promise<unknown> {
  switch (question.ask) {
    case 'manifest':
      return manifest;
    case 'search':
      return await reader.search(queryOf(question.query), signal);
    case 'keypad':
      return await reader.keypad(question.text, filtersOf(question.filters), signal);
    case 'finds':
      return await reader.finds(question.texts, filtersOf(question.filters), signal);
    case 'keypadWithin':
      return await reader.keypadWithin(question.passages, question.letters);
    case 'record':
      return await reader.record(question.id);
    case 'recordByCode':
      return await reader.recordByCode(question.code);
    case 'bodyPart':
      return await reader.bodyPart(question.id, question.part);
  }
}

type AskedQuery = Extract<PreviewQuestion, { ask: 'search' }>['query'];

function queryOf({ filters, ...query }: AskedQuery): SearchQuery {
  return { ...query, filters: filtersOf(filters) };
}

/** Fields that were not asked for are not there at all, as the engine wants it. */
function filtersOf(filters: AskedQuery['filters']): SearchQuery['filters'] {
  const given: Partial<Record<FilterField, readonly string[]>> = {};
  for (const [field, values] of Object.entries(filters)) {
    if (values !== undefined) given[field as FilterField] = values;
  }
  return given;
}
