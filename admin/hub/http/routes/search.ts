// The route that searches the release in force, with the engine and over the files of the terminals.
import { searchAnswerSchema, searchQuerySchema } from '#shared/protocol/search-api.ts';
import { filterFields, type SearchQuery, type SearchResult } from '#shared/search/types.ts';
import { refuse } from '../problem.ts';
import { type Call, defineRoute, type Route } from '../route.ts';

export const searchRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/search',
    access: 'public',
    summary:
      'Search the current release as a terminal does; several values of a filter with commas between them',
    query: searchQuerySchema,
    answer: searchAnswerSchema,
    async handle(call, { query: { q: text, sort, offset, limit, explain, ...given } }) {
      call.limits.search.take(call.address);
      const filters: { [field in keyof SearchQuery['filters']]: readonly string[] } = {};
      for (const field of filterFields) {
        const values = given[field];
        if (values !== undefined && values.length > 0) filters[field] = values;
      }
      const query = { text, filters, sort, offset, limit, explain };
      return call.current.use(async (release) => {
        if (release === null) refuse('release.none');
        const { version, publishedAt } = release.manifest;
        const { shownSince } = release.reader;
        if (isStillGood(call, `W/"${version}-${Date.parse(publishedAt)}-${shownSince}"`))
          return new Response(null, { status: 304 });
        return answerOf(version, await release.reader.search(query, call.request.signal));
      });
    },
  }),
];

/**
 * One release gives one answer to an address until something in it begins or ceases to be shown, so both tell an
 * answer.
 */
function isStillGood({ headers, request }: Call, etag: string): boolean {
  headers.set('etag', etag);
  headers.set('cache-control', 'no-cache');
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  return known.some((one) => one.trim() === etag);
}

function answerOf(version: number, found: SearchResult) {
  const { total, totalIsLowerBound, matched, alsoSearched, facets, facetsAreEstimates } = found;
  const hits = found.hits.map((hit) => ({ ...hit, record: { ...hit.record } }));
  return {
    version,
    total,
    totalIsLowerBound,
    matched: matched ?? null,
    alsoSearched,
    hits,
    facets,
    facetsAreEstimates,
  };
}
