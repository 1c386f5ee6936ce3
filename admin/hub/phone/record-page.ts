// The phone page of one record: header, summary, body by parts, details, files, office.
import type { GuideDetails } from '#shared/catalogue/details.ts';
import { shelve } from '#shared/catalogue/guide-shelf.ts';
import type { AttachmentRef, CatalogueRecord } from '#shared/catalogue/record.ts';
import { listedAttachments } from '#shared/changes/changes-file.ts';
import type { SearchResult } from '#shared/search/types.ts';
import { sanitiseHtml } from '../ingest/sanitise-html.ts';
import { markStructure } from '../ingest/text-structure.ts';
import { type ConsultLinks, consultPanel } from './consult/consult-panel.ts';
import { detailSections } from './detail-sections.ts';
import { dutySection, type Fulfilling } from './duty-section.ts';
import { entrySections, type OwnRegister } from './entry-page.ts';
import { factTable } from './fact-table.ts';
import { firstPhone, formatBytes, formatDate, formatDay } from './format.ts';
import { recordLinks } from './forms/form-links.ts';
import type { LinkedBasisItem } from './guide-laws.ts';
import { fileHref, guideRest, guideStart, takeAlong } from './guide-sections.ts';
import { moreGuides } from './guides-page.ts';
import { page } from './layout.ts';
import { type Content, html, type Markup, trusted } from './markup.ts';
import { type Office, officeOf, officeSection } from './office.ts';
import { link, type PageContext } from './page-context.ts';
import { registerSections } from './register-page.ts';

export interface RecordView {
  readonly record: CatalogueRecord;
  /** Counts from 1. */
  readonly part: number;
  /** The HTML of that part; empty when the record has no body. */
  readonly bodyHtml: string;
  /** What a guide rests on, linked where the release holds it; empty for other kinds. */
  readonly basis: readonly LinkedBasisItem[];
  /** The version the link carried, when it carried one. */
  readonly scannedVersion: number | null;
  /** When the shown version was made; null when the store can't say. */
  readonly updatedAt: string | null;
  /** What fulfils it, for a matter. */
  readonly fulfilling: Fulfilling | null;
  /** Emergency notices that hold, without the record itself. */
  readonly emergencies: readonly CatalogueRecord[];
  /** The latest entries, for a register one looks up in. */
  readonly lookUp: SearchResult | null;
  /** What names the columns of an entry. */
  readonly register: OwnRegister | null;
  /** What a notice that asks or answers leads to. */
  readonly consultLinks: ConsultLinks;
  /** The public address of this page, e.g. `https://example.org/m/K7M2Q9X4`. */
  readonly address: string;
}

export function recordPage(view: RecordView, context: PageContext): string {
  const office = officeOf(view.record, context);
  const isFirst = view.part === 1;
  const main = isFirst ? firstPart(view, office, context) : laterPart(view, context);
  const bar = actionBar(view.record, isFirst ? office : null, context);
  const own = isFirst ? ownAssets(view.record, context) : {};
  const { title } = view.record;
  return page(context, { title, main, bar, address: view.address, isIndexed: isFirst, ...own });
}

/** The script and the style sheet that only pages of this kind have. */
function ownAssets(
  { kind, details }: CatalogueRecord,
  { assets }: PageContext,
): { module?: string; style?: string } {
  if (details?.type === 'notice' && (details.consultation || details.answersId))
    return { style: assets.consultStyle.path };
  if (kind === 'guide') return { module: assets.guide.path, style: assets.guideStyle.path };
  return kind === 'register' || kind === 'entry' ? { style: assets.registerStyle.path } : {};
}

function firstPart(view: RecordView, office: Office, context: PageContext): Content {
  const { record } = view;
  const { text } = context;
  if (record.details?.type === 'guide') return guidePart(view, record.details, office, context);
  const figures = figureSections(view, context);
  if (figures !== null) return figurePart(view, figures, office, context);
  const summary =
    record.summary === '' ? null : html`<section><h2>${text.summary}</h2><p>${record.summary}</p></section>`;
  return html`${emergencyLines(view.emergencies, context)}<article>
<h1>${record.title}</h1>
${endedLine(record, context)}
${versionLine(view, context)}
${consultPanel(record, view.consultLinks, context)}
${headerTable(record, context)}
${summary}
${dutySection(record, view.fulfilling, context)}
${detailSections(record, context)}
${body(view, context)}
${files(record, context)}
${officeSection(office, context)}
${recordLinks(record, context)}
</article>`;
}

/** A guide is something to do: what to bring and where comes first, what it is filed under last. */
function guidePart(view: RecordView, guide: GuideDetails, office: Office, context: PageContext): Markup {
  const { record, basis } = view;
  return html`${emergencyLines(view.emergencies, context)}<article class="guide-page">
<h1>${record.title}</h1>
${endedLine(record, context)}
${versionLine(view, context)}
${record.summary === '' ? null : html`<p class="lead">${record.summary}</p>`}
${guideStart(record, guide, context)}
${officeSection(office, context, context.text.guidePage.places)}
${guideRest(guide, basis, context)}
${body(view, context)}
${files(record, context)}
${takeAlong(record, context)}
${moreGuides(shelve(record, context.manifest?.tree ?? []), context)}
${recordLinks(record, context)}
${headerTable(record, context, context.text.guidePage.filed)}
</article>`;
}

/** What registers and their entries say; null for other kinds. */
function figureSections({ record, lookUp, register }: RecordView, context: PageContext): Content {
  if (record.details?.type === 'register') return registerSections(record, record.details, lookUp, context);
  return record.details?.type === 'entry' ? entrySections(record, record.details, register, context) : null;
}

/** A register or an entry has columns of its own in the place of the official header. */
function figurePart(view: RecordView, figures: Content, office: Office, context: PageContext): Markup {
  const { record } = view;
  const isRegister = record.kind === 'register';
  return html`${emergencyLines(view.emergencies, context)}<article class="figures-page">
<h1>${record.title}</h1>
${versionLine(view, context)}
${isRegister && record.summary !== '' ? html`<p class="lead">${record.summary}</p>` : null}
${figures}
${body(view, context, context.text.registers.table)}
${files(record, context)}
${officeSection(office, context)}
${recordLinks(record, context)}
</article>`;
}

function laterPart(view: RecordView, context: PageContext): Content {
  const first = link(context, `/m/${view.record.code}`);
  return html`<article>
<h1>${view.record.title}</h1>
<p><a class="jump" href="${first}">${context.text.body.jump}</a></p>
${body(view, context)}
</article>`;
}

function versionLine(
  { record, scannedVersion, updatedAt }: RecordView,
  { text, language }: PageContext,
): Markup {
  const shown = record.version;
  const day = updatedAt === null ? null : formatDay(updatedAt, language);
  const words = isOver(record) ? { ...text.version, ...text.latest } : text.version;
  if (scannedVersion === null || scannedVersion === shown) {
    return html`<p class="version">${day === null ? words.current(shown) : words.currentSince(shown, day)}</p>`;
  }
  const changed =
    day === null ? words.changed(scannedVersion, shown) : words.changedSince(scannedVersion, shown, day);
  return html`<p class="version changed">${changed}</p>`;
}

/** What cannot wait stands above whatever is read. */
function emergencyLines(records: readonly CatalogueRecord[], context: PageContext): Content {
  return records.map(
    ({ code, title }) =>
      html`<p class="emergency"><a href="${link(context, `/m/${code}`)}"><strong>${context.text.shown.emergency}</strong> ${title}</a></p>`,
  );
}

/** A text no longer in force says so before anything else. */
function endedLine(record: CatalogueRecord, { text, language }: PageContext): Markup | null {
  if (!isOver(record)) return null;
  const validity = text.validities[record.validity];
  const words =
    record.expiresOn === null ? validity : text.ended(validity, formatDate(record.expiresOn, language));
  return html`<p class="ended">${words}</p>`;
}

const isOver = ({ validity }: CatalogueRecord) => validity === 'expired' || validity === 'repealed';

/** The official header; a heading shows where it does not stand at the top. */
function headerTable(
  record: CatalogueRecord,
  { text, language }: PageContext,
  heading: string | null = null,
): Markup | null {
  const words = text.header;
  const day = (date: string | null) => (date === null ? null : formatDate(date, language));
  const validity = html`<span class="validity ${record.validity}">${text.validities[record.validity]}</span>`;
  return factTable(
    heading ?? words.caption,
    [
      [words.indexNo, record.indexNo],
      [words.topic, record.topic],
      [words.genre, record.genre],
      [words.agency, record.agencyName],
      [words.date, day(record.date)],
      [words.publishedOn, day(record.publishedOn)],
      [words.docNo, record.docNo === null ? null : html`<span class="keep">${record.docNo}</span>`],
      [words.validity, record.validity === 'unknown' ? null : validity],
      [words.expiresOn, day(record.expiresOn)],
      [words.keywords, record.keywords.join('、')],
    ],
    heading !== null,
  );
}

function body(view: RecordView, context: PageContext, heading = context.text.body.title): Markup | null {
  const parts = view.record.body?.parts ?? 0;
  if (parts === 0) return null;
  const { text } = context;
  const title = parts > 1 ? `${heading} · ${text.body.part(view.part, parts)}` : heading;
  return html`<section id="text"><h2>${title}</h2>
<div class="body">${readableBody(view.bodyHtml, text.body.table)}</div>
${parts > 1 ? partLinks(view, parts, context) : null}</section>`;
}

/**
 * The part once more through the sanitiser: the release is verified, but a page that runs in our origin does not
 * take that as a reason to trust it. Articles get their anchors, which links from guides lead to; headings move below
 * the page's own, wide tables scroll on their own, and figures stand flush right.
 */
function readableBody(bodyHtml: string, tableLabel: string): Markup {
  const clean = markStructure(sanitiseHtml(bodyHtml).html);
  const open = html`<div class="scroll" role="group" tabindex="0" aria-label="${tableLabel}">`.text;
  return trusted(
    clean
      .replace(/<(\/?)h[12](?=[\s>])/g, '<$1h3')
      .replace(/<table(?=[\s>])/g, `${open}<table`)
      .replaceAll('</table>', '</table></div>')
      .replace(/<td>(?=[-−]?[\d,]+(?:\.\d+)?%?<\/td>)/g, '<td class="number">'),
  );
}

function partLinks({ record, part }: RecordView, parts: number, context: PageContext): Markup {
  const { text } = context;
  const to = (number: number) =>
    `${link(context, `/m/${record.code}`, number === 1 ? {} : { part: String(number) })}#text`;
  return html`<nav class="parts" aria-label="${text.body.parts}">
${part > 1 ? html`<a rel="prev" href="${to(part - 1)}">${text.body.previous}</a>` : html`<span></span>`}
<span>${part} / ${parts}</span>
${part < parts ? html`<a rel="next" href="${to(part + 1)}">${text.body.next}</a>` : html`<span></span>`}
</nav>`;
}

function files(record: CatalogueRecord, context: PageContext): Markup | null {
  const listed = listedAttachments(record);
  if (listed.length === 0) return null;
  const words = context.text.files;
  return html`<section id="files"><h2>${words.title}</h2>
${context.isWeChat ? weChatNote(context) : null}
<ul class="files">${listed.map((file) => fileCard(record, file, context))}</ul></section>`;
}

function fileCard(record: CatalogueRecord, file: AttachmentRef, context: PageContext): Markup {
  const href = fileHref(record, file);
  const kind = /\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1]?.toUpperCase() ?? '';
  return html`<li><a href="${href}" download aria-label="${context.text.files.download(file.name)}">
<b>${file.name}</b> <small>${[kind, formatBytes(file.bytes)].filter(Boolean).join(' · ')}</small></a></li>`;
}

function weChatNote({ text }: PageContext): Markup {
  const words = text.files;
  return html`<div class="note"><h3>${words.wechatTitle}</h3><p>${words.wechatWhy}</p>
<ol>${words.wechatSteps.map((step) => html`<li>${step}</li>`)}</ol></div>`;
}

function actionBar(record: CatalogueRecord, office: Office | null, { text }: PageContext): Markup {
  const phone = firstPhone(office?.phone ?? null);
  const words = text.bar;
  return html`<nav class="bar" aria-label="${words.label}">
<button type="button" data-copy-link data-done="${words.copied}" hidden>${words.copy}</button>
<button type="button" data-share hidden>${words.share}</button>
${phone === null ? null : html`<a href="${phone}">${words.call}</a>`}
${office === null || office.address === null ? null : html`<a href="#office">${words.address}</a>`}
${office === null || listedAttachments(record).length === 0 ? null : html`<a href="#files">${words.files}</a>`}
</nav><p class="hidden" id="told" role="status"></p>`;
}
