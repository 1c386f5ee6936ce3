// The shelf of guides of the release in force, read once for as long as it shows the same.
import type { GuideShelf } from '#shared/catalogue/guide-shelf.ts';
import { loadGuideShelf } from '#shared/search/load-guides.ts';
import type { OpenedRelease } from '../http/hub-services.ts';

export class GuideShelves {
  #key = '';
  #shelf: Promise<GuideShelf> | null = null;

  /** Throws what the release's reader throws; the next one to ask has it read again. */
  load({ manifest, reader }: OpenedRelease): Promise<GuideShelf> {
    const key = `${manifest.version} ${reader.shownSince}`;
    if (this.#shelf !== null && this.#key === key) return this.#shelf;
    const shelf = loadGuideShelf(reader, manifest.tree, {});
    this.#key = key;
    this.#shelf = shelf;
    shelf.catch(() => {
      if (this.#shelf === shelf) this.#shelf = null;
    });
    return shelf;
  }
}
