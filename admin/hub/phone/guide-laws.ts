// Links from a guide's legal basis to the laws the current release holds; each citation is looked up once a release.
import type { GuideDetails, GuideLaw } from '#shared/catalogue/details.ts';
import { type BasisItem, basisItems } from '#shared/catalogue/legal-basis.ts';
import { type FoundLaw, findLaw } from '#shared/search/find-law.ts';
import type { OpenedRelease } from '../http/hub-services.ts';

/** A place to read on: `/m/<code>`, at a part and an article where the text has it. */
export interface LawLink {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly fragment: string;
  readonly title: string;
  readonly article: string | null;
}

export interface LinkedBasisItem extends BasisItem {
  readonly links: readonly LawLink[];
}

/** Citations looked up for one page, and kept for the next. */
const mostLookUps = 30;
const mostKept = 2_000;

/** Finds laws and remembers what it found, or did not, for as long as the release stays the same. */
export class GuideLaws {
  #version = -1;
  readonly #known = new Map<string, Promise<FoundLaw | null>>();

  async link(guide: GuideDetails, ownId: string, release: OpenedRelease): Promise<LinkedBasisItem[]> {
    let left = mostLookUps;
    const items: LinkedBasisItem[] = [];
    for (const item of basisItems(guide)) {
      const links: LawLink[] = [];
      for (const law of item.laws.slice(0, left)) {
        left -= 1;
        const found = await this.#find(law, release);
        if (found !== null && found.record.id !== ownId) links.push(lawLink(found, law));
      }
      items.push({ ...item, links });
    }
    return items;
  }

  #find(law: GuideLaw, { manifest, reader }: OpenedRelease): Promise<FoundLaw | null> {
    if (manifest.version !== this.#version) {
      this.#version = manifest.version;
      this.#known.clear();
    }
    const key = JSON.stringify([law.name, law.docNo, law.article]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= mostKept) this.#known.clear();
    const found = findLaw(reader, law);
    this.#known.set(key, found);
    // What could not be read now may be read the next time.
    found.catch(() => this.#known.delete(key));
    return found;
  }
}

function lawLink({ record, article }: FoundLaw, law: GuideLaw): LawLink {
  const isLater = article !== null && article.part > 0;
  return {
    path: `/m/${record.code}`,
    query: isLater ? { part: String(article.part + 1) } : {},
    fragment: article === null ? '' : `#${article.anchor}`,
    title: record.title,
    article: article === null ? null : law.article,
  };
}
