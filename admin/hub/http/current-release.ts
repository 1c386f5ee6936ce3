// Holds the current release open for phone pages and searches, and changes to a newer one between two requests.
import type { HubServices, OpenedRelease } from './hub-services.ts';

interface Held {
  readonly version: number;
  readonly release: OpenedRelease;
  users: number;
  isRetired: boolean;
}

/** One release is open at a time; an older one closes when its last reader has finished. */
export class CurrentRelease {
  readonly #services: Pick<HubServices, 'release' | 'log'>;
  #held: Held | null = null;
  #opening: Promise<Held | null> | null = null;

  constructor(services: Pick<HubServices, 'release' | 'log'>) {
    this.#services = services;
  }

  /** Runs `read` on the current release, or on null when nothing has been published. */
  async use<T>(read: (release: OpenedRelease | null) => Promise<T>): Promise<T> {
    let held = await this.#current();
    // Another request may have changed to a newer release before this one took hold of it.
    while (held?.isRetired === true) held = await this.#current();
    if (held === null) return read(null);
    held.users += 1;
    try {
      return await read(held.release);
    } finally {
      held.users -= 1;
      if (held.isRetired && held.users === 0) await this.#closeQuietly(held);
    }
  }

  async close(): Promise<void> {
    const held = this.#held;
    this.#held = null;
    if (held !== null) await this.#retire(held);
  }

  async #current(): Promise<Held | null> {
    const version = await this.#services.release.currentVersion();
    if (version === null) return null;
    if (this.#held?.version === version) return this.#held;
    this.#opening ??= this.#open(version).finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  /** When the newer release can't be opened, the one that is open goes on being read. */
  async #open(version: number): Promise<Held | null> {
    const before = this.#held;
    try {
      const release = await this.#services.release.open();
      this.#held = { version, release, users: 0, isRetired: false };
    } catch (cause) {
      this.#services.log(`release ${version} could not be opened`, cause);
      if (before === null) throw cause;
      return before;
    }
    if (before !== null) await this.#retire(before);
    return this.#held;
  }

  async #retire(held: Held): Promise<void> {
    held.isRetired = true;
    if (held.users === 0) await this.#closeQuietly(held);
  }

  async #closeQuietly(held: Held): Promise<void> {
    await held.release
      .close()
      .catch((cause: unknown) => this.#services.log('a release did not close', cause));
  }
}
