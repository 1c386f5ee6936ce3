// What the terminal will show: the kiosk's own record screen in a frame, fed with what the form holds now.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RecordInput } from '#shared/protocol/hub-api.ts';
import { previewMessageType } from '#shared/protocol/preview.ts';
import { t } from '../i18n/index.ts';

/** Typing is not followed letter by letter: the frame gets the content when the hands rest this long. */
const restMs = 300;

/** Width of the frame before it is scaled; the style sheet has the same figure. */
const terminalWidthPx = 1080;

interface KioskPreviewProps {
  readonly content: RecordInput;
  readonly agencyName: string;
  readonly version: number;
}

export function KioskPreview({ content, agencyName, version }: KioskPreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [isReady, setReady] = useState(false);

  useEffect(() => {
    const listen = (event: MessageEvent) => {
      const isFrame = event.source === frame.current?.contentWindow && event.origin === location.origin;
      if (isFrame && event.data?.type === previewMessageType.ready) setReady(true);
    };
    addEventListener('message', listen);
    return () => removeEventListener('message', listen);
  }, []);

  // The frame is laid out as a whole terminal and shown as small as the glass is.
  useEffect(() => {
    const glass = frame.current?.parentElement;
    if (!glass) return;
    const observer = new ResizeObserver(() => {
      frame.current?.style.setProperty('scale', String(glass.clientWidth / terminalWidthPx));
    });
    observer.observe(glass);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!isReady) return;
    const send = () => {
      const message = { type: previewMessageType.content, content, agencyName, version };
      frame.current?.contentWindow?.postMessage(message, location.origin);
    };
    const timer = setTimeout(send, restMs);
    return () => clearTimeout(timer);
  }, [isReady, content, agencyName, version]);

  return (
    <section class="card stack preview" aria-labelledby="editor-preview">
      <h2 id="editor-preview">{t('editor.preview')}</h2>
      <div class="preview-glass">
        <iframe ref={frame} class="preview-frame" src="/preview" title={t('editor.preview')} tabIndex={-1} />
      </div>
    </section>
  );
}
