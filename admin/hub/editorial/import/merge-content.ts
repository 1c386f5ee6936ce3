// Lays a newer imported row over a stored record: an import adds and changes, and what it is silent on stays.
import type { GuideDetails, RecordDetails } from '#shared/catalogue/details.ts';
import type { StoredContent } from '../stored-content.ts';

/** What the row says wins; nulls, empty texts and empty lists are silence. Placement by staff is kept. */
export function mergeContent(stored: StoredContent, row: StoredContent, hasOwnPlace: boolean): StoredContent {
  return {
    kind: row.kind,
    title: row.title,
    agencyId: row.agencyId,
    docNo: row.docNo ?? stored.docNo,
    indexNo: row.indexNo ?? stored.indexNo,
    date: row.date ?? stored.date,
    publishedOn: row.publishedOn ?? stored.publishedOn,
    topic: row.topic ?? stored.topic,
    genre: row.genre ?? stored.genre,
    nodeId: hasOwnPlace || stored.nodeId === null ? row.nodeId : stored.nodeId,
    matterId: hasOwnPlace || stored.matterId === null ? row.matterId : stored.matterId,
    summary: row.summary === '' ? stored.summary : row.summary,
    keywords: row.keywords.length === 0 ? stored.keywords : row.keywords,
    validity: row.validity === 'unknown' ? stored.validity : row.validity,
    expiresOn: row.expiresOn ?? stored.expiresOn,
    ...mergeShown(stored.shown, row.shown),
    details: mergeDetails(stored.details, row.details),
    attachments: row.attachments.length === 0 ? stored.attachments : row.attachments,
  };
}

/** End by end; an end the row moves takes the other along only as far as the span does not run backwards. */
function mergeShown(
  stored: StoredContent['shown'],
  row: StoredContent['shown'],
): Pick<StoredContent, 'shown'> {
  const from = row?.from ?? stored?.from ?? null;
  const until = row?.until ?? stored?.until ?? null;
  if (from === null && until === null) return {};
  if (from !== null && until !== null && until <= from) return row === undefined ? {} : { shown: row };
  return { shown: { from, until } };
}

function mergeDetails(stored: RecordDetails | null, row: RecordDetails | null): RecordDetails | null {
  if (stored === null || row === null || stored.type !== row.type) return row;
  const said = Object.entries(row).filter(([, value]) => !isSilent(value));
  const merged = { ...stored, ...Object.fromEntries(said) } as RecordDetails;
  if (merged.type === 'guide' && stored.type === 'guide') return keepForms(stored, merged);
  if (merged.type !== 'notice' || stored.type !== 'notice') return merged;
  // Whether it ends by itself is a choice of staff, which files only suggest.
  const { withdrawsAtEnd } = stored;
  return withdrawsAtEnd === undefined ? merged : { ...merged, withdrawsAtEnd };
}

/** A list of materials that names no forms is silent on them: those staff chose stay with their material. */
function keepForms(stored: GuideDetails, merged: GuideDetails): GuideDetails {
  const before = new Map(stored.materials.map((material) => [material.name, material]));
  const materials = merged.materials.map((material) => {
    const { blankForm, sampleForm } = before.get(material.name) ?? {};
    return {
      ...material,
      ...(blankForm && !material.blankForm ? { blankForm } : {}),
      ...(sampleForm && !material.sampleForm ? { sampleForm } : {}),
    };
  });
  return { ...merged, materials };
}

function isSilent(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
