// Keeps a damaged part from being fetched twice at once: the check in the background and readers meet at the same one.

export class SharedRepairs {
  private readonly running = new Map<string, Promise<void>>();

  /** Runs `repair`, or waits for the one under way for this part and shares how it ends, also when it fails. */
  share(part: string, repair: () => Promise<void>): Promise<void> {
    const underWay = this.running.get(part);
    if (underWay) return underWay;
    const started = repair().finally(() => this.running.delete(part));
    this.running.set(part, started);
    return started;
  }
}
