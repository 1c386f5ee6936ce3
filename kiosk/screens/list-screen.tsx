// What the visitor collected: one code for all of it, each item to open or take off, or nothing yet.
import { ListPlus, Trash2, X } from 'lucide';
import { mostListed } from '#shared/handoff/list-payload.ts';
import { Icon } from '../components/icon.tsx';
import { ListHandOff } from '../components/list-hand-off.tsx';
import { kindIcons } from '../components/record-icons.ts';
import { StatePanel } from '../components/state-panel.tsx';
import { t } from '../i18n/translate.ts';
import { recordUrl } from '../state/record-url.ts';
import { clearTaken, dropRecord, isListFull, type TakenRecord, takenRecords } from '../state/take-home.ts';

function Item({ record }: { record: TakenRecord }) {
  return (
    <li class="list__item">
      <a class="list__link" href={recordUrl(record)}>
        <span class="result__mark">
          <Icon node={kindIcons[record.kind]} />
        </span>
        <span class="list__words">
          <span class="list__title" lang="zh-CN">
            {record.title}
          </span>
          <span class="list__facts">
            {t(`kind.${record.kind}`)} · <span lang="zh-CN">{record.agencyName}</span>
          </span>
        </span>
      </a>
      <button
        type="button"
        class="list__remove"
        aria-label={t('list.remove', { title: record.title })}
        onClick={() => dropRecord(record.id)}
      >
        <Icon node={X} />
      </button>
    </li>
  );
}

function Empty() {
  return (
    <StatePanel icon={ListPlus} title={t('list.empty')} line={t('list.emptyLine')} isWholeScreen>
      <div class="state__actions">
        <a class="button button--primary" href="/browse">
          {t('list.browse')}
        </a>
        <a class="button" href="/">
          {t('state.home')}
        </a>
      </div>
    </StatePanel>
  );
}

/** `/list` */
export default function ListScreen() {
  const records = takenRecords.value;
  if (records.length === 0) return <Empty />;
  return (
    <div class="screen list">
      <header class="list__head">
        <h1 class="screen-title">{t('list.title')}</h1>
        <p class="list__count figures">{t('list.count', { count: records.length })}</p>
        <button type="button" class="button list__clear" onClick={clearTaken}>
          <Icon node={Trash2} />
          {t('list.clear')}
        </button>
      </header>
      <ListHandOff />
      <div class="list__all">
        {isListFull() && <p class="list__full">{t('list.fullLine', { count: mostListed })}</p>}
        <ul class="list__items" aria-label={t('list.items')}>
          {records.map((record) => (
            <Item key={record.id} record={record} />
          ))}
        </ul>
      </div>
    </div>
  );
}
