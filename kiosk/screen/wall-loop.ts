// Turns the wall's pages: one timer, one page held. A newer release is taken over between two pages; what begins or
// ends, and an emergency, at once.
import { effect, type Signal, signal } from '@preact/signals';
import { displayOf, type WallLayout } from '#shared/catalogue/venue-display.ts';
import { type AppError, toAppError } from '#shared/errors/app-error.ts';
import { localToday } from '../components/notice-facts.tsx';
import type { KioskEngine } from '../engine/engine.ts';
import { language } from '../i18n/translate.ts';
import { contentVersionOf } from '../state/engine-context.ts';
import { viewport } from '../state/screen-units.ts';
import { chooseLayout } from './choose-layout.ts';
import { emergenciesOf } from './compose-notices.ts';
import { composePages } from './compose-pages.ts';
import { loadWallContent } from './load-wall-content.ts';
import { indexOf, nextIndex, noticeKey } from './page-order.ts';
import type { WallContent, WallNotice } from './wall-content.ts';
import { measureWall, type WallGeometry } from './wall-geometry.ts';
import type { WallPage } from './wall-page.ts';

/** A load that takes longer is given up; what is shown stays. */
const loadLimitMs = 60_000;
/** Until the next try where there is nothing to show yet. */
const retrySeconds = 10;

/** All that is drawn; replaced as a whole at every turn. */
export interface Shown {
  readonly content: WallContent;
  readonly layout: WallLayout;
  readonly geometry: WallGeometry;
  readonly page: WallPage;
  /** From 0. */
  readonly index: number;
  readonly pages: number;
  /** The emergency named above the page, where one stands and the page is not its own; several take turns. */
  readonly strip: { readonly notice: WallNotice; readonly place: number; readonly total: number } | null;
  /** Counts turns since the page was opened. */
  readonly turn: number;
}

/** All pages of a layout, and what they were made for. */
interface Pages {
  readonly content: WallContent;
  readonly key: string;
  readonly layout: WallLayout;
  readonly geometry: WallGeometry;
  readonly alertGeometry: WallGeometry;
  readonly list: readonly WallPage[];
}

export class WallLoop {
  /** Null until there is content. */
  readonly shown: Signal<Shown | null> = signal(null);
  /** Why the newest content could not be read; null after a good load. */
  readonly problem: Signal<AppError | null> = signal(null);
  private readonly engine: KioskEngine;
  private readonly asked: WallLayout | null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isTurning = false;
  private turns = 0;
  private composed: Pages | null = null;
  /** The content of the last turn: what is not in it is news. */
  private turned: WallContent | null = null;
  /** What was shown when the content held was gathered. */
  private loadedVersion: string | null = null;

  /** @param asked the layout of the address, or null for the venue's plan */
  constructor(engine: KioskEngine, asked: WallLayout | null) {
    this.engine = engine;
    this.asked = asked;
  }

  /** Shows the first page as soon as there is one and turns from then on, except while nobody can see the page. */
  start(): void {
    effect(() => {
      const manifest = this.engine.manifest.value;
      const held = this.shown.peek()?.content.manifest;
      // Agencies follow their manifest a moment later: the very first pages wait for no turn to have their names.
      if (manifest && (!held || (held.agencies.length === 0 && manifest.agencies.length > 0)))
        void this.turn();
    });
    effect(() => {
      const version = contentVersionOf(this.engine.status.value);
      if (this.shown.peek() && version !== this.loadedVersion) void this.follow();
    });
    effect(() => {
      viewport.value;
      language.value;
      this.redraw();
    });
    // What happened while the network was gone is wanted now, not at the next look a few minutes on.
    addEventListener('online', () => void this.engine.syncNow());
    document.addEventListener('visibilitychange', () => {
      clearTimeout(this.timer);
      if (!document.hidden) this.wait();
    });
  }

  private async turn(): Promise<void> {
    if (this.isTurning) return;
    this.isTurning = true;
    clearTimeout(this.timer);
    const before = this.shown.peek();
    // Nobody touches a wall: between two pages releases and applications that wait may come in.
    if (before) this.engine.visitorLeft();
    try {
      const content = await this.freshContent(before?.content ?? null);
      if (content) this.showNext(content, before);
    } catch (thrown) {
      console.error(thrown);
      this.problem.value = toAppError(thrown);
    } finally {
      this.isTurning = false;
      this.wait();
    }
  }

  /** What ends or begins leaves or joins the page that is shown; of a newer release only an emergency does not wait. */
  private async follow(): Promise<void> {
    const before = this.shown.peek();
    if (this.isTurning || !before) return;
    this.isTurning = true;
    const content = await this.freshContent(before.content);
    this.isTurning = false;
    if (!content || content === before.content) return;
    if (hasNewEmergency(content, before.content)) {
      clearTimeout(this.timer);
      this.showNext(content, before);
      this.wait();
    } else if (content.manifest === before.content.manifest) {
      const pages = this.compose(content);
      this.show(pages, before.layout === pages.layout ? indexOf(pages.list, before) : 0);
    }
  }

  private wait(): void {
    clearTimeout(this.timer);
    if (document.hidden) return;
    const seconds = this.shown.peek()?.page.seconds ?? retrySeconds;
    this.timer = setTimeout(() => void this.turn(), seconds * 1000);
  }

  /** What is held while the same is shown on the same day, else gathered anew; on failure what is held. */
  private async freshContent(held: WallContent | null): Promise<WallContent | null> {
    const manifest = this.engine.manifest.peek();
    const at = new Date();
    const version = contentVersionOf(this.engine.status.peek());
    const isSame = held?.manifest === manifest && version === this.loadedVersion;
    if (!manifest || (isSame && held?.today === localToday(at))) return held;
    try {
      const content = await loadWallContent(this.engine, manifest, at, AbortSignal.timeout(loadLimitMs));
      this.problem.value = null;
      this.loadedVersion = version;
      return content;
    } catch (thrown) {
      console.error(thrown);
      this.problem.value = toAppError(thrown);
      return held;
    }
  }

  private showNext(content: WallContent, before: Shown | null): void {
    this.turns += 1;
    const pages = this.compose(content);
    const { turned } = this;
    const known = turned && content !== turned ? new Set(turned.notices.map(noticeKey)) : null;
    this.turned = content;
    this.show(pages, nextIndex(pages.list, before?.layout === pages.layout ? before : null, known));
  }

  /** The same page for a window of another size or in another language. */
  private redraw(): void {
    const now = this.shown.peek();
    if (!now) return;
    const pages = this.compose(now.content);
    this.show(pages, now.layout === pages.layout ? indexOf(pages.list, now) : 0);
  }

  /** The pages due now; made anew only when something they depend on has changed. */
  private compose(content: WallContent): Pages {
    const display = displayOf(content.manifest.venue);
    const layout = chooseLayout(display, new Date(), this.asked);
    const { width, height } = viewport.peek();
    const key = `${layout} ${width} ${height} ${language.peek()}`;
    if (this.composed?.content === content && this.composed.key === key) return this.composed;
    const geometry = measureWall({ width, height }, emergenciesOf(content.notices).length > 0);
    const alertGeometry = measureWall({ width, height }, false);
    const { pageSeconds } = display.wall;
    const list = composePages({ content, layout, geometry, alertGeometry, pageSeconds });
    this.composed = { content, key, layout, geometry, alertGeometry, list };
    return this.composed;
  }

  private show({ content, layout, geometry, alertGeometry, list }: Pages, index: number): void {
    const page = list[index];
    if (!page) return;
    const emergencies = emergenciesOf(content.notices);
    const isAlert = page.main.type === 'emergency';
    const next = emergencies.length === 0 ? 0 : this.turns % emergencies.length;
    const notice = isAlert ? undefined : emergencies[next];
    this.shown.value = {
      content,
      layout,
      geometry: isAlert ? alertGeometry : geometry,
      page,
      index,
      pages: list.length,
      strip: notice ? { notice, place: next + 1, total: emergencies.length } : null,
      turn: this.turns,
    };
  }
}

function hasNewEmergency(content: WallContent, before: WallContent): boolean {
  const known = new Set(emergenciesOf(before.notices).map(noticeKey));
  return emergenciesOf(content.notices).some((notice) => !known.has(noticeKey(notice)));
}
