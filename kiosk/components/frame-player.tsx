// Symbols of one text in turn: by themselves for a phone that gathers them, one by one for a hand that scans them.
import { ArrowLeft, ArrowRight, Pause, Play } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { FrameTexts } from '#shared/handoff/make-frames.ts';
import { t } from '../i18n/translate.ts';
import { Icon } from './icon.tsx';
import { QrSymbol } from './qr-symbol.tsx';

/** Slow enough for a page that looks at a picture four times a second, in milliseconds. */
const frameMs = 420;

const isMotionReduced = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Which symbol stands, and what moves it. Stepping by hand leaves the spare ones out. */
export function useFrames({ texts, count }: FrameTexts, startsPlaying: boolean) {
  const [index, setIndex] = useState(0);
  const [isPlaying, setIsPlaying] = useState(() => startsPlaying && !isMotionReduced());
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => setIndex((at) => (at + 1) % texts.length), frameMs);
    return () => clearInterval(timer);
  }, [isPlaying, texts.length]);
  const step = (by: number) => {
    setIsPlaying(false);
    setIndex((at) => (at >= count ? 0 : (at + by + count) % count));
  };
  const toggle = () => setIsPlaying(!isPlaying);
  return { index: Math.min(index, texts.length - 1), isPlaying, step, toggle };
}

export type Frames = ReturnType<typeof useFrames>;

/** Where in the row the shown symbol stands. */
export function frameName({ texts, count }: FrameTexts, index: number): string {
  if (index < count) return t('handoff.frameName', { index: index + 1, count });
  return t('handoff.spareName', { index: index - count + 1, count: texts.length - count });
}

export function FrameSymbol({ texts, frames }: { texts: FrameTexts; frames: Frames }) {
  return <QrSymbol text={texts.texts[frames.index] ?? ''} name={frameName(texts, frames.index)} />;
}

interface FrameControlsProps {
  readonly texts: FrameTexts;
  readonly frames: Frames;
  /** Whether playing them on makes sense: not where each symbol is opened by hand. */
  readonly canPlay?: boolean;
}

export function FrameControls({ texts, frames, canPlay = true }: FrameControlsProps) {
  const isMoving = frames.isPlaying;
  return (
    <div class="frames">
      <p class="frames__place figures" aria-live={isMoving ? 'off' : 'polite'}>
        {frameName(texts, frames.index)}
      </p>
      <div class="frames__buttons">
        <button type="button" class="button" onClick={() => frames.step(-1)}>
          <Icon node={ArrowLeft} />
          {t('handoff.previous')}
        </button>
        <button type="button" class="button button--primary" onClick={() => frames.step(1)}>
          {t('handoff.next')}
          <Icon node={ArrowRight} />
        </button>
        {canPlay && (
          <button type="button" class="button frames__play" onClick={frames.toggle}>
            <Icon node={isMoving ? Pause : Play} />
            {t(isMoving ? 'handoff.pause' : 'handoff.play')}
          </button>
        )}
      </div>
    </div>
  );
}
