// Whether a text still holds, in a word, a shape and a colour.
import { CircleCheck, CircleHelp, CircleSlash, type IconNode, PencilLine } from 'lucide';
import type { CatalogueRecord, Validity } from '#shared/catalogue/record.ts';
import { formatDate } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { Icon } from './icon.tsx';

const icons: Readonly<Record<Validity, IconNode>> = {
  'in-force': CircleCheck,
  amended: PencilLine,
  expired: CircleSlash,
  repealed: CircleSlash,
  unknown: CircleHelp,
};

/** 已经废止（2021年3月1日): the date stands there once the end has come or is announced. */
export function validityWords({
  validity,
  expiresOn,
}: Pick<CatalogueRecord, 'validity' | 'expiresOn'>): string {
  const words = t(`validity.${validity}`);
  const hasEnded = validity === 'expired' || validity === 'repealed';
  return hasEnded && expiresOn
    ? t('validity.since', { validity: words, date: formatDate(expiresOn) })
    : words;
}

export function ValidityBadge({ record }: { record: Pick<CatalogueRecord, 'validity' | 'expiresOn'> }) {
  return (
    <span class={`validity validity--${record.validity}`}>
      <Icon node={icons[record.validity]} />
      {validityWords(record)}
    </span>
  );
}
