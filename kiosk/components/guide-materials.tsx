// What to bring: each material to tick, what it must be, and its forms to read here or take home.
import { FileText, QrCode } from 'lucide';
import { useState } from 'preact/hooks';
import type { GuideMaterial } from '#shared/catalogue/details.ts';
import { materialForms } from '#shared/catalogue/guide-parts.ts';
import type { AttachmentRef, CatalogueRecord } from '#shared/catalogue/record.ts';
import { t } from '../i18n/translate.ts';
import { useEngine } from '../state/engine-context.ts';
import { countTicks, type TickList } from '../state/guide-ticks.ts';
import { attachmentUrl } from './attachment-card.tsx';
import { LazyLinkSheet } from './hand-off-parts.ts';
import { Icon } from './icon.tsx';
import { TickLine, TickSum } from './tick-line.tsx';

/** Where a phone finds a file; its name in the address says only what kind of file it is. */
export function formAddress(
  publicUrl: string,
  record: CatalogueRecord,
  { sha256, name }: AttachmentRef,
): string {
  const ending = /\.[a-z0-9]{1,5}$/iu.exec(name)?.[0] ?? '';
  return `${publicUrl}/m/${record.code}/file/${sha256}/form${ending}`;
}

interface FormProps {
  readonly record: CatalogueRecord;
  readonly file: AttachmentRef;
  readonly kind: 'blank' | 'sample';
  readonly material: string;
  readonly onTake: ((address: string) => void) | null;
}

function Form({ record, file, kind, material, onTake }: FormProps) {
  const { publicUrl = location.origin } = useEngine().manifest.value ?? {};
  const what = t(kind === 'blank' ? 'guide.blankForm' : 'guide.sampleForm');
  const take = t(kind === 'blank' ? 'guide.takeBlank' : 'guide.takeSample');
  return (
    <span class="material__form">
      <a
        class="button button--form"
        href={attachmentUrl(record, file)}
        aria-label={t('guide.formOf', { name: material, what })}
      >
        <Icon node={FileText} />
        {what}
      </a>
      {publicUrl !== '' && onTake && (
        <button
          type="button"
          class="button button--form"
          aria-label={t('guide.formOf', { name: material, what: take })}
          onClick={() => onTake(formAddress(publicUrl, record, file))}
        >
          <Icon node={QrCode} />
        </button>
      )}
    </span>
  );
}

function materialFacts({ form, copies, source }: GuideMaterial): string {
  const facts = [
    form && t('guide.form', { text: form }),
    copies && t('guide.copies', { text: copies }),
    source && t('guide.source', { text: source }),
  ];
  return facts.filter(Boolean).join(' · ');
}

interface MaterialProps {
  readonly record: CatalogueRecord;
  readonly material: GuideMaterial;
  readonly list: TickList;
  readonly index: number;
  readonly onTake: (address: string) => void;
}

function Material({ record, material, list, index, onTake }: MaterialProps) {
  const { blank, sample } = materialForms(material, record.attachments);
  const facts = materialFacts(material);
  const common = { record, material: material.name, onTake };
  return (
    <li class="material">
      <TickLine list={list} index={index}>
        <span class="material__head">
          <span class="material__name" lang="zh-CN">
            {material.name}
          </span>
          <span class={material.required ? 'material__need material__need--must' : 'material__need'}>
            {t(material.required ? 'guide.required' : 'guide.optional')}
          </span>
        </span>
        {facts && (
          <span class="material__facts" lang="zh-CN">
            {facts}
          </span>
        )}
      </TickLine>
      {(blank || sample) && (
        <span class="material__forms">
          {blank && <Form {...common} file={blank} kind="blank" />}
          {sample && <Form {...common} file={sample} kind="sample" />}
        </span>
      )}
    </li>
  );
}

interface GuideMaterialsProps {
  readonly record: CatalogueRecord;
  readonly materials: readonly GuideMaterial[];
}

export function GuideMaterials({ record, materials }: GuideMaterialsProps) {
  const [address, setAddress] = useState<string | null>(null);
  const list: TickList = { recordId: record.id, list: 'materials' };
  const total = materials.length;
  const count = countTicks(list, total);
  const isWhole = count === total;
  return (
    <>
      <p class="guide__hint">{t('guide.materialsHint')}</p>
      <ul class="materials">
        {materials.map((material, index) => (
          <Material
            key={index}
            record={record}
            material={material}
            list={list}
            index={index}
            onTake={setAddress}
          />
        ))}
      </ul>
      <TickSum
        isWhole={isWhole}
        words={isWhole ? t('guide.materialsAll') : t('guide.materialsTicked', { count, total })}
      />
      {address !== null && <LazyLinkSheet address={address} onClose={() => setAddress(null)} />}
    </>
  );
}
