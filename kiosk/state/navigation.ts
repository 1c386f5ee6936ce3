// Where the visitor is within this visit: how deep, how far scrolled, and how to go back or leave.
import { signal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { isTravelling, travelBack, whenArrived } from './way-home.ts';

interface VisitState {
  readonly depth: number;
}

/** Screens between this one and the first of the visit. */
export const depth = signal(0);
/** The element whose scroll position belongs to the screen. */
export const scroller: { current: HTMLElement | null } = { current: null };

let isReplacing = false;
let isFirstScreen = true;
/** The depth of the first screen of the visit that can still be gone back to: browsers keep fifty. */
let shallowest = 0;
const scrollTops = new Map<number, number>();
/** How long a returning screen may grow before its old position is given up, in milliseconds. */
const restoreMs = 2_000;

function storedDepth(): number | null {
  const state = history.state as Partial<VisitState> | null;
  return typeof state?.depth === 'number' ? state.depth : null;
}

export interface Navigation {
  /** Opens an address as a new screen. */
  open(url: string): void;
  /** Changes the address of the screen that is open. */
  replace(url: string): void;
  /** One screen back, or home when there is none before. */
  back(): void;
}

/** What buttons use to move; links simply link. */
export function useNavigation(): Navigation {
  const { route } = useLocation();
  return useMemo(() => {
    const replace = (url: string) =>
      whenArrived(() => {
        if (url === location.pathname + location.search) return;
        isReplacing = true;
        route(url, true);
      });
    const open = (url: string) => whenArrived(() => route(url));
    const back = () => whenArrived(() => (depth.peek() > 0 ? history.back() : replace('/')));
    return { open, replace, back };
  }, [route]);
}

/**
 * Makes this screen home at once, goes back to the first screen of the visit, and begins the next visit with an entry of
 * its own: a new entry is what removes those a swipe or a key could still go forward to.
 */
export function leaveHistory(): void {
  const first = shallowest;
  const home = (at: number) => history.replaceState({ depth: at } satisfies VisitState, '', '/');
  // A screen whose opening is not drawn yet is one step further than the last that was.
  home(storedDepth() ?? depth.peek() + (isReplacing ? 0 : 1));
  travelBack(
    () => (storedDepth() ?? first + 1) - first,
    () => {
      home(0);
      history.pushState({ depth: 0 } satisfies VisitState, '', '/');
    },
  );
  depth.value = 0;
  shallowest = 0;
  isReplacing = false;
  scrollTops.clear();
}

/** Stands once inside the router: numbers each screen of the visit and keeps its scroll position. */
export function useVisitHistory(): void {
  const { url } = useLocation();
  useLayoutEffect(() => {
    // The entries of the visit before keep their numbers until its way home has ended.
    if (isTravelling()) return undefined;
    const stored = isReplacing ? null : storedDepth();
    const next = stored ?? depth.peek() + (isReplacing || isFirstScreen ? 0 : 1);
    const isNew = stored === null && !isReplacing;
    isReplacing = false;
    isFirstScreen = false;
    depth.value = next;
    history.replaceState({ depth: next } satisfies VisitState, '');
    if (isNew) {
      // What was just opened is the newest entry there is.
      shallowest = Math.max(0, next - (history.length - 1));
      startAtTop(next);
    }
    return stored === null ? undefined : restoreScroll(next);
  }, [url]);
  useLayoutEffect(() => {
    const remember = () => scrollTops.set(depth.peek(), scroller.current?.scrollTop ?? 0);
    const stay = (event: MouseEvent) => holdLink(event);
    document.addEventListener('scroll', remember, { capture: true, passive: true });
    document.addEventListener('click', stay, { capture: true });
    return () => {
      document.removeEventListener('scroll', remember, { capture: true });
      document.removeEventListener('click', stay, { capture: true });
    };
  }, []);
}

/** A link to the open address would add a history step that leads nowhere; one touched on the way home is followed there. */
function holdLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || (!isTravelling() && link.href !== location.href)) return;
  event.preventDefault();
  event.stopPropagation();
  if (link.href !== location.href) whenArrived(() => link.isConnected && link.click());
}

/** True when the open screen was left further down and is being returned to: it goes back to where it was. */
export function isReturning(): boolean {
  return (scrollTops.get(depth.peek()) ?? 0) > 0;
}

function startAtTop(at: number): void {
  for (const level of scrollTops.keys()) if (level >= at) scrollTops.delete(level);
  if (scroller.current) scroller.current.scrollTop = 0;
}

/** Puts the old position back as soon as the screen has grown tall enough for it. */
function restoreScroll(at: number): (() => void) | undefined {
  const top = scrollTops.get(at) ?? 0;
  const element = scroller.current;
  if (!element || top === 0) return undefined;
  const content = element.firstElementChild ?? element;
  const observer = new ResizeObserver(() => {
    if (element.scrollHeight - element.clientHeight < top) return;
    element.scrollTop = top;
    observer.disconnect();
  });
  observer.observe(content);
  const timer = setTimeout(() => observer.disconnect(), restoreMs);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}
