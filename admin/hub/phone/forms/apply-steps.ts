// The steps of `/m/apply` before the form itself: the search, what it found, and the happy end.
import type { Context } from 'hono';
import { readFormValues } from '#shared/cases/forms/form-fields.ts';
import { parseHandoff } from '#shared/handoff/codes.ts';
import type { SearchHit } from '#shared/search/types.ts';
import type { HubEnv } from '../../http/hub-env.ts';
import type { OpenedRelease } from '../../http/hub-services.ts';
import type { Phone } from '../answer-page.ts';
import { type ApplyTrail, applyFoundPage, applySearchPage, mostOffered } from './apply-page.ts';
import { drawForm } from './draw-form.ts';
import type { FormView } from './form-page.ts';
import { originOf, sendForm } from './send-form-page.ts';

export function showApply(
  c: Context<HubEnv>,
  phone: Phone,
  style: string,
  emptyView: (release: OpenedRelease | null) => Promise<FormView>,
): Promise<Response> {
  const trail = trailOf(c);
  return sendForm(c, phone, async (release, context) => {
    const found = parseHandoff(c.req.query('found') ?? '')?.code ?? '';
    const record = await (release?.reader.recordByCode(found) ?? null);
    if (record !== null) {
      const address = `${originOf(c, release)}/m/${record.code}`;
      return { status: 200, html: applyFoundPage({ record, trail, address, style }, context) };
    }
    const hits = await offeredFor(trail.query, release);
    if (c.req.query('step') === 'form') {
      const view = await emptyView(release);
      return { status: 200, html: drawForm(withTried(view, trail.query, hits), context) };
    }
    const shown = trail.query === '' || release === null ? null : hits;
    return { status: 200, html: applySearchPage({ trail, hits: shown, style }, context) };
  });
}

function trailOf(c: Context<HubEnv>): ApplyTrail {
  return {
    query: (c.req.query('q') ?? '').trim().slice(0, 100),
    recordCode: parseHandoff(c.req.query('r') ?? '')?.code ?? null,
    agencyId: (c.req.query('a') ?? '').slice(0, 60) || null,
  };
}

/** What is public under these words, by the same search as everywhere. */
async function offeredFor(query: string, release: OpenedRelease | null): Promise<readonly SearchHit[]> {
  if (query === '' || release === null) return [];
  const asked = { text: query, filters: {}, sort: 'relevance', offset: 0, limit: mostOffered } as const;
  return (await release.reader.search(asked)).hits;
}

/** The search goes along with the application, with what it offered. */
function withTried(view: FormView, query: string, hits: readonly SearchHit[]): FormView {
  if (query === '') return view;
  const triedOffered = hits.map(({ record }) => record.code).join(',');
  return { ...view, values: { ...view.values, ...readFormValues({ triedQuery: query, triedOffered }) } };
}
