// A guide on the phone: a list to tick and take along, whole without any script.
import { createHash } from 'node:crypto';
import type { GuideDetails, GuideMaterial, GuidePlace, GuideStep } from '#shared/catalogue/details.ts';
import { guideFees, guidePlaces, materialForms } from '#shared/catalogue/guide-parts.ts';
import type { AttachmentRef, CatalogueRecord } from '#shared/catalogue/record.ts';
import { factTable, lines, listSection } from './fact-table.ts';
import { phoneLinks } from './format.ts';
import type { LinkedBasisItem } from './guide-laws.ts';
import { type Content, html, type Markup } from './markup.ts';
import { mapLink } from './office.ts';
import { link, type PageContext } from './page-context.ts';

/** Where a file of a record is fetched. */
export function fileHref(record: Pick<CatalogueRecord, 'code'>, { sha256, name }: AttachmentRef): string {
  return `/m/${record.code}/file/${sha256}/${encodeURIComponent(name.toWellFormed())}`;
}

/** What comes before the office: facts at a glance, who, and what to bring. */
export function guideStart(record: CatalogueRecord, guide: GuideDetails, context: PageContext): Content {
  return [
    glance(guide, context),
    conditions(guide.conditions, context),
    materials(record, guide.materials, context),
  ];
}

/** What comes after it: the other places, how, what it costs, what others asked, the law. */
export function guideRest(
  guide: GuideDetails,
  basis: readonly LinkedBasisItem[],
  context: PageContext,
): Content {
  const words = context.text.guidePage;
  return [
    otherPlaces(guide, context),
    listSection(
      words.steps,
      guide.steps.map((step) => viewStep(step, context)),
      true,
    ),
    listSection(
      words.fees,
      guideFees(guide).map((fee) => viewFee(fee, context)),
    ),
    questions(guide.questions, context),
    listSection(
      words.basis,
      basis.map((item) => viewBasis(item, context)),
    ),
    otherFacts(guide, context),
  ];
}

function glance(guide: GuideDetails, { text }: PageContext): Content {
  const { guide: names, guidePage: words } = text;
  const { visits } = guide;
  return factTable(
    words.glance,
    [
      [names.promisedLimit, guide.promisedLimit],
      [names.statutoryLimit, guide.statutoryLimit],
      [names.fee, lines(guide.fee)],
      [names.visits, visits === null ? null : visits === 0 ? words.visitsNone : words.visitsCount(visits)],
      [names.method, lines(guide.method)],
      [names.online, onlineLink(guide.onlineUrl)],
    ],
    true,
  );
}

/** Ticks are kept under what a line says, so that another version of the guide never inherits a wrong one. */
function tickId(list: string, words: string): string {
  return createHash('sha256').update(`${list}\n${words}`).digest('hex').slice(0, 12);
}

function tickLine(list: string, words: string, content: Content): Markup {
  return html`<label class="tick"><input type="checkbox" autocomplete="off" data-tick="${tickId(list, words)}"><span>${content}</span></label>`;
}

function conditions(items: readonly string[], { text }: PageContext): Content {
  if (items.length === 0) return null;
  const words = text.guidePage;
  return html`<section class="ticks"><h2>${words.conditions}</h2><p class="hint">${words.conditionsHint}</p>
<ul>${items.map((item) => html`<li>${tickLine('conditions', item, lines(item))}</li>`)}</ul>
<p class="whole" role="status" data-whole="${words.allMet}" data-note="${words.notPromise}" hidden></p></section>`;
}

function materials(record: CatalogueRecord, items: readonly GuideMaterial[], context: PageContext): Content {
  if (items.length === 0) return null;
  const words = context.text.guidePage;
  return html`<section class="ticks"><h2>${words.materials}</h2><p class="hint">${words.materialsHint}</p>
<ul>${items.map((item) => viewMaterial(record, item, context))}</ul>
<p class="whole" role="status" data-whole="${words.allReady}" hidden></p></section>`;
}

const labelled = (label: string, value: string | null) =>
  value === null || value === '' ? null : `${label} ${value}`;
const joined = (...facts: readonly (string | null)[]) => facts.filter((fact) => fact !== null).join(' · ');

function viewMaterial(record: CatalogueRecord, material: GuideMaterial, { text }: PageContext): Markup {
  const { guide: names, guidePage: words } = text;
  const { blank, sample } = materialForms(material, record.attachments);
  const facts = joined(
    material.required ? names.required : names.optional,
    labelled(names.form, material.form),
    labelled(names.copies, material.copies),
    labelled(names.source, material.source),
  );
  const form = (file: AttachmentRef | null, what: string) =>
    file === null
      ? null
      : html`<a class="form" href="${fileHref(record, file)}" download aria-label="${words.download(what, file.name)}">${what}</a>`;
  return html`<li>${tickLine('materials', material.name, html`<b>${material.name}</b><br><small>${facts}</small>`)}
${blank === null && sample === null ? null : html`<p class="forms">${form(blank, words.blankForm)} ${form(sample, words.sampleForm)}</p>`}</li>`;
}

function otherPlaces(guide: GuideDetails, context: PageContext): Content {
  const [first, ...others] = guidePlaces(guide);
  const isFirstOwn = first !== undefined && first.name === null;
  return (isFirstOwn ? others : guidePlaces(guide)).map((place, at) => viewPlace(place, at + 2, context));
}

function viewPlace(place: GuidePlace, number: number, context: PageContext): Content {
  const { office, guidePage: words } = context.text;
  const { address, phone } = place;
  const map =
    address === null
      ? null
      : html`${address}<br><a class="map" href="${mapLink(address, context.isApple)}">${office.map}</a>`;
  return factTable(
    place.name ?? words.place(number),
    [
      [office.address, map],
      [words.window, place.window],
      [office.phone, phone === null ? null : phoneLinks(phone)],
      [office.hours, place.hours],
    ],
    true,
  );
}

function viewStep(step: GuideStep, { text }: PageContext): Markup {
  const words = text.guidePage;
  const facts = joined(
    labelled(words.person, step.person),
    labelled(words.limit, step.limit),
    labelled(words.result, step.result),
  );
  return html`${step.name}${facts === '' ? null : html`<br><small>${facts}</small>`}`;
}

function viewFee(fee: ReturnType<typeof guideFees>[number], { text }: PageContext): Markup {
  const basis = labelled(text.guidePage.feeBasis, fee.basis);
  const { item, standard } = fee;
  return html`${item}${standard === null || standard === item ? null : html` <b>${standard}</b>`}${basis === null ? null : html`<br><small>${basis}</small>`}`;
}

function questions(items: GuideDetails['questions'], { text }: PageContext): Content {
  if (items.length === 0) return null;
  return html`<section><h2>${text.guide.questions}</h2>${items.map(
    ({ question, answer }) => html`<details><summary>${question}</summary><p>${lines(answer)}</p></details>`,
  )}</section>`;
}

function viewBasis({ words, links }: LinkedBasisItem, context: PageContext): Markup {
  const { openLaw, openArticle } = context.text.guidePage;
  return html`${lines(words)}${links.map(
    ({ path, query, fragment, title, article }) =>
      html`<br><a class="law" href="${link(context, path, query)}${fragment}" aria-label="${openLaw} ${title}${article}">${article === null ? openLaw : openArticle(article)}</a>`,
  )}`;
}

function otherFacts(guide: GuideDetails, { text }: PageContext): Content {
  const { guide: names, guidePage: words } = text;
  return factTable(
    words.other,
    [
      [names.result, guide.result],
      [names.audience, guide.audience],
      [words.subjects, (guide.subjects ?? []).join('、')],
      [words.group, guide.group],
      [names.itemType, guide.itemType],
      [names.level, guide.level],
      [names.itemCode, guide.itemCode],
    ],
    true,
  );
}

/** Only web addresses become links: a record must not carry a script into an href. */
function onlineLink(url: string | null): Content {
  if (url === null || !/^https?:\/\//i.test(url)) return url;
  return html`<a href="${url}" rel="noopener noreferrer nofollow">${url}</a>`;
}

/** What a script adds: ticks that stay, a way to clear them, printing; the words that need none stand by themselves. */
export function takeAlong(record: CatalogueRecord, { text, assets }: PageContext): Markup {
  const words = text.guidePage;
  const needed = Object.values(assets).map(({ path }) => path);
  return html`<section class="along" data-guide="${record.code}" data-worker="/m/worker.js" data-assets="${needed.join(' ')}">
<p class="kept">${words.kept}</p>
<p class="kept" id="along-told" role="status" data-kept="${words.keptHere}" data-offline="${words.offline}" data-cleared="${words.cleared}" hidden></p>
<p class="along__buttons"><button type="button" class="plain" data-clear-ticks hidden>${words.clear}</button>
<button type="button" class="plain" data-print hidden>${words.print}</button></p></section>`;
}
