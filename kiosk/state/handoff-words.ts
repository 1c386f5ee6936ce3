// The words of a hand-off that carries text, from the records the terminal holds.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { ShownColumn } from '#shared/catalogue/register.ts';
import {
  essentialLines,
  type HandoffLabels,
  handoffOffice,
  listLines,
  wholeLines,
} from '#shared/handoff/handoff-text.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import { t } from '../i18n/translate.ts';

/** In the visitor's language; the content keeps its own. */
function handoffLabels(): HandoffLabels {
  return {
    docNo: t('handoff.label.docNo'),
    agency: t('handoff.label.agency'),
    date: t('handoff.label.date'),
    validity: t('handoff.label.validity'),
    ended: { expired: t('validity.expired'), repealed: t('validity.repealed') },
    period: t('handoff.label.period'),
    contact: t('handoff.label.contact'),
    objection: t('handoff.label.objection'),
    place: t('handoff.label.place'),
    window: t('handoff.label.window'),
    hours: t('handoff.label.hours'),
    phone: t('handoff.label.phone'),
    materials: t('handoff.label.materials'),
    optional: t('handoff.label.optional'),
    limit: t('handoff.label.limit'),
    fee: t('handoff.label.fee'),
    conditions: t('handoff.label.conditions'),
    steps: t('handoff.label.steps'),
    basis: t('handoff.label.basis'),
    questions: t('handoff.label.questions'),
    summary: t('handoff.label.summary'),
    register: t('handoff.label.register'),
    figuresPeriod: t('handoff.label.figuresPeriod'),
    entries: t('handoff.label.entries'),
    ranking: t('handoff.label.ranking'),
    notes: t('handoff.label.notes'),
    code: t('handoff.label.code'),
    colon: t('handoff.label.colon'),
  };
}

function officeOf(record: CatalogueRecord, manifest: ReleaseManifest | null) {
  const agency = manifest?.agencies.find(({ id }) => id === record.agencyId) ?? null;
  return handoffOffice(record, agency, manifest?.venue ?? null);
}

/**
 * A record's essentials, and everything it says when that is more.
 * @param columns of the register, for an entry
 */
export function recordWords(
  record: CatalogueRecord,
  manifest: ReleaseManifest | null,
  columns: readonly ShownColumn[],
) {
  const labels = handoffLabels();
  const office = officeOf(record, manifest);
  const essentials = essentialLines(record, office, labels, columns).join('\n');
  const whole = wholeLines(record, office, labels, columns).join('\n');
  return { essentials, whole: whole === essentials ? undefined : whole };
}

export function listWords(records: readonly CatalogueRecord[], manifest: ReleaseManifest | null): string {
  const heading = t('list.textHeading', { count: records.length, venue: manifest?.venue.name ?? '' });
  const entries = records.map((record) => ({ record, office: officeOf(record, manifest) }));
  return listLines(heading.trim(), entries, handoffLabels()).join('\n');
}
