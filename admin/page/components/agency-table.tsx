// The agencies in the order visitors see them.
import { Pencil } from 'lucide';
import type { Agency } from '#shared/catalogue/venue.ts';
import { t } from '../i18n/index.ts';
import { isAdministrator } from '../state/session.ts';
import { Icon } from './icon.tsx';
import { ScrollArea } from './scroll-area.tsx';

interface AgencyTableProps {
  readonly agencies: readonly Agency[];
  readonly onEdit: (agency: Agency) => void;
}

function AgencyRow({ agency, onEdit }: { readonly agency: Agency; readonly onEdit: () => void }) {
  const { id, name, shortName, phone, address, order } = agency;
  return (
    <tr>
      <td class="wide numeric secondary">{order}</td>
      <td class="grow">
        <a href={`/admin/records?agencyId=${encodeURIComponent(id)}`}>{name}</a>
        {shortName !== null && <span class="secondary"> {shortName}</span>}
      </td>
      <td class="wide numeric">{phone ?? <span class="tag tag-warn">{t('agencies.missing')}</span>}</td>
      <td class="wide" title={address ?? ''}>
        {address ?? <span class="tag tag-warn">{t('agencies.missing')}</span>}
      </td>
      <td>
        {isAdministrator() && (
          <button
            type="button"
            class="button button-quiet button-small"
            aria-label={t('agencies.editOne', { name })}
            onClick={onEdit}
          >
            <Icon node={Pencil} /> {t('agencies.editAct')}
          </button>
        )}
      </td>
    </tr>
  );
}

export function AgencyTable({ agencies, onEdit }: AgencyTableProps) {
  return (
    <ScrollArea label={t('agencies.title')}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col" class="wide">
              {t('agencies.order')}
            </th>
            <th scope="col">{t('agencies.name')}</th>
            <th scope="col" class="wide">
              {t('agencies.phone')}
            </th>
            <th scope="col" class="wide">
              {t('agencies.address')}
            </th>
            <th scope="col">
              <span class="visually-hidden">{t('agencies.editAct')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {agencies.map((agency) => (
            <AgencyRow key={agency.id} agency={agency} onEdit={() => onEdit(agency)} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
