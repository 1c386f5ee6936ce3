// Events of an application as the command line writes them: received:2026-03-02,extended/20:2026-03-20.
import type { RequestClock, RequestEvent } from '#shared/calendar/request-clock.ts';
import { AppError } from '#shared/errors/app-error.ts';

/** Reads `type:date` and `type/detail:date`, separated by commas. Throws `calendar.clock` for any other word. */
export function readEvents(text: string): RequestEvent[] {
  return text.split(',').map((part) => {
    const [what = '', on = ''] = part.trim().split(':');
    const [type = '', detail = ''] = what.split('/');
    switch (type) {
      case 'received':
      case 'completion-asked':
      case 'completed':
      case 'consultation-answered':
      case 'replied':
        return { type, on };
      case 'consultation-begun':
        return { type, on, with: detail === 'joint-agency' ? 'joint-agency' : 'third-party' };
      case 'extended':
        return { type, on, workingDays: Number(detail) };
      default:
        throw new AppError('calendar.clock', { what: part.slice(0, 40), date: on.slice(0, 40) });
    }
  });
}

/** What the clock says, as the command answers it. */
export function clockAnswer({ explanation: _told, replyDue, ...clock }: RequestClock) {
  return { due: replyDue, ...clock };
}
