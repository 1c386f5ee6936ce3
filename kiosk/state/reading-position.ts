// Which article of a long body stands at the top of the screen, and how to get to another.
import { useEffect, useState } from 'preact/hooks';
import type { BodyMark } from '../components/body-articles.ts';
import { scroller } from './navigation.ts';

/** An article counts as reached when it is this far below the top of the reading area, in pixels. */
const reachPx = 120;

/** The last mark above the reading line, found by halving; -1 before the first. */
function markAt(marks: readonly BodyMark[], linePx: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const top = marks[middle]?.element.getBoundingClientRect().top ?? 0;
    if (top <= linePx) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index of the mark being read; it follows scrolling once per painted frame and costs nothing at rest. */
export function useReadingPosition(marks: readonly BodyMark[]): number {
  const [position, setPosition] = useState(-1);
  useEffect(() => {
    const element = scroller.current;
    if (!element || marks.length === 0) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      setPosition(markAt(marks, element.getBoundingClientRect().top + reachPx));
    };
    const follow = () => {
      frame ||= requestAnimationFrame(look);
    };
    element.addEventListener('scroll', follow, { passive: true });
    follow();
    return () => {
      element.removeEventListener('scroll', follow);
      cancelAnimationFrame(frame);
    };
  }, [marks]);
  return position;
}

/**
 * Brings a mark to the top. Every part of a body has its true height: skipping the layout of parts out of
 * sight would leave heights to guesses, and a jump would land where the guess was.
 */
export function jumpToMark(mark: BodyMark): void {
  mark.element.scrollIntoView({ block: 'start' });
}
