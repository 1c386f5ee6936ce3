// One attachment: read here when the terminal can show it, otherwise taken home by QR code.
import { ArrowLeft, FileX2, Smartphone } from 'lucide';
import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { AttachmentRef, CatalogueRecord } from '#shared/catalogue/record.ts';
import { EndedPanel } from '../components/ended-panel.tsx';
import { fileClassOf, isReadableHere } from '../components/file-class.ts';
import { Icon } from '../components/icon.tsx';
import { ImageView } from '../components/image-view.tsx';
import { lazyPart } from '../components/lazy-part.tsx';
import { ReadingDock } from '../components/reading-dock.tsx';
import { fileIcons } from '../components/record-icons.ts';
import { Skeleton } from '../components/skeleton.tsx';
import { ErrorPanel, StatePanel } from '../components/state-panel.tsx';
import { TextView } from '../components/text-view.tsx';
import { formatBytes } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { useEngine } from '../state/engine-context.ts';
import { recordUrl } from '../state/record-url.ts';
import { typedText } from '../state/typed-text.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { useRecord } from '../state/use-record.ts';

const PdfView = lazyPart(async () => (await import('../components/pdf-view.tsx')).PdfView);
const WordView = lazyPart(async () => (await import('../components/word-view.tsx')).WordView);
const TableView = lazyPart(async () => (await import('../components/table-view.tsx')).TableView);
const FindBar = lazyPart(async () => (await import('../components/find-bar.tsx')).FindBar);

function TakeHomeCard({ attachment }: { attachment: AttachmentRef }) {
  const fileClass = fileClassOf(attachment);
  return (
    <div class="take-home">
      <Icon node={fileIcons[fileClass]} class="take-home__icon" />
      <p class="take-home__facts">
        {t(`attachment.${fileClass}`)} · {formatBytes(attachment.bytes)}
      </p>
      <p class="take-home__line">
        <Icon node={Smartphone} />
        {t('attachment.takeLine')}
      </p>
    </div>
  );
}

interface ShownProps {
  readonly attachment: AttachmentRef;
  /** Where a text one can find words in is put, and how much of it is there. */
  readonly text: RefObject<HTMLDivElement | null>;
  readonly onPart: (shownParts: number) => void;
}

function Shown({ attachment, text, onPart }: ShownProps) {
  const engine = useEngine();
  const fileClass = fileClassOf(attachment);
  const file = useLoaded(`file ${attachment.sha256}`, () => engine.attachment(attachment.sha256), {
    isFresh: true,
  });
  if (file.state === 'failed') {
    return (
      <StatePanel icon={FileX2} title={t('attachment.missing')} line={t('attachment.missingLine')}>
        <p class="state__code">{t('state.staffCode', { code: file.error.code })}</p>
      </StatePanel>
    );
  }
  if (!file.value) return <Skeleton lines={8} shape="text" />;
  if (fileClass === 'pdf') return <PdfView file={file.value} />;
  if (fileClass === 'image') return <ImageView file={file.value} name={attachment.name} />;
  if (fileClass === 'word') return <WordView file={file.value} container={text} onPart={onPart} />;
  if (fileClass === 'sheet') return <TableView file={file.value} name={attachment.name} />;
  return <TextView file={file.value} />;
}

function OpenAttachment({ record, attachment }: { record: CatalogueRecord; attachment: AttachmentRef }) {
  const text = useRef<HTMLDivElement>(null);
  const [shownParts, setShownParts] = useState(0);
  const [isFinding, setIsFinding] = useState(false);
  return (
    <>
      <div class="screen screen--attachment">
        <a class="back-link" href={recordUrl(record)}>
          <Icon node={ArrowLeft} />
          <span lang="zh-CN">{t('attachment.back', { title: record.title })}</span>
        </a>
        <h1 class="screen-title screen-title--small" lang="zh-CN">
          {attachment.name}
        </h1>
        {isReadableHere(attachment) ? (
          <Shown attachment={attachment} text={text} onPart={setShownParts} />
        ) : (
          <TakeHomeCard attachment={attachment} />
        )}
      </div>
      {isFinding ? (
        <FindBar
          container={text}
          shownParts={shownParts}
          marks={[]}
          queryWords={typedText.peek().split(/\s+/)}
          keywords={record.keywords}
          onClose={() => setIsFinding(false)}
        />
      ) : (
        <ReadingDock record={record} onFind={shownParts > 0 ? () => setIsFinding(true) : undefined} />
      )}
    </>
  );
}

/** `/record/<id>/file/<sha256>` */
export default function AttachmentScreen() {
  const { params } = useRoute();
  const loaded = useRecord(params.id ?? '');
  const attachment = loaded.value?.attachments.find((one) => one.sha256 === params.file);
  if (loaded.value && attachment) return <OpenAttachment record={loaded.value} attachment={attachment} />;
  if (loaded.state === 'loading') return <Skeleton lines={12} shape="record" />;
  if (loaded.state === 'failed') {
    return <ErrorPanel error={loaded.error} onRetry={loaded.retry} isWholeScreen />;
  }
  if (loaded.ended) return <EndedPanel record={loaded.ended} />;
  return <StatePanel icon={FileX2} title={t('record.gone')} line={t('record.goneLine')} isWholeScreen />;
}
