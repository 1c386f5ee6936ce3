// Decides which sources are asked, and that none is asked twice at once, by this process or another on the same folder.
import type { Desk } from '../../editorial/desk.ts';
import type { FeedSourceTable } from '../../store/feeds-tables.ts';
import type { PortalPorts } from './gather-items.ts';
import { HostQueue } from './host-queue.ts';
import { pollSource } from './poll-source.ts';

/** Whoever has taken a source and vanished loses it after this long. */
const leaseMs = 30 * 60_000;
/** Sources asked side by side, each at another host. */
const sideBySide = 3;

export class FeedPoller {
  readonly #desk: Desk;
  readonly #ports: PortalPorts;
  readonly #hosts = new HostQueue();
  readonly #stop = new AbortController();
  #round: Promise<number> | null = null;

  constructor(desk: Desk, ports: PortalPorts) {
    this.#desk = desk;
    this.#ports = ports;
  }

  /** Asks every active source whose time has come; how many that were. A round under way is joined. */
  pollDue(): Promise<number> {
    this.#round ??= this.#pollDue().finally(() => {
      this.#round = null;
    });
    return this.#round;
  }

  /** Asks every active source now. */
  async pollAll(): Promise<number> {
    return this.#pollThose(await activeSources(this.#desk).execute());
  }

  /** Asks one source now; false when it is being asked already or is gone. */
  async pollNow(id: string): Promise<boolean> {
    const source = await this.#desk.db
      .selectFrom('feed_sources')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return source !== undefined && (await this.#poll(source));
  }

  /** Lets go of what is under way. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#round?.catch(() => {});
  }

  async #pollDue(): Promise<number> {
    const now = new Date(this.#desk.now()).toISOString();
    return this.#pollThose(await activeSources(this.#desk).where('next_poll_at', '<=', now).execute());
  }

  async #pollThose(sources: readonly FeedSourceTable[]): Promise<number> {
    const waiting = [...sources];
    const work = async (): Promise<void> => {
      for (let source = waiting.shift(); source !== undefined; source = waiting.shift())
        await this.#poll(source);
    };
    await Promise.all(Array.from({ length: sideBySide }, work));
    return sources.length;
  }

  async #poll(source: FeedSourceTable): Promise<boolean> {
    const host = URL.parse(source.url)?.host ?? '';
    return this.#hosts.run(host, async () => {
      if (this.#stop.signal.aborted || !(await this.#take(source))) return false;
      await pollSource(this.#desk, source, this.#ports, this.#stop.signal);
      return true;
    });
  }

  /** Two processes see the same source due; the one that moves its time on first has it. */
  async #take(source: FeedSourceTable): Promise<boolean> {
    const until = new Date(this.#desk.now() + leaseMs).toISOString();
    const { numUpdatedRows } = await this.#desk.db
      .updateTable('feed_sources')
      .set({ next_poll_at: until })
      .where('id', '=', source.id)
      .where('next_poll_at', '=', source.next_poll_at)
      .executeTakeFirst();
    return Number(numUpdatedRows) === 1;
  }
}

function activeSources({ db }: Desk) {
  return db
    .selectFrom('feed_sources')
    .selectAll()
    .where('is_active', '=', 1)
    .orderBy('next_poll_at')
    .orderBy('id');
}
