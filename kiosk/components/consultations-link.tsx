// The door from the list of notices to what people are asked; it stands there only when something was ever asked.
import { ChevronRight, MessagesSquare } from 'lucide';
import { consult } from '../i18n/consultation-words.ts';
import { sortConsultations, useConsultations } from '../state/consultation-list.ts';
import { useSteadyTime } from '../state/steady-time.ts';
import { Icon } from './icon.tsx';
import '../styles/consultation.css';

export function ConsultationsLink() {
  const time = useSteadyTime();
  const listed = useConsultations().value ?? [];
  if (listed.length === 0 || time === null) return null;
  const count = sortConsultations(listed, time).open.length;
  return (
    <a class="consult__link consult-door" href="/consultations">
      <Icon node={MessagesSquare} />
      <span class="consult__link-words">
        <span class="consult-door__name">
          {count === 0 ? consult('linkNone') : consult('link', { count })}
        </span>
        <span class="consult__note">{consult('linkLine')}</span>
      </span>
      <Icon node={ChevronRight} />
    </a>
  );
}
