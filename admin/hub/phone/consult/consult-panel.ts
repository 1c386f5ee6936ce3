// What stands on the page of a notice that asks or answers: how long there is, the way to take part, what became of it.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { CatalogueReader } from '#shared/search/types.ts';
import { html, type Markup } from '../markup.ts';
import { link, type PageContext } from '../page-context.ts';
import { type Asked, askedBy, leftWords, periodWords } from './asked.ts';
import { consultText } from './consult-text.ts';

/** What a notice leads to: the records that answer it, or the one it answers. */
export interface ConsultLinks {
  readonly results: readonly CatalogueRecord[];
  readonly answered: CatalogueRecord | null;
  readonly draft: CatalogueRecord | null;
}

const nothing: ConsultLinks = { results: [], answered: null, draft: null };

export async function loadConsultLinks(
  record: CatalogueRecord,
  reader: Pick<CatalogueReader, 'record'>,
): Promise<ConsultLinks> {
  const { details } = record;
  if (details?.type !== 'notice') return nothing;
  const { consultation, answersId } = details;
  if (consultation === undefined && answersId === undefined) return nothing;
  const ids = consultation?.resultIds ?? [];
  const found = await Promise.all(ids.map((id) => reader.record(id)));
  const one = async (id: string | null | undefined) => (id ? await reader.record(id) : null);
  return {
    results: found.filter((result) => result !== null),
    answered: await one(answersId),
    draft: await one(consultation?.draftId),
  };
}

/** Null for a notice that neither asks nor answers. */
export function consultPanel(
  record: CatalogueRecord,
  links: ConsultLinks,
  context: PageContext,
): Markup | null {
  const words = consultText(context.language).panel;
  const asked = askedBy(record, context.nowMs);
  if (asked === null) {
    if (links.answered === null) return null;
    return html`<section class="consult over"><h2>${words.answers}</h2>${recordLink(links.answered, context)}</section>`;
  }
  const { kind } = asked.consultation;
  const { state } = asked.standing;
  const heading = words[state === 'summarised' ? 'closed' : state][kind];
  const left = leftWords(asked, context);
  return html`<section class="consult ${toneOf(asked)}"><h2>${heading}</h2>
<p class="consult__period"><span>${periodWords(asked, context)}</span>${left === null ? null : html` <strong>${left}</strong>`}</p>
${state === 'open' ? html`<p class="actions"><a class="solid" href="${link(context, `/m/consult/${record.code}`)}">${words.act[kind]}</a></p>` : null}
${links.draft === null ? null : recordLink(links.draft, context)}
${state === 'closed' || state === 'summarised' ? resultLines(links.results, context) : null}</section>`;
}

const soonDays = 3;

export function toneOf({ standing }: Asked): string {
  if (standing.state === 'open') return (standing.daysLeft ?? 0) <= soonDays ? 'soon' : 'open';
  return standing.state === 'planned' ? 'soon' : 'over';
}

function resultLines(results: readonly CatalogueRecord[], context: PageContext): Markup {
  const words = consultText(context.language).panel;
  if (results.length === 0) return html`<p>${words.closedLine}</p>`;
  return html`<h3>${words.result}</h3>${results.map((result) => recordLink(result, context))}`;
}

export function recordLink({ code, title }: CatalogueRecord, context: PageContext): Markup {
  return html`<p><a href="${link(context, `/m/${code}`)}">${title}</a></p>`;
}
