// The ways a table leaves the desk: printed, as a spreadsheet, as comma-separated values.
import { FileSpreadsheet, Printer } from 'lucide';
import type { FileFormat } from '#shared/protocol/ledgers-api.ts';
import { deskLanguage, t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';

interface FileLinksProps {
  /** Address of the file below `/api`, without its format. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly formats: readonly FileFormat[];
  /** Words in place of `.xlsx`. */
  readonly sheet?: string;
}

export function FileLinks({ path, query = {}, formats, sheet = '.xlsx' }: FileLinksProps) {
  const address = (format: FileFormat) =>
    `/api${path}?${new URLSearchParams({ ...query, format, lang: deskLanguage.value })}`;
  return (
    <>
      {formats.includes('html') && (
        <a class="button" href={address('html')} target="_blank" rel="noopener">
          <Icon node={Printer} /> {t('ledgers.print')}
        </a>
      )}
      {formats.includes('xlsx') && (
        <a class="button" href={address('xlsx')} download>
          <Icon node={FileSpreadsheet} /> {sheet}
        </a>
      )}
      {formats.includes('csv') && (
        <a class="button" href={address('csv')} download>
          <Icon node={FileSpreadsheet} /> .csv
        </a>
      )}
    </>
  );
}
