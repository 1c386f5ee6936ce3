// The hand-off: a code to scan, one sentence, the address to type, and what the phone will show.
import { Paperclip, Smartphone } from 'lucide';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { listedAttachments } from '#shared/changes/changes-file.ts';
import { formatHandoff } from '#shared/handoff/codes.ts';
import { t } from '../i18n/translate.ts';
import { useEngine } from '../state/engine-context.ts';
import { recordWords } from '../state/handoff-words.ts';
import { useNote } from '../state/use-note.ts';
import { useColumns } from '../state/use-register.ts';
import { HandOffWays } from './hand-off-ways.tsx';
import { Icon } from './icon.tsx';
import { QrSymbol } from './qr-symbol.tsx';
import { Sheet } from './sheet.tsx';
import { TextHandOff } from './text-hand-off.tsx';

/** The address of a record on the phone page: `<public-url>/m/<code>-<version>`. */
export function handoffUrl(publicUrl: string, record: Pick<CatalogueRecord, 'code' | 'version'>): string {
  return `${publicUrl}/m/${formatHandoff(record.code, record.version)}`;
}

function PageHandOff({ record, publicUrl }: { record: CatalogueRecord; publicUrl: string }) {
  useNote('handed.qr');
  const url = handoffUrl(publicUrl, record);
  return (
    <div class="handoff">
      <div class="handoff__code">
        <QrSymbol text={url} />
      </div>
      <div class="handoff__words">
        <p class="handoff__address">{url.replace(/^https?:\/\//, '')}</p>
        <p class="handoff__gives">{t('qr.gives')}</p>
        <p class="handoff__title" lang="zh-CN">
          <Icon node={Smartphone} class="handoff__icon" />
          {record.title}
        </p>
        {listedAttachments(record).length > 0 && (
          <p class="handoff__title">
            <Icon node={Paperclip} class="handoff__icon" />
            {t('record.attachmentsCount', { count: listedAttachments(record).length })}
          </p>
        )}
        <p class="handoff__hint">{t('qr.hint')}</p>
      </div>
    </div>
  );
}

export function QrSheet({ record, onClose }: { record: CatalogueRecord; onClose: () => void }) {
  const manifest = useEngine().manifest.value;
  const columns = useColumns(record);
  const publicUrl = manifest?.publicUrl ?? location.origin;
  const title = publicUrl === '' ? t('handoff.textTitle') : t('qr.title');
  return (
    <Sheet title={title} onClose={onClose} class="sheet--qr">
      <HandOffWays
        publicUrl={publicUrl}
        page={() => <PageHandOff record={record} publicUrl={publicUrl} />}
        text={() => (
          <TextHandOff
            name={record.title}
            publicUrl={publicUrl}
            {...recordWords(record, manifest, columns)}
          />
        )}
      />
    </Sheet>
  );
}
