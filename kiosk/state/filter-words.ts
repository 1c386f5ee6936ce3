// The words a visitor reads for a filter's value: names for agencies, kinds and tree nodes, else the value itself.
import { type RecordKind, recordKinds, type Validity, validities } from '#shared/catalogue/record.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import type { FilterField } from '#shared/search/types.ts';
import { t } from '../i18n/translate.ts';

const isKind = (value: string): value is RecordKind => recordKinds.some((kind) => kind === value);
const isValidity = (value: string): value is Validity => validities.some((one) => one === value);

/** Names the value `value` of `field` in the language in use. */
export function filterWords(field: FilterField, value: string, manifest: ReleaseManifest | null): string {
  if (value === '') return t('field.unknown');
  if (field === 'kind' && isKind(value)) return t(`kind.${value}`);
  if (field === 'validity' && isValidity(value)) return t(`validity.${value}`);
  if (field === 'year') return t('browse.yearOf', { year: value });
  if (field === 'agency') return manifest?.agencies.find((agency) => agency.id === value)?.name ?? value;
  if (field === 'node') return manifest?.tree.find((node) => node.id === value)?.title ?? value;
  if (field === 'matter') return t('field.matter');
  return value;
}
