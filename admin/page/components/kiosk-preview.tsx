// What the terminal will show: the kiosk's own record screen in a frame, fed with what the form holds now.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RecordInput } from '#shared/protocol/hub-api.ts';
import { previewMessageType } from '#shared/protocol/preview.ts';
import { t } from '../i18n/index.ts';
import { TerminalFrame } from './terminal-frame.tsx';

/** Typing is not followed letter by letter: the frame gets the content when the hands rest this long. */
const restMs = 300;

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
      <TerminalFrame frame={frame} address="/preview" title={t('editor.preview')} />
    </section>
  );
}
