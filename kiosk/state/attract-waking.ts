// How the waiting screen ends: any touch or key, whose only effect it is.
import { useEffect } from 'preact/hooks';
import { isAttracting } from './attract-watch.ts';
import { watchFinger } from './finger-watch.ts';

function wake(): void {
  isAttracting.value = false;
}

/** A character someone types, or a scanner: it is let through to the screen that takes its place. */
function isTyped(event: KeyboardEvent): boolean {
  return /^\S$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
}

/**
 * Ends the waiting screen at the first touch, key or turn of a wheel. A touch is told of at once, and ends it when the
 * finger is up and its click has come and gone: what lies below must not get it.
 */
export function useWaking(onTouch: () => void): () => void {
  useEffect(() => {
    const finger = watchFinger(window);
    const touched = () => {
      onTouch();
      finger.whenUp(wake);
    };
    const pressed = (event: KeyboardEvent) => {
      if (!isTyped(event)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      wake();
    };
    addEventListener('pointerdown', touched, { capture: true });
    addEventListener('keydown', pressed, { capture: true });
    addEventListener('wheel', wake, { capture: true, passive: true });
    return () => {
      finger.stop();
      removeEventListener('pointerdown', touched, { capture: true });
      removeEventListener('keydown', pressed, { capture: true });
      removeEventListener('wheel', wake, { capture: true });
    };
  }, []);
  return wake;
}
