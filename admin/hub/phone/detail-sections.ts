// What guides, matters and notices have beyond the common header, each in the order people need it.
import type { GuideDetails, GuideMaterial, MatterDetails, NoticeDetails } from '#shared/catalogue/details.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { factTable, lines, listSection } from './fact-table.ts';
import { formatDate, phoneLinks } from './format.ts';
import { type Content, html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';
import type { PhoneText } from './phone-text.ts';

/** The sections of a record's own kind; empty for plain documents and pages. */
export function detailSections(record: CatalogueRecord, context: PageContext): Content {
  switch (record.details?.type) {
    case 'guide':
      return guideSections(record.details, context.text);
    case 'matter':
      return matterSections(record.details, context.text);
    case 'notice':
      return noticeSections(record.details, context);
    default:
      return null;
  }
}

function guideSections(guide: GuideDetails, text: PhoneText): Content {
  const words = text.guide;
  const facts = factTable(
    words.title,
    [
      [words.promisedLimit, guide.promisedLimit],
      [words.fee, lines(guide.fee)],
      [words.window, guide.window],
      [words.visits, guide.visits],
      [words.method, lines(guide.method)],
      [words.online, onlineLink(guide.onlineUrl)],
      [words.statutoryLimit, guide.statutoryLimit],
      [words.result, guide.result],
      [words.audience, guide.audience],
      [words.itemType, guide.itemType],
      [words.level, guide.level],
      [words.itemCode, guide.itemCode],
    ],
    true,
  );
  return [
    facts,
    listSection(
      words.materials,
      guide.materials.map((material) => viewMaterial(material, words)),
    ),
    listSection(words.conditions, guide.conditions.map(lines), true),
    listSection(
      words.steps,
      guide.steps.map((step) => viewStep(step, words)),
      true,
    ),
    listSection(words.basis, guide.basis.map(lines)),
    questions(guide.questions, words),
  ];
}

type GuideWords = PhoneText['guide'];

function viewMaterial(material: GuideMaterial, words: GuideWords): Markup {
  const facts = [
    material.required ? words.required : words.optional,
    labelled(words.copies, material.copies),
    labelled(words.form, material.form),
    labelled(words.source, material.source),
  ];
  return html`${material.name}<br><small>${facts.filter((fact) => fact !== null).join(' · ')}</small>`;
}

function viewStep(step: GuideDetails['steps'][number], words: GuideWords): Markup {
  const facts = [
    labelled(words.person, step.person),
    labelled(words.limit, step.limit),
    labelled(words.stepResult, step.result),
  ].filter((fact) => fact !== null);
  return html`${step.name}${facts.length > 0 ? html`<br><small>${facts.join(' · ')}</small>` : null}`;
}

const labelled = (label: string, value: string | null) =>
  value === null || value === '' ? null : `${label} ${value}`;

function questions(items: GuideDetails['questions'], words: GuideWords): Markup | null {
  if (items.length === 0) return null;
  return html`<section><h2>${words.questions}</h2>${items.map(
    ({ question, answer }) => html`<details><summary>${question}</summary><p>${lines(answer)}</p></details>`,
  )}</section>`;
}

/** Only web addresses become links: a record must not carry a script into an href. */
function onlineLink(url: string | null): Content {
  if (url === null || !/^https?:\/\//i.test(url)) return url;
  return html`<a href="${url}" rel="noopener noreferrer nofollow">${url}</a>`;
}

function matterSections(matter: MatterDetails, text: PhoneText): Content {
  const words = text.matter;
  const channels = matter.channels
    .filter((channel) => channel !== 'other')
    .map((channel) => text.channels[channel]);
  return factTable(
    words.title,
    [
      [words.field, matter.field],
      [words.levels, matter.levels.join(' › ')],
      [words.elements, lines(matter.elements)],
      [words.basis, lines(matter.basis)],
      [words.deadline, matter.deadline?.text],
      [words.channels, [...channels, ...matter.otherChannels].join('、')],
      [
        words.audience,
        [...matter.audience.map((who) => text.audiences[who]), matter.audienceNote ?? '']
          .filter(Boolean)
          .join('、'),
      ],
      [words.mode, matter.mode.map((mode) => text.modes[mode]).join('、')],
      [words.tiers, matter.tiers.map((tier) => text.tiers[tier]).join('、')],
      [words.responsible, matter.responsible],
    ],
    true,
  );
}

function noticeSections(notice: NoticeDetails, context: PageContext): Content {
  const words = context.text.notice;
  return factTable(
    words.title,
    [
      [words.level, notice.level === 'ordinary' ? null : context.text.levels[notice.level]],
      [words.period, noticePeriod(notice, context)],
      [words.contact, notice.contact === null ? null : phoneLinks(notice.contact)],
    ],
    true,
  );
}

function noticePeriod({ startsOn, endsOn }: NoticeDetails, { text, language }: PageContext): string | null {
  if (startsOn !== null && endsOn !== null) {
    return text.notice.between(formatDate(startsOn, language), formatDate(endsOn, language));
  }
  if (startsOn !== null) return text.notice.from(formatDate(startsOn, language));
  return endsOn === null ? null : text.notice.until(formatDate(endsOn, language));
}
