// One record: title, standard header, what its kind has to say, text, attachments, and its relations.
import { FileX2 } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { changesOf, listedAttachments } from '#shared/changes/changes-file.ts';
import { AttachmentCard } from '../components/attachment-card.tsx';
import { ChangesNote } from '../components/changes-note.tsx';
import { DueNote } from '../components/due-note.tsx';
import { EndedPanel } from '../components/ended-panel.tsx';
import { GuideFacts } from '../components/guide-facts.tsx';
import { Icon } from '../components/icon.tsx';
import { lazyPart } from '../components/lazy-part.tsx';
import { MatterFacts } from '../components/matter-facts.tsx';
import { NoticeFacts } from '../components/notice-facts.tsx';
import { ReadingDock } from '../components/reading-dock.tsx';
import { RecordBody, railFromMarks } from '../components/record-body.tsx';
import { RecordHeader } from '../components/record-header.tsx';
import { kindIcons } from '../components/record-icons.ts';
import { RelatedRecords } from '../components/related-records.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ErrorPanel, StatePanel } from '../components/state-panel.tsx';
import { TreePath } from '../components/tree-path.tsx';
import { ValidityBadge } from '../components/validity-badge.tsx';
import { ValidityNote } from '../components/validity-note.tsx';
import { LazyRecordVoice } from '../components/voice/lazy-voice.ts';
import { t } from '../i18n/translate.ts';
import { parseArticle } from '../state/article-finder.ts';
import { parsePassage } from '../state/passage.ts';
import { isLandscape } from '../state/screen-units.ts';
import { typedText } from '../state/typed-text.ts';
import { useBody } from '../state/use-body.ts';
import { useRecord } from '../state/use-record.ts';
import { noteVisit } from '../state/visit-notes.ts';

const ConsultationPanel = lazyPart(
  async () => (await import('../components/consultation-panel.tsx')).ConsultationPanel,
);
const FindBar = lazyPart(async () => (await import('../components/find-bar.tsx')).FindBar);

const registerParts = () => import('../components/registers/record-parts.ts');
const RegisterView = lazyPart(async () => (await registerParts()).RegisterView);
const EntryFacts = lazyPart(async () => (await registerParts()).EntryFacts);

function Title({ record }: { record: CatalogueRecord }) {
  return (
    <header class="record__title">
      {record.nodeId && <TreePath nodeId={record.nodeId} />}
      <p class="record__kind">
        <Icon node={kindIcons[record.kind]} />
        {t(`kind.${record.kind}`)}
        {record.validity !== 'unknown' && <ValidityBadge record={record} />}
      </p>
      <h1 class="screen-title" lang="zh-CN">
        {record.title}
      </h1>
    </header>
  );
}

function KindFacts({ record }: { record: CatalogueRecord }) {
  const { details } = record;
  if (details?.type === 'matter') return <MatterFacts record={record} details={details} />;
  if (details?.type === 'guide') return <GuideFacts record={record} details={details} />;
  if (details?.type === 'entry') return <EntryFacts record={record} details={details} />;
  if (details?.type !== 'notice') return null;
  const asksOrAnswers = details.consultation !== undefined || details.answersId !== undefined;
  return (
    <>
      {asksOrAnswers && <ConsultationPanel record={record} details={details} />}
      <NoticeFacts details={details} />
    </>
  );
}

function Attachments({ record }: { record: CatalogueRecord }) {
  return (
    <>
      <h2 class="section-title">{t('record.attachments')}</h2>
      <ul class="attachments">
        {listedAttachments(record).map((attachment) => (
          <AttachmentCard key={attachment.sha256} record={record} attachment={attachment} />
        ))}
      </ul>
    </>
  );
}

function OpenRecord({ record }: { record: CatalogueRecord }) {
  const attachments = useRef<HTMLElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const { url, path } = useLocation();
  const passage = parsePassage(url);
  const view = useBody(record, text, passage, parseArticle(url));
  const [isListOpen, setIsListOpen] = useState(false);
  const [isFinding, setIsFinding] = useState(false);
  // Beside the text on a wide screen, above it on a tall one: moved, not only styled, so that it is also read so.
  const header = record.details?.type !== 'matter' && <RecordHeader record={record} />;
  // Whoever comes to do something wants to know how; what the guide is filed under stands below.
  const isHeaderLast = record.kind === 'guide' || record.kind === 'entry';
  return (
    <>
      <article class={`screen record record--${record.kind}`}>
        <Title record={record} />
        <div class="record__main">
          {record.validity !== 'unknown' && <ValidityNote record={record} />}
          {record.kind !== 'matter' && <DueNote matterId={record.matterId} isRecord />}
          {changesOf(record) && <ChangesNote record={record} />}
          {record.kind === 'notice' && <KindFacts record={record} />}
          {!isLandscape() && !isHeaderLast && header}
          {record.kind !== 'notice' && <KindFacts record={record} />}
          {!isLandscape() && isHeaderLast && header}
          {record.body && (
            <RecordBody
              record={record}
              container={text}
              view={view}
              isListOpen={isListOpen}
              onListClose={() => setIsListOpen(false)}
            />
          )}
          {!record.body && record.details === null && <p class="body__note">{t('record.noBody')}</p>}
          {path !== '/preview' && <LazyRecordVoice record={record} />}
        </div>
        <div class="record__side">
          {isLandscape() && header}
          <section ref={attachments} class="record__part record__attachments">
            {listedAttachments(record).length > 0 && <Attachments record={record} />}
          </section>
          <RelatedRecords record={record} />
        </div>
      </article>
      {isFinding ? (
        <FindBar
          container={text}
          shownParts={view.shownParts}
          marks={view.marks}
          queryWords={[...(passage?.words ?? []), ...typedText.peek().split(/\s+/)]}
          keywords={record.keywords}
          onClose={() => setIsFinding(false)}
        />
      ) : (
        <ReadingDock
          record={record}
          onArticles={view.marks.length >= railFromMarks ? () => setIsListOpen(true) : undefined}
          onFind={view.shownParts > 0 ? () => setIsFinding(true) : undefined}
          onAttachments={() => attachments.current?.scrollIntoView({ block: 'start' })}
        />
      )}
    </>
  );
}

/** `/record/<id>` */
export default function RecordScreen() {
  const loaded = useRecord(useRoute().params.id ?? '');
  const opened = loaded.value;
  useEffect(() => {
    if (opened && location.pathname !== '/preview')
      noteVisit('opened', { subject: opened.id, kind: opened.kind });
  }, [opened?.id]);
  if (loaded.value) {
    const key = `${loaded.value.id} ${loaded.value.version}`;
    const { details } = loaded.value;
    if (details?.type !== 'register') return <OpenRecord key={key} record={loaded.value} />;
    return <RegisterView key={key} record={loaded.value} details={details} />;
  }
  if (loaded.state === 'loading') return <Skeleton lines={12} shape="record" />;
  if (loaded.state === 'failed') {
    return <ErrorPanel error={loaded.error} onRetry={loaded.retry} isWholeScreen />;
  }
  if (loaded.ended) return <EndedPanel record={loaded.ended} />;
  return <StatePanel icon={FileX2} title={t('record.gone')} line={t('record.goneLine')} isWholeScreen />;
}
