// A Word attachment as text: converted off this thread, cleaned like any body, shown part by part.
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type AppError, toAppError } from '#shared/errors/app-error.ts';
import { t } from '../i18n/translate.ts';
import { appendPart, pause } from '../state/use-body.ts';
import { useFileWorker } from '../state/use-file-worker.ts';
import { FileProblem } from './file-problem.tsx';
import { LazyLinkSheet } from './hand-off-parts.ts';
import { linkAttribute } from './sanitise-body.ts';
import { Skeleton } from './skeleton.tsx';

interface WordViewProps {
  readonly file: Blob;
  /** Its children are the parts, for finding words in them. */
  readonly container: RefObject<HTMLDivElement | null>;
  readonly onPart: (shownParts: number) => void;
}

export function WordView({ file, container, onPart }: WordViewProps) {
  const worker = useFileWorker();
  const [shown, setShown] = useState(0);
  const [isEmpty, setIsEmpty] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const parts = await worker.call('word', file);
      setIsEmpty(parts.length === 0);
      for (const [index, html] of parts.entries()) {
        if (isGone || !container.current) return;
        appendPart(container.current, html);
        setShown(index + 1);
        onPart(index + 1);
        await pause();
      }
    };
    read().catch((thrown) => !isGone && setError(toAppError(thrown)));
    return () => {
      isGone = true;
      container.current?.replaceChildren();
    };
  }, [file]);
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest(`[${linkAttribute}]`) : null;
    if (link) setAddress(link.getAttribute(linkAttribute));
  };
  if (error) return <FileProblem error={error} />;
  return (
    <section class="record__body word-view" aria-label={t('attachment.word')}>
      {shown === 0 && !isEmpty && <Skeleton lines={8} shape="text" />}
      {isEmpty && <p class="body__note">{t('file.noText')}</p>}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are buttons; their clicks bubble up here */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the same */}
      <div ref={container} class="body body__text" lang="zh-CN" onClick={follow} />
      {address !== null && <LazyLinkSheet address={address} onClose={() => setAddress(null)} />}
    </section>
  );
}
