// A picture attachment with buttons that zoom and move it; it moves by touch too.
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/translate.ts';
import { PanButtons } from './pan-buttons.tsx';
import { useZoom, ZoomButtons } from './zoom.tsx';

export function ImageView({ file, name }: { file: Blob; name: string }) {
  const [source, setSource] = useState<string | null>(null);
  const zoom = useZoom();
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(file);
    setSource(url);
    return () => URL.revokeObjectURL(url);
  }, [file]);
  return (
    <div class="viewer">
      <div class="viewer__bar" role="toolbar" aria-label={t('pdf.toolbar')}>
        <ZoomButtons zoom={zoom} />
      </div>
      <div class="viewer__stage">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling frame must be reachable by keyboard */}
        <section ref={frame} class="viewer__frame" tabIndex={0} aria-label={t('pdf.view')}>
          {source && (
            <img
              class="viewer__image"
              src={source}
              alt={name}
              onLoad={({ currentTarget: image }) =>
                image.style.setProperty('--natural-width', `${image.naturalWidth}px`)
              }
              ref={(element) => element?.style.setProperty('--zoom-level', String(zoom.level))}
            />
          )}
        </section>
        {zoom.level > 1 && <PanButtons frame={frame} />}
      </div>
    </div>
  );
}
