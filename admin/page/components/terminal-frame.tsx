// A frame laid out as a whole terminal and shown as small as the glass around it is.
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Width of the frame before it is scaled; the style sheet has the same figure. */
const terminalWidthPx = 1080;

interface TerminalFrameProps {
  readonly frame: RefObject<HTMLIFrameElement | null>;
  readonly address: string;
  readonly title: string;
  /** False where the frame is only looked at. */
  readonly isTouched?: boolean;
}

export function TerminalFrame({ frame, address, title, isTouched = false }: TerminalFrameProps) {
  useEffect(() => {
    const glass = frame.current?.parentElement;
    if (!glass) return;
    const observer = new ResizeObserver(() => {
      frame.current?.style.setProperty('scale', String(glass.clientWidth / terminalWidthPx));
    });
    observer.observe(glass);
    return () => observer.disconnect();
  }, [frame]);
  return (
    <div class="preview-glass">
      <iframe
        ref={frame}
        class="preview-frame"
        src={address}
        title={title}
        {...(isTouched ? {} : { tabIndex: -1 })}
      />
    </div>
  );
}
