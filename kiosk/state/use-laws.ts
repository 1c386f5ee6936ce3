// Finds the laws a guide rests on among what the terminal holds, one after the other, after the guide is shown.

import type { GuideDetails } from '#shared/catalogue/details.ts';
import { type BasisItem, basisItems } from '#shared/catalogue/legal-basis.ts';
import { type FoundLaw, findLaw } from '#shared/search/find-law.ts';
import { useContentVersion, useEngine } from './engine-context.ts';
import { recordUrl } from './record-url.ts';
import { useLoaded } from './use-loaded.ts';

/** Citations looked up for one guide; a basis of hundreds of laws is not a visitor's business. */
const mostLookUps = 30;

/** A link from an item of a basis to where it can be read. */
export interface LawLink {
  readonly url: string;
  readonly title: string;
  /** The cited article, when the text has it. */
  readonly article: string | null;
}

export interface LinkedBasisItem extends BasisItem {
  readonly links: readonly LawLink[];
}

/** The items of a guide's basis; those the catalogue holds get their links as soon as they are found. */
export function useLaws(recordId: string, details: GuideDetails): readonly LinkedBasisItem[] {
  const engine = useEngine();
  const items = basisItems(details);
  const found = useLoaded(`laws ${recordId} ${useContentVersion()}`, async (signal) => {
    const all: LinkedBasisItem[] = [];
    let left = mostLookUps;
    for (const item of items) {
      const links: LawLink[] = [];
      for (const law of item.laws.slice(0, left)) {
        left -= 1;
        const place = await findLaw(engine, law, signal);
        if (place && place.record.id !== recordId) links.push(lawLink(place, law.article));
      }
      all.push({ ...item, links });
    }
    return all;
  });
  return found.value ?? items.map((item) => ({ ...item, links: [] }));
}

function lawLink({ record, article }: FoundLaw, words: string | null): LawLink {
  const url = recordUrl(record);
  const { title } = record;
  return article === null
    ? { url, title, article: null }
    : { url: `${url}?article=${article.anchor}`, title, article: words };
}
