// A grid over the whole glass to paint with a finger, so that dead spots of a touch panel show themselves.
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/translate.ts';

const columns = 12;
const rows = 20;

export function TouchTest({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const fingers = useRef(new Set<number>());
  const [painted, setPainted] = useState<ReadonlySet<number>>(new Set());
  const [most, setMost] = useState(0);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  const paint = (event: PointerEvent) => {
    if (event.buttons === 0 && event.pointerType === 'mouse') return;
    const column = Math.floor((event.clientX / innerWidth) * columns);
    const row = Math.floor((event.clientY / innerHeight) * rows);
    const cell = row * columns + column;
    setPainted((before) => (before.has(cell) ? before : new Set(before).add(cell)));
  };
  const down = (event: PointerEvent) => {
    fingers.current.add(event.pointerId);
    setMost((before) => Math.max(before, fingers.current.size));
    paint(event);
  };
  const up = (event: PointerEvent) => fingers.current.delete(event.pointerId);
  return (
    <dialog ref={dialog} class="touch-test" aria-label={t('panel.touch')} onClose={onClose}>
      <div
        class="touch-test__grid"
        aria-hidden="true"
        onPointerDown={down}
        onPointerMove={paint}
        onPointerUp={up}
        onPointerCancel={up}
      >
        {Array.from({ length: columns * rows }, (_, cell) => (
          <span
            key={cell}
            class={painted.has(cell) ? 'touch-test__cell touch-test__cell--on' : 'touch-test__cell'}
          />
        ))}
      </div>
      <div class="touch-test__bar">
        <output class="figures">
          {t('panel.touchCount', { done: painted.size, all: columns * rows, fingers: most })}
        </output>
        <button type="button" class="button button--primary" onClick={onClose}>
          {t('panel.touchEnd')}
        </button>
      </div>
    </dialog>
  );
}
