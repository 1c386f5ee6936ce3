// The one red thing a screen may have: an emergency notice that holds, above whatever is open.
import { ChevronRight, Siren } from 'lucide';
import { useLocation } from 'preact-iso';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { t } from '../i18n/translate.ts';
import { useEmergencies } from '../state/emergencies.ts';
import { useEngine } from '../state/engine-context.ts';
import { recordUrl } from '../state/record-url.ts';
import { Icon } from './icon.tsx';

function Words({ record }: { record: CatalogueRecord }) {
  return (
    <>
      <Icon node={Siren} />
      <span class="emergency__words">
        <span class="emergency__level">{t('notice.emergency')}</span>
        <span lang="zh-CN">{record.title}</span>
      </span>
      <Icon node={ChevronRight} />
    </>
  );
}

/** The newest emergency; nothing while none holds, and on its own screen. */
export function EmergencyStrip() {
  const engine = useEngine();
  const { path, route } = useLocation();
  const { record, isAhead } = useEmergencies();
  if (!record || path === recordUrl(record) || path === '/preview') return null;
  // In a release that waits for this visitor to leave: who wants to read it asks for that release.
  const open = () => void engine.showNewest().then(() => route(recordUrl(record)));
  return (
    <div class="emergency-bar" role="alert">
      {isAhead ? (
        <button type="button" class="emergency" onClick={open}>
          <Words record={record} />
        </button>
      ) : (
        <a class="emergency" href={recordUrl(record)}>
          <Words record={record} />
        </a>
      )}
    </div>
  );
}
