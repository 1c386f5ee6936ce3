// A picture attachment with zoom buttons; it moves by touch when it is larger than its frame.
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/translate.ts';
import { useZoom, ZoomButtons } from './zoom.tsx';

export function ImageView({ file, name }: { file: Blob; name: string }) {
  const [source, setSource] = useState<string | null>(null);
  const zoom = useZoom();
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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling frame must be reachable by keyboard */}
      <section class="viewer__frame" tabIndex={0} aria-label={t('pdf.view')}>
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
    </div>
  );
}
