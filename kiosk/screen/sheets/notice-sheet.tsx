// One page of a notice: what it is and whose, its title, and as much of its text as can be read standing.
import { Siren } from 'lucide';
import { Icon } from '../../components/icon.tsx';
import { formatDate } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { keepNumbers } from '../page-text.ts';
import { recordAddress } from '../phone-address.ts';
import { publishedOn } from '../select-notices.ts';
import type { WallNotice } from '../wall-content.ts';
import type { NoticeType } from '../wall-geometry.ts';
import { WallQr } from './wall-qr.tsx';

interface Props {
  readonly notice: WallNotice;
  readonly paragraphs: readonly string[];
  readonly part: number;
  readonly parts: number;
  readonly isCut: boolean;
  readonly size: NoticeType;
  readonly publicUrl: string;
}

function Text({ paragraphs }: Pick<Props, 'paragraphs'>) {
  return (
    <div class="notice__text" lang="zh-CN">
      {paragraphs.map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
}

function Place({ part, parts, isCut, notice, publicUrl }: Omit<Props, 'paragraphs'>) {
  const hasCode = recordAddress(publicUrl, notice.record) !== null;
  if (parts < 2 && !isCut) return null;
  return (
    <p class="notice__place">
      {isCut && <span>{t(hasCode ? 'wall.readWhole' : 'wall.readWholeHere')}</span>}
      {parts > 1 && <span class="figures">{t('wall.place', { page: part, pages: parts })}</span>}
    </p>
  );
}

export function NoticeSheet(props: Props) {
  const { record } = props.notice;
  const isImportant = record.details?.type === 'notice' && record.details.level === 'important';
  return (
    <div class={`notice notice--${props.size}`}>
      <p class="notice__kicker">
        {isImportant && <strong class="notice__seal">{t('wall.notice.important')}</strong>}
        {!isImportant && <span class="notice__kind">{t('wall.notice')}</span>}
        <span lang="zh-CN">{record.agencyName}</span>
        <span class="figures">{formatDate(publishedOn(record))}</span>
      </p>
      <h2 class="notice__title" lang="zh-CN">
        {record.title}
      </h2>
      <Text paragraphs={props.paragraphs} />
      <Place {...props} />
    </div>
  );
}

export function EmergencySheet(props: Props) {
  const { record } = props.notice;
  const address = recordAddress(props.publicUrl, record);
  const contact = record.details?.type === 'notice' ? record.details.contact : null;
  return (
    <div class="alert">
      <div class="alert__main">
        <p class="alert__kicker">
          <Icon node={Siren} />
          <strong>{t('wall.notice.emergency')}</strong>
          <span lang="zh-CN">{record.agencyName}</span>
          <span class="figures">{formatDate(publishedOn(record))}</span>
        </p>
        <h2 class="alert__title" lang="zh-CN">
          {record.title}
        </h2>
        <Text paragraphs={props.paragraphs} />
        <Place {...props} />
      </div>
      <div class="alert__beside">
        {contact && (
          <p class="alert__contact" lang="zh-CN">
            {keepNumbers(contact)}
          </p>
        )}
        {address && <WallQr address={address} />}
      </div>
    </div>
  );
}
