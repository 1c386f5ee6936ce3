// How to get at the content: the code for one's own phone, and the three things to know about the terminal.
import { type IconNode, LogOut, Search, Smartphone } from 'lucide';
import { Icon } from '../../components/icon.tsx';
import { Lattice } from '../../components/lattice.tsx';
import { t } from '../../i18n/translate.ts';
import { phoneAddress } from '../phone-address.ts';
import { WallQr } from './wall-qr.tsx';

export function PhoneSheet({ publicUrl }: { publicUrl: string }) {
  const address = phoneAddress(publicUrl);
  return (
    <>
      <Lattice />
      <h2 class="sheet-title">{t('wall.onPhone')}</h2>
      <p class="phone-sheet__line">{t('wall.onPhoneLine')}</p>
      {address && (
        <>
          <WallQr address={address} />
          <p class="phone-sheet__address figures">{address.replace(/^https?:\/\//, '')}</p>
        </>
      )}
    </>
  );
}

function How({ icon, title, line }: { icon: IconNode; title: string; line: string }) {
  return (
    <li class="wall-how">
      <Icon node={icon} />
      <div>
        <h3 class="wall-how__title">{title}</h3>
        <p class="wall-how__line">{line}</p>
      </div>
    </li>
  );
}

export function HowSheet({ isSide }: { isSide: boolean }) {
  return (
    <>
      {isSide && <Lattice />}
      <h2 class="sheet-title">{t('wall.how')}</h2>
      <ul class="wall-hows">
        <How icon={Search} title={t('wall.how.find')} line={t('wall.how.findLine')} />
        <How icon={Smartphone} title={t('wall.how.take')} line={t('wall.how.takeLine')} />
        <How icon={LogOut} title={t('wall.how.end')} line={t('wall.how.endLine')} />
      </ul>
    </>
  );
}
