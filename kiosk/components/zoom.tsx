// Zoom in steps by two large buttons: no gesture needs two fingers.
import { ZoomIn, ZoomOut } from 'lucide';
import { useState } from 'preact/hooks';
import { t } from '../i18n/translate.ts';
import { Icon } from './icon.tsx';

const levels = [0.5, 0.75, 1, 1.35, 1.8, 2.4, 3] as const;
const fitting = levels.indexOf(1);

export interface Zoom {
  readonly level: number;
  readonly isSmallest: boolean;
  readonly isLargest: boolean;
  readonly change: (steps: 1 | -1) => void;
  readonly fit: () => void;
}

/** 1 fits the frame; from half of it to three times. */
export function useZoom(): Zoom {
  const [step, setStep] = useState(fitting);
  return {
    level: levels[step] ?? 1,
    isSmallest: step === 0,
    isLargest: step === levels.length - 1,
    change: (steps) => setStep((before) => Math.min(Math.max(before + steps, 0), levels.length - 1)),
    fit: () => setStep(fitting),
  };
}

export function ZoomButtons({ zoom }: { zoom: Zoom }) {
  return (
    <span class="viewer__zoom">
      <button type="button" class="button" disabled={zoom.isSmallest} onClick={() => zoom.change(-1)}>
        <Icon node={ZoomOut} />
        {t('pdf.zoomOut')}
      </button>
      <button
        type="button"
        class="button viewer__level figures"
        disabled={zoom.level === 1}
        aria-label={t('zoom.fit', { level: Math.round(zoom.level * 100) })}
        onClick={zoom.fit}
      >
        {Math.round(zoom.level * 100)}%
      </button>
      <button type="button" class="button" disabled={zoom.isLargest} onClick={() => zoom.change(1)}>
        <Icon node={ZoomIn} />
        {t('pdf.zoomIn')}
      </button>
    </span>
  );
}
