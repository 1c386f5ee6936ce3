// What belongs to the hall beside its floors: days that differ, contacts, where single terminals stand.
import type { ComponentChildren } from 'preact';
import type { ExceptionDay, Hall, HallContact, TerminalPoint } from '#shared/catalogue/hall-plan.ts';
import { hallLimits } from '#shared/catalogue/hall-rules.ts';
import { t } from '../i18n/index.ts';
import { RemoveRow, RowsFrame } from './rows-frame.tsx';

interface ListProps {
  readonly hall: Hall;
  readonly onChange: (hall: Hall) => void;
}

interface RowsProps<Row> {
  readonly label: string;
  readonly hint: string;
  readonly rows: readonly Row[];
  readonly most: number;
  readonly fresh: Row;
  readonly onRows: (rows: readonly Row[]) => void;
  readonly cells: (row: Row, number: number, change: (part: Partial<Row>) => void) => ComponentChildren;
}

function Rows<Row>({ label, hint, rows, most, fresh, onRows, cells }: RowsProps<Row>) {
  const add = () => onRows([...rows, fresh]);
  return (
    <RowsFrame label={label} hint={hint} fault={null} onAdd={rows.length < most ? add : undefined}>
      {rows.map((row, index) => (
        <div key={index} class="rows-line">
          {cells(row, index + 1, (part) =>
            onRows(rows.map((kept, at) => (at === index ? { ...kept, ...part } : kept))),
          )}
          <RemoveRow
            label={label}
            row={index + 1}
            onRemove={() => onRows(rows.filter((_, at) => at !== index))}
          />
        </div>
      ))}
    </RowsFrame>
  );
}

interface CellProps {
  readonly label: string;
  readonly number: number;
  readonly value: string;
  readonly type?: 'text' | 'date' | 'time' | 'number';
  readonly max?: number;
  readonly onChange: (value: string) => void;
}

function Cell({ label, number, value, type = 'text', max, onChange }: CellProps) {
  return (
    <input
      class="input"
      type={type as 'text'}
      aria-label={`${label} ${number}`}
      placeholder={label}
      {...(max === undefined ? {} : { maxLength: max })}
      {...(type === 'number' ? { step: '0.5', min: '0' } : {})}
      value={value}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}

export function HallDays({ hall, onChange }: ListProps) {
  const fresh: ExceptionDay = { date: '', spans: [], note: '' };
  return (
    <Rows
      label={t('hall.days')}
      hint={t('hall.daysHint')}
      rows={hall.exceptions}
      most={hallLimits.exceptions}
      fresh={fresh}
      onRows={(exceptions) => onChange({ ...hall, exceptions })}
      cells={(day, number, change) => {
        const span = day.spans[0] ?? { from: '', to: '' };
        // One span is edited here; both times empty means closed all day.
        const time = (part: Partial<typeof span>) => {
          const next = { ...span, ...part };
          change({ spans: next.from === '' && next.to === '' ? [] : [next, ...day.spans.slice(1)] });
        };
        return (
          <>
            <Cell
              label={t('hall.date')}
              number={number}
              type="date"
              value={day.date}
              onChange={(date) => change({ date })}
            />
            <Cell
              label={t('hall.from')}
              number={number}
              type="time"
              value={span.from}
              onChange={(from) => time({ from })}
            />
            <Cell
              label={t('hall.to')}
              number={number}
              type="time"
              value={span.to}
              onChange={(to) => time({ to })}
            />
            <Cell
              label={t('hall.dayNote')}
              number={number}
              max={hallLimits.note}
              value={day.note}
              onChange={(note) => change({ note })}
            />
          </>
        );
      }}
    />
  );
}

export function HallContacts({ hall, onChange }: ListProps) {
  const fresh: HallContact = { name: '', phone: '', areaId: null, note: null };
  const places = hall.floors.flatMap((floor) =>
    floor.areas.map(
      ({ id, name, number }) => [id, [floor.name, number, name].filter(Boolean).join(' ')] as const,
    ),
  );
  return (
    <Rows
      label={t('hall.contacts')}
      hint={t('hall.contactsHint')}
      rows={hall.contacts}
      most={hallLimits.contacts}
      fresh={fresh}
      onRows={(contacts) => onChange({ ...hall, contacts })}
      cells={(contact, number, change) => (
        <>
          <Cell
            label={t('hall.contactName')}
            number={number}
            max={hallLimits.name}
            value={contact.name}
            onChange={(name) => change({ name })}
          />
          <Cell
            label={t('hall.contactPhone')}
            number={number}
            max={hallLimits.phone}
            value={contact.phone}
            onChange={(phone) => change({ phone })}
          />
          <select
            class="input"
            aria-label={`${t('hall.contactPlace')} ${number}`}
            value={contact.areaId ?? ''}
            onChange={(event) => change({ areaId: event.currentTarget.value || null })}
          >
            <option value="">{t('hall.contactPlaceNone')}</option>
            {places.map(([id, words]) => (
              <option key={id} value={id}>
                {words}
              </option>
            ))}
          </select>
          <Cell
            label={t('hall.note')}
            number={number}
            max={hallLimits.note}
            value={contact.note ?? ''}
            onChange={(note) => change({ note: note || null })}
          />
        </>
      )}
    />
  );
}

export function HallTerminals({ hall, onChange }: ListProps) {
  const [first] = hall.floors;
  if (first === undefined) return null;
  const fresh: TerminalPoint = { terminal: '', floorId: first.id, x: 1, y: 1 };
  return (
    <Rows
      label={t('hall.terminals')}
      hint={t('hall.terminalsHint')}
      rows={hall.terminals}
      most={hallLimits.terminals}
      fresh={fresh}
      onRows={(terminals) => onChange({ ...hall, terminals })}
      cells={(point, number, change) => (
        <>
          <Cell
            label={t('hall.terminal')}
            number={number}
            max={hallLimits.name}
            value={point.terminal}
            onChange={(terminal) => change({ terminal })}
          />
          <select
            class="input"
            aria-label={`${t('hall.floor')} ${number}`}
            value={point.floorId}
            onChange={(event) => change({ floorId: event.currentTarget.value })}
          >
            {hall.floors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <Cell
            label={t('hall.x')}
            number={number}
            type="number"
            value={String(point.x)}
            onChange={(x) => change({ x: Number(x) })}
          />
          <Cell
            label={t('hall.y')}
            number={number}
            type="number"
            value={String(point.y)}
            onChange={(y) => change({ y: Number(y) })}
          />
        </>
      )}
    />
  );
}
