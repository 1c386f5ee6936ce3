// The whole manifest of a release, its agencies included: out of its mirror where that is sound, else out of the store.
import type { KioskStore } from '../store/kiosk-store.ts';
import { readManifestMirror } from '../store/manifest-mirror.ts';
import { loadRelease } from '../store/release-store.ts';
import type { HeldOpening } from '../store/schema.ts';
import { inflateRaw } from './inflate.ts';

export class WholeManifest {
  readonly #store: KioskStore;
  readonly #version: number;
  readonly #mirror: string | undefined;

  constructor(store: KioskStore, { version, manifestMirror }: HeldOpening) {
    this.#store = store;
    this.#version = version;
    this.#mirror = manifestMirror;
  }

  /** Whether there is a mirror that holds what was signed. */
  async isInMirror(): Promise<boolean> {
    return (await this.#readMirror()) !== null;
  }

  /** Whether the store holds what was signed. */
  async isInStore(): Promise<boolean> {
    return (await loadRelease(this.#store, this.#version)) !== null;
  }

  /** Null when neither holds what was signed. */
  async load(): Promise<Uint8Array | null> {
    const packed = await this.#readMirror();
    if (packed !== null) return await inflateRaw(packed);
    return (await loadRelease(this.#store, this.#version))?.manifest ?? null;
  }

  async #readMirror(): Promise<Uint8Array | null> {
    return this.#mirror === undefined ? null : await readManifestMirror(this.#mirror);
  }
}
