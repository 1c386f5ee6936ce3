// Where to go: the windows the service guides name, or the agencies with address and phone.
import { formatCount } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import type { HallWindow } from '../wall-content.ts';

export function WindowsSheet({ windows }: { windows: readonly HallWindow[] }) {
  return (
    <>
      <h2 class="sheet-title">{t('wall.windows')}</h2>
      <ul class="places places--windows">
        {windows.map(({ name, address, agency, guides }) => (
          <li class="place" key={`${name}${address}${agency}`}>
            <span class="place__name" lang="zh-CN">
              {name}
            </span>
            <span class="place__count figures">
              {t('wall.windows.count', { count: formatCount(guides) })}
            </span>
            <span class="place__line" lang="zh-CN">
              {agency}
            </span>
            {address && (
              <span class="place__line" lang="zh-CN">
                {address}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

export function AgenciesSheet({
  agencies,
}: {
  agencies: readonly { readonly name: string; readonly line: string }[];
}) {
  return (
    <>
      <h2 class="sheet-title">{t('wall.agencies')}</h2>
      <ul class="places">
        {agencies.map(({ name, line }) => (
          <li class="place" key={name}>
            <span class="place__name" lang="zh-CN">
              {name}
            </span>
            <span class="place__line figures" lang="zh-CN">
              {line}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
