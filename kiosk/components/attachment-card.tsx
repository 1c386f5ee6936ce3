// An attachment as a card: what it is, how large, and whether it opens here or goes home on a phone.
import { BookOpenText, Smartphone } from 'lucide';
import type { AttachmentRef, CatalogueRecord } from '#shared/catalogue/record.ts';
import { formatBytes } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { recordUrl } from '../state/record-url.ts';
import { fileClassOf, isReadableHere } from './file-class.ts';
import { Icon } from './icon.tsx';
import { fileIcons } from './record-icons.ts';

export function attachmentUrl(record: Pick<CatalogueRecord, 'id'>, attachment: AttachmentRef): string {
  return `${recordUrl(record)}/file/${attachment.sha256}`;
}

export function AttachmentCard({
  record,
  attachment,
}: {
  record: CatalogueRecord;
  attachment: AttachmentRef;
}) {
  const fileClass = fileClassOf(attachment);
  const isHere = isReadableHere(attachment);
  return (
    <li>
      <a class="attachment" href={attachmentUrl(record, attachment)}>
        <Icon node={fileIcons[fileClass]} class={`attachment__icon attachment__icon--${fileClass}`} />
        <span class="attachment__words">
          <span class="attachment__name" lang="zh-CN">
            {attachment.name}
          </span>
          <span class="attachment__facts figures">
            {t(`attachment.${fileClass}`)} · {formatBytes(attachment.bytes)}
          </span>
        </span>
        <span class="attachment__action">
          <Icon node={isHere ? BookOpenText : Smartphone} />
          {t(isHere ? 'attachment.read' : 'attachment.take')}
        </span>
      </a>
    </li>
  );
}
