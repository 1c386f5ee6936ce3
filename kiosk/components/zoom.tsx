// Zoom in steps by two large buttons: no gesture needs two fingers.
import { ZoomIn, ZoomOut } from 'lucide';
import { useState } from 'preact/hooks';
import { t } from '../i18n/translate.ts';
import { Icon } from './icon.tsx';

const levels = [1, 1.35, 1.8, 2.4, 3.2] as const;

export interface Zoom {
  readonly level: number;
  readonly isSmallest: boolean;
  readonly isLargest: boolean;
  readonly change: (steps: 1 | -1) => void;
}

/** 1 fits the frame. */
export function useZoom(): Zoom {
  const [step, setStep] = useState(0);
  return {
    level: levels[step] ?? 1,
    isSmallest: step === 0,
    isLargest: step === levels.length - 1,
    change: (steps) => setStep((before) => Math.min(Math.max(before + steps, 0), levels.length - 1)),
  };
}

export function ZoomButtons({ zoom }: { zoom: Zoom }) {
  return (
    <>
      <button type="button" class="button" disabled={zoom.isSmallest} onClick={() => zoom.change(-1)}>
        <Icon node={ZoomOut} />
        {t('pdf.zoomOut')}
      </button>
      <button type="button" class="button" disabled={zoom.isLargest} onClick={() => zoom.change(1)}>
        <Icon node={ZoomIn} />
        {t('pdf.zoomIn')}
      </button>
    </>
  );
}
