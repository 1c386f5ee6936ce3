// Four buttons that move what is larger than its frame: nobody has to drag.
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide';
import type { RefObject } from 'preact';
import { t } from '../i18n/translate.ts';
import { scroller } from '../state/navigation.ts';
import { Icon } from './icon.tsx';

/** A step moves by this share of what is in sight, so that nothing is passed over. */
const stepShare = 0.6;

const ways = [
  { name: 'left', icon: ArrowLeft, x: -1, y: 0 },
  { name: 'up', icon: ArrowUp, x: 0, y: -1 },
  { name: 'down', icon: ArrowDown, x: 0, y: 1 },
  { name: 'right', icon: ArrowRight, x: 1, y: 0 },
] as const;

/** `frame` scrolls sideways; up and down the screen itself does, unless the frame has a height of its own. */
export function PanButtons({ frame }: { frame: RefObject<HTMLElement | null> }) {
  const move = (x: number, y: number) => {
    const element = frame.current;
    if (!element) return;
    const isTall = element.scrollHeight > element.clientHeight + 1;
    const target = x !== 0 || isTall ? element : scroller.current;
    target?.scrollBy({
      left: x * target.clientWidth * stepShare,
      top: y * target.clientHeight * stepShare,
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth',
    });
  };
  return (
    <fieldset class="pan" aria-label={t('pan.title')}>
      {ways.map(({ name, icon, x, y }) => (
        <button
          key={name}
          type="button"
          class={`pan__way pan__way--${name}`}
          aria-label={t(`pan.${name}`)}
          onClick={() => move(x, y)}
        >
          <Icon node={icon} />
        </button>
      ))}
    </fieldset>
  );
}
