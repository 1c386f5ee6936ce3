// A place that scrolls when what it holds is larger: then, and only then, the keyboard can stop at it.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface ScrollAreaProps {
  readonly label: string;
  readonly isLow?: boolean;
  readonly isBusy?: boolean;
  readonly children: ComponentChildren;
}

/** `isLow` bounds its height; otherwise only its width is bounded, by the window. */
export function ScrollArea({ label, isLow = false, isBusy = false, children }: ScrollAreaProps) {
  const area = useRef<HTMLElement>(null);
  const [isScrolling, setScrolling] = useState(false);
  useLayoutEffect(() => {
    const element = area.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    const measure = () =>
      setScrolling(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(content);
    measure();
    return () => observer.disconnect();
  }, []);
  return (
    <section
      ref={area}
      class={`table-wrap${isLow ? ' table-low' : ''}`}
      aria-label={label}
      aria-busy={isBusy}
      {...(isScrolling ? { tabIndex: 0 } : {})}
    >
      {children}
    </section>
  );
}
