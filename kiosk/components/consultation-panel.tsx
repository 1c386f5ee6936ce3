// What a notice asks of people: how long there is, how to take part, the code that leads there, and what became of it.
import { CalendarClock, ChevronRight, FileText, MessageSquareReply } from 'lucide';
import type { NoticeDetails } from '#shared/catalogue/details.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { NoticeConsultation } from '#shared/consultations/consultation.ts';
import { type ConsultationStanding, standingAt } from '#shared/consultations/consultation-state.ts';
import { consult } from '../i18n/consultation-words.ts';
import { formatCount, formatDate } from '../i18n/format.ts';
import { useContentVersion, useEngine } from '../state/engine-context.ts';
import { recordUrl } from '../state/record-url.ts';
import { useSteadyTime } from '../state/steady-time.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { type Fact, FactTable } from './fact-table.tsx';
import { Icon } from './icon.tsx';
import { QrSymbol } from './qr-symbol.tsx';
import '../styles/consultation.css';

type Period = Pick<NoticeDetails, 'startsOn' | 'endsOn'>;

/** Few days left are told in another tone. */
const soonDays = 3;

/** How it stands in words: 还剩 12 天, 今天截止, 12月1日开始. */
export function standingWords(
  { state, daysLeft }: ConsultationStanding,
  { startsOn, endsOn }: Period,
): string {
  if (state === 'planned') return consult('startsOn', { date: formatDate(startsOn ?? '') });
  if (state !== 'open') return consult('until', { date: formatDate(endsOn ?? '') });
  return daysLeft === 0 ? consult('lastDay') : consult('daysLeft', { days: daysLeft ?? '' });
}

export const headingWords = ({ state }: ConsultationStanding, kind: NoticeConsultation['kind']) =>
  consult(`${state === 'summarised' ? 'closed' : state}.${kind}`);

export function toneOf({ state, daysLeft }: ConsultationStanding): string {
  if (state === 'open') return (daysLeft ?? 0) <= soonDays ? 'soon' : 'open';
  return state === 'planned' ? 'waiting' : 'over';
}

function Head({
  standing,
  details,
  kind,
}: {
  standing: ConsultationStanding;
  details: Period;
  kind: NoticeConsultation['kind'];
}) {
  const { startsOn, endsOn } = details;
  return (
    <div class="consult__head">
      <Icon node={CalendarClock} class="consult__mark" />
      <div class="consult__heading">
        <h2 class="consult__title">{headingWords(standing, kind)}</h2>
        <p class="consult__range figures">
          {consult('range', { from: formatDate(startsOn ?? ''), to: formatDate(endsOn ?? '') })}
        </p>
      </div>
      <strong class="consult__left figures">{standingWords(standing, details)}</strong>
    </div>
  );
}

/** Records by id that the terminal holds, in the order asked for. */
function useRecords(ids: readonly string[]): readonly CatalogueRecord[] {
  const engine = useEngine();
  const key = `consult ${ids.join(' ')} ${useContentVersion()}`;
  const loaded = useLoaded(key, async (signal) => {
    const found = await Promise.all(ids.map((id) => engine.record(id, signal)));
    return found.filter((record) => record !== null);
  });
  return loaded.value ?? [];
}

function RecordLinks({ ids, name, icon }: { ids: readonly string[]; name: string; icon: typeof FileText }) {
  return (
    <>
      {useRecords(ids).map((record) => (
        <a key={record.id} class="consult__link" href={recordUrl(record)}>
          <Icon node={icon} />
          <span class="consult__link-words">
            <span class="consult__link-name">{name}</span>
            <span lang="zh-CN">{record.title}</span>
          </span>
          <Icon node={ChevronRight} />
        </a>
      ))}
    </>
  );
}

/** The code and what it is for; without an address phones can reach, where else to turn. */
function TakePart({ record, kind }: { record: CatalogueRecord; kind: NoticeConsultation['kind'] }) {
  const publicUrl = useEngine().manifest.value?.publicUrl ?? location.origin;
  if (publicUrl === '') return <p class="consult__note">{consult('noPhone')}</p>;
  const url = `${publicUrl}/m/consult/${record.code}`;
  return (
    <div class="consult__part">
      <QrSymbol text={url} />
      <div class="consult__part-words">
        <p class="consult__scan">{consult(`scan.${kind}`)}</p>
        <p class="consult__note">{consult(`note.${kind}`)}</p>
        <p class="consult__address">{url.replace(/^https?:\/\//, '')}</p>
      </div>
    </div>
  );
}

function factsOf({ hearing, post, email, phone, place }: NoticeConsultation): readonly Fact[] {
  const ways = { phone, email, post, place };
  const at =
    hearing &&
    `${consult('hearingAt', { date: formatDate(hearing.on), time: hearing.at })} · ${hearing.place} · ${consult('seats', { count: formatCount(hearing.seats) })}`;
  return [
    { name: consult('hearing'), value: at, isWide: true },
    { name: consult('conditions'), value: hearing?.conditions, isWide: true },
    ...(['phone', 'email', 'post', 'place'] as const).map((way) => ({
      ...{ name: consult(way), value: ways[way], isWide: true },
    })),
  ].filter(({ value }) => value);
}

function Points({ points }: { points: readonly string[] }) {
  if (points.length === 0) return null;
  return (
    <div class="consult__points">
      <h3 class="consult__subtitle">{consult('points')}</h3>
      <ol lang="zh-CN">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ol>
    </div>
  );
}

interface PanelProps {
  readonly record: CatalogueRecord;
  readonly details: NoticeDetails;
  readonly consultation: NoticeConsultation;
}

function Asking({ record, details, consultation }: PanelProps) {
  const time = useSteadyTime();
  if (time === null) return <div class="consult consult--waiting-time" />;
  const standing = standingAt(details, time);
  const { kind, draftId, resultIds, points } = consultation;
  const isOver = standing.state === 'closed' || standing.state === 'summarised';
  const facts = isOver ? [] : factsOf(consultation);
  return (
    <section class={`consult consult--${toneOf(standing)}`} aria-label={headingWords(standing, kind)}>
      <Head standing={standing} details={details} kind={kind} />
      {isOver && <Results ids={resultIds} />}
      {standing.state === 'open' && <TakePart record={record} kind={kind} />}
      {draftId !== null && <RecordLinks ids={[draftId]} name={consult('draft')} icon={FileText} />}
      {!isOver && <Points points={points} />}
      {facts.length > 0 && <FactTable facts={facts} />}
    </section>
  );
}

function Results({ ids }: { ids: readonly string[] }) {
  const records = useRecords(ids);
  if (records.length === 0) return <p class="consult__note">{consult('closedLine')}</p>;
  return <RecordLinks ids={ids} name={consult('result')} icon={MessageSquareReply} />;
}

function Answering({ id }: { id: string }) {
  return (
    <section class="consult consult--over" aria-label={consult('answers')}>
      <RecordLinks ids={[id]} name={consult('answers')} icon={FileText} />
    </section>
  );
}

export function ConsultationPanel({ record, details }: { record: CatalogueRecord; details: NoticeDetails }) {
  const { consultation, answersId } = details;
  return (
    <>
      {consultation && <Asking record={record} details={details} consultation={consultation} />}
      {answersId && <Answering id={answersId} />}
    </>
  );
}
