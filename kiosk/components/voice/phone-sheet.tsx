// Hands over to the phone whatever needs an answer or a name: a code to scan, or where to go without one.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { isOwnMachine, isPublicAddress } from '#shared/handoff/public-address.ts';
import { voiceWords } from '../../i18n/voice-words.ts';
import { useEngine } from '../../state/engine-context.ts';
import { useDisclosureOffice } from '../../state/use-office.ts';
import { FactTable } from '../fact-table.tsx';
import { QrSymbol } from '../qr-symbol.tsx';
import { Sheet } from '../sheet.tsx';
import '../../styles/voice.css';

export const phoneForms = ['apply', 'correct', 'complaint', 'suggestion', 'question', 'progress'] as const;
export type PhoneForm = (typeof phoneForms)[number];

/** Path of each form on the phone. */
const paths: Readonly<Record<PhoneForm, string>> = {
  apply: '/m/apply',
  correct: '/m/correct',
  complaint: '/m/voice?kind=complaint',
  suggestion: '/m/voice?kind=suggestion',
  question: '/m/voice?kind=question',
  progress: '/m/progress',
};

/** `code` is the hand-off code of the record it is about, `query` the search that found nothing. */
export function phoneFormUrl(
  publicUrl: string,
  form: PhoneForm,
  about: { readonly code?: string | undefined; readonly query?: string | undefined },
): string {
  const parameters = new URLSearchParams();
  if (about.code !== undefined && form !== 'progress') parameters.set('r', about.code);
  if (about.query !== undefined && form === 'apply') parameters.set('q', about.query);
  const query = parameters.toString();
  const path = paths[form];
  if (query === '') return publicUrl + path;
  return `${publicUrl}${path}${path.includes('?') ? '&' : '?'}${query}`;
}

/** Where people go or call when no phone can reach the hub. */
function Office() {
  const office = useDisclosureOffice();
  const venue = useEngine().manifest.value?.venue;
  const facts = [
    { name: voiceWords('sheetOffice'), value: office?.name ?? venue?.name, isWide: true },
    { name: voiceWords('contactPhone'), value: office?.phone ?? venue?.phone },
    { name: voiceWords('contactHours'), value: office?.hours ?? venue?.hours },
    { name: voiceWords('contactAddress'), value: office?.address ?? venue?.address, isWide: true },
  ].filter(({ value }) => value);
  return (
    <div class="phone-sheet__office">
      <p class="phone-sheet__line">{voiceWords('sheetNoPhone')}</p>
      <FactTable facts={facts} />
    </div>
  );
}

interface PhoneSheetProps {
  readonly form: PhoneForm;
  readonly record?: Pick<CatalogueRecord, 'code' | 'title'> | undefined;
  readonly query?: string;
  readonly onClose: () => void;
}

export function PhoneSheet({ form, record, query, onClose }: PhoneSheetProps) {
  const publicUrl = useEngine().manifest.value?.publicUrl ?? '';
  const url = phoneFormUrl(publicUrl, form, { code: record?.code, query });
  return (
    <Sheet title={voiceWords(form)} onClose={onClose} class="sheet--qr">
      {publicUrl === '' ? (
        <Office />
      ) : (
        <>
          <div class="handoff">
            <div class="handoff__code">
              <QrSymbol text={url} />
            </div>
            <div class="handoff__words">
              <p class="handoff__address">{url.replace(/^https?:\/\//, '')}</p>
              {record && (
                <p class="handoff__title" lang="zh-CN">
                  {voiceWords('about', { title: record.title })}
                </p>
              )}
              <p class="handoff__hint">{voiceWords('sheetHint')}</p>
            </div>
          </div>
          {isOwnMachine(publicUrl) && <Office />}
          {!isOwnMachine(publicUrl) && !isPublicAddress(publicUrl) && (
            <p class="ways__local">{voiceWords('sheetLocal')}</p>
          )}
        </>
      )}
    </Sheet>
  );
}
