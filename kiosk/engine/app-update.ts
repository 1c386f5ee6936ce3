// The whole conversation about the application's own files: registering, finding updates, applying them unseen.
import type { Workbox } from 'workbox-window';

/** How often the hub is asked for a newer application. */
const checkEveryMs = 15 * 60_000;

export interface AppUpdateEvents {
  /** True once page and service worker are held locally. */
  readonly onShellStored: () => void;
  readonly onUpdateWaiting: () => void;
  /** Asked before an update is applied by itself. */
  readonly isVisitorPresent: () => boolean;
}

export class AppUpdate {
  private readonly events: AppUpdateEvents;
  private workbox: Workbox | null = null;
  private isWaiting = false;
  private isApplying = false;

  constructor(events: AppUpdateEvents) {
    this.events = events;
  }

  /** Registers the service worker and keeps looking for newer ones. Never throws: the page works without. */
  async start(): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    try {
      const { Workbox } = await import('workbox-window');
      this.workbox = new Workbox('/sw.js', { updateViaCache: 'none' });
      this.workbox.addEventListener('waiting', () => this.announce());
      this.workbox.addEventListener('controlling', ({ isUpdate }) => {
        if (isUpdate || this.isApplying) location.reload();
      });
      void this.noticeShell();
      await this.workbox.register({ immediate: true });
      setInterval(() => void this.workbox?.update().catch(() => undefined), checkEveryMs);
    } catch {
      // No worker script, or storage refused: updates and offline start are missed, the catalogue is not.
    }
  }

  /** Nobody is at the screen: a waiting update takes over and the page starts anew with it. */
  applyWaiting(): void {
    if (!this.isWaiting || this.isApplying) return;
    this.isApplying = true;
    this.workbox?.messageSkipWaiting();
  }

  private announce(): void {
    this.isWaiting = true;
    this.events.onUpdateWaiting();
    if (!this.events.isVisitorPresent()) this.applyWaiting();
  }

  /** An active worker has finished its precache, for that is what its installation waits for. */
  private async noticeShell(): Promise<void> {
    const registration = await navigator.serviceWorker.ready;
    if (registration.active) this.events.onShellStored();
  }
}
