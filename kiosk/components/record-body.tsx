// The text of a record, its rail when it is long, and what happens when a link in it is touched.
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { t } from '../i18n/translate.ts';
import { useReadingPosition } from '../state/reading-position.ts';
import type { BodyView } from '../state/use-body.ts';
import { ArticleRail } from './article-rail.tsx';
import { ArticleSheet } from './article-sheet.tsx';
import { LazyLinkSheet } from './hand-off-parts.ts';
import { linkAttribute } from './sanitise-body.ts';
import { Skeleton } from './skeleton.tsx';

/** Fewer articles than this need no rail. */
export const railFromMarks = 12;

function BodyEnd({ view, parts }: { view: BodyView; parts: number }) {
  if (view.error) return <p class="body__note">{t('record.bodyProblem', { code: view.error.code })}</p>;
  if (view.shownParts === 0) return <Skeleton lines={8} shape="text" />;
  return view.shownParts < parts ? <p class="body__note">{t('record.restLoading')}</p> : null;
}

interface RecordBodyProps {
  readonly record: CatalogueRecord;
  /** Filled by `useBody`. */
  readonly container: RefObject<HTMLDivElement | null>;
  readonly view: BodyView;
  readonly isListOpen: boolean;
  readonly onListClose: () => void;
}

export function RecordBody({ record, container, view, isListOpen, onListClose }: RecordBodyProps) {
  const position = useReadingPosition(view.marks);
  const [address, setAddress] = useState<string | null>(null);
  const hasRail = view.marks.length >= railFromMarks;
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest(`[${linkAttribute}]`) : null;
    if (link) setAddress(link.getAttribute(linkAttribute));
  };
  return (
    <section class={hasRail ? 'record__body record__body--railed' : 'record__body'}>
      <div class="body">
        {record.kind === 'guide' ? (
          <h2 class="section-title body__title">{t('guide.more')}</h2>
        ) : (
          <h2 class="visually-hidden">{t('record.body')}</h2>
        )}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are buttons; their clicks bubble up here */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the same */}
        <div ref={container} class="body__text" lang="zh-CN" onClick={follow} />
        <BodyEnd view={view} parts={record.body?.parts ?? 0} />
      </div>
      {hasRail && <ArticleRail marks={view.marks} position={position} />}
      {isListOpen && <ArticleSheet marks={view.marks} position={position} onClose={onListClose} />}
      {address !== null && <LazyLinkSheet address={address} onClose={() => setAddress(null)} />}
    </section>
  );
}
