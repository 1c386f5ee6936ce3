// How wide an element is, in millimetres of glass, also after it changed.
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Null before the element is on the page. */
export function useWidthMm(element: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const measure = () => {
      const mm = Number.parseFloat(getComputedStyle(target).getPropertyValue('--mm')) || 4;
      setWidth(Math.round((target.clientWidth / mm) * 10) / 10);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, []);
  return width;
}
