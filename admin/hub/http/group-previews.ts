// Holds previews of release groups open while somebody looks at them.
import type { GroupPreview } from '../group-preview/group-preview-service.ts';
import type { HubServices } from './hub-services.ts';

/** Held at once; a preview of a large catalogue has its segments' words in memory. */
const mostHeld = 2;
const idleMs = 15 * 60_000;

interface Held {
  readonly key: string;
  readonly opening: Promise<GroupPreview>;
  usedAtMs: number;
  users: number;
  isRetired: boolean;
}

export class GroupPreviews {
  readonly #services: Pick<HubServices, 'groupPreview' | 'now' | 'log'>;
  readonly #held = new Map<string, Held>();

  constructor(services: Pick<HubServices, 'groupPreview' | 'now' | 'log'>) {
    this.#services = services;
  }

  /**
   * Runs `read` on the preview of a group; `isFresh` asks for one that knows everything done so far, which may have to
   * be built first. Throws what building it throws.
   */
  async use<T>(groupId: string, isFresh: boolean, read: (preview: GroupPreview) => Promise<T>): Promise<T> {
    const held = await this.#take(groupId, isFresh);
    try {
      return await read(await held.opening);
    } finally {
      held.users -= 1;
      held.usedAtMs = this.#services.now();
      if (held.isRetired) await this.#closeUnused(held);
    }
  }

  /** Lets go of those nobody looked at for a while; called now and then. */
  async closeIdle(): Promise<void> {
    const before = this.#services.now() - idleMs;
    for (const [groupId, held] of this.#held) if (held.usedAtMs < before) await this.#retire(groupId, held);
  }

  async close(): Promise<void> {
    for (const [groupId, held] of this.#held) await this.#retire(groupId, held);
  }

  async #take(groupId: string, isFresh: boolean): Promise<Held> {
    const known = this.#held.get(groupId);
    const key = isFresh || known === undefined ? await this.#services.groupPreview.keyOf(groupId) : known.key;
    const now = this.#held.get(groupId);
    const held = now?.key === key ? now : await this.#open(groupId, key, now);
    held.users += 1;
    return held;
  }

  async #open(groupId: string, key: string, before: Held | undefined): Promise<Held> {
    if (before !== undefined) void this.#retire(groupId, before);
    const opening = this.#services.groupPreview.open(groupId);
    const held: Held = { key, opening, usedAtMs: this.#services.now(), users: 0, isRetired: false };
    this.#held.set(groupId, held);
    // What could not be built is asked for again, not remembered.
    opening.catch(() => {
      if (this.#held.get(groupId) === held) this.#held.delete(groupId);
    });
    const [oldest] = [...this.#held].filter(([id]) => id !== groupId);
    if (this.#held.size > mostHeld && oldest !== undefined) void this.#retire(...oldest);
    return held;
  }

  async #retire(groupId: string, held: Held): Promise<void> {
    if (this.#held.get(groupId) === held) this.#held.delete(groupId);
    held.isRetired = true;
    await this.#closeUnused(held);
  }

  async #closeUnused(held: Held): Promise<void> {
    if (held.users > 0) return;
    try {
      await (await held.opening).close();
    } catch (cause) {
      this.#services.log('the preview of a release group did not close', cause);
    }
  }
}
