// The clock of a case for any course of events, against a simulation that walks the calendar day by day.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedNotices } from '#hub/calendar/shipped-notices.ts';
import { addDays, type IsoDate } from '#shared/calendar/civil-day.ts';
import { WorkingCalendar } from '#shared/calendar/working-calendar.ts';
import { dueExplanation, readCaseClock } from '#shared/cases/case-clock.ts';
import { type CourseEvent, readCourse } from '#shared/cases/case-course.ts';
import { type CaseChannel, confirmedChannels } from '#shared/cases/case-kinds.ts';

const calendar = new WorkingCalendar(shippedNotices);
const rules = { kind: 'request', answerWorkingDays: 15 } as const;
const clockOf = (channel: CaseChannel, events: readonly CourseEvent[]) => {
  const course = readCourse(channel, events);
  return { course, clock: readCaseClock(calendar, course, rules) };
};

/** What may happen next, as a list of dice: how many days later, and what. */
interface Die {
  readonly days: number;
  readonly what: number;
  readonly size: number;
}
const diceArbitrary = fc.array(
  fc.record({ days: fc.nat(9), what: fc.nat(6), size: fc.integer({ min: 1, max: 20 }) }),
  { maxLength: 14 },
);
const channelArbitrary = fc.constantFrom<CaseChannel>(
  'online',
  'counter',
  'oral',
  'mail',
  'fax',
  'signed-mail',
);
/** Days around holidays and days worked in exchange, of years whose notices are known. */
const startArbitrary = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2019-12-01', days));

/** A course that can have happened: every die is read as the next thing that is possible. */
function courseOf(channel: CaseChannel, start: IsoDate, dice: readonly Die[]): CourseEvent[] {
  const script = new Script(channel, start);
  for (const die of dice) script.roll(die);
  return script.events;
}

class Script {
  readonly events: CourseEvent[];
  #on: IsoDate;
  #awaits: 'confirmation' | 'completion' | null;
  #parties = 0;
  readonly #open: number[] = [];
  readonly #done = new Set<CourseEvent['kind']>();

  constructor(channel: CaseChannel, start: IsoDate) {
    this.#on = start;
    this.events = [{ kind: 'received', on: start, facts: {} }];
    this.#awaits = confirmedChannels.includes(channel) ? 'confirmation' : null;
  }

  #add(kind: CourseEvent['kind'], facts: CourseEvent['facts'] = {}): void {
    this.#done.add(kind);
    this.events.push({ kind, on: this.#on, facts });
  }

  roll({ days, what, size }: Die): void {
    this.#on = addDays(this.#on, days);
    if (this.#awaits !== null) this.#getOn();
    else if (what === 0) this.#askCompletion();
    else if (what <= 2) this.#consult(what === 1 ? 'third-party' : 'joint-agency', size);
    else if (what <= 4) this.#hear(size);
    else if (what === 5 && !this.#done.has('extended')) this.#add('extended', { workingDays: size });
    else this.#add('noted');
  }

  #getOn(): void {
    this.#add(this.#awaits === 'confirmation' ? 'confirmed' : 'completed');
    this.#awaits = null;
  }

  #askCompletion(): void {
    if (this.#done.has('completion-asked') || this.#parties > 0) return;
    this.#awaits = 'completion';
    this.#add('completion-asked', { until: addDays(this.#on, 15) });
  }

  #consult(kind: string, size: number): void {
    this.#parties += 1;
    this.#open.push(this.#parties);
    const reachedOn = size > 10 ? { reachedOn: addDays(this.#on, size - 10) } : {};
    this.#add('consultation-begun', { party: String(this.#parties), with: kind, ...reachedOn });
  }

  #hear(size: number): void {
    if (this.#open.length === 0) return;
    const [party] = this.#open.splice(size % this.#open.length, 1);
    this.#add('consultation-answered', { party: String(party), opinion: 'agrees' });
  }
}

/** The last day to reply, by walking: null while completion is awaited. */
function naiveDue(events: readonly CourseEvent[]): IsoDate | null {
  const has = (kind: CourseEvent['kind']) => events.find((event) => event.kind === kind);
  const received = has('confirmed') ?? events[0];
  const asked = has('completion-asked');
  const completed = has('completed');
  if (asked !== undefined && completed === undefined) return null;
  let day = completed?.on ?? received?.on ?? '';
  let left = 20 + Number(has('extended')?.facts.workingDays ?? 0);
  while (left > 0) {
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day) && !isPaused(events, day)) left -= 1;
  }
  return day;
}

function isPaused(events: readonly CourseEvent[], day: IsoDate): boolean {
  return events.some((begun) => {
    if (begun.kind !== 'consultation-begun' || day <= begun.on) return false;
    const answer = events.find(
      ({ kind, facts }) => kind === 'consultation-answered' && facts.party === begun.facts.party,
    );
    return day <= longest(String(begun.facts.reachedOn ?? begun.on)) && day <= (answer?.on ?? '9999');
  });
}

/** The 15th working day after a letter was received. */
function longest(reachedOn: IsoDate): IsoDate {
  let day = reachedOn;
  for (let count = 0; count < 15; ) {
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day)) count += 1;
  }
  return day;
}

describe('the clock of an application › for any course of events', () => {
  it('it is due on the day a walk through the calendar ends', () => {
    fc.assert(
      fc.property(channelArbitrary, startArbitrary, diceArbitrary, (channel, start, dice) => {
        const events = courseOf(channel, start, dice);
        expect(clockOf(channel, events).clock.dueOn).toBe(naiveDue(events));
      }),
      { numRuns: 600 },
    );
  });

  it('its explanation names every day from the start to the due date, each counted once and in order', () => {
    fc.assert(
      fc.property(channelArbitrary, startArbitrary, diceArbitrary, (channel, start, dice) => {
        const events = courseOf(channel, start, dice);
        const { course, clock } = clockOf(channel, events);
        const lines = dueExplanation(clock, 'zh-CN');
        if (clock.dueOn === null) {
          expect(course.state).toBe('completing');
          expect(lines).toEqual([expect.stringContaining('补正')]);
          return;
        }
        const days = lines.filter((line) => /^\d{4}-\d{2}-\d{2} /u.test(line));
        const last = days.at(-1) ?? '';
        expect(last.slice(0, 10)).toBe(clock.dueOn);
        const counted = days.flatMap((line) => /第 (\d+) 天/u.exec(line)?.[1] ?? []).map(Number);
        expect(counted).toEqual(counted.map((_, at) => at + 1));
        expect(counted.length).toBe(20 + (course.extension === 'granted' ? course.extensionDays : 0));
        for (const [at, line] of days.entries())
          expect(line.slice(0, 10)).toBe(addDays((days[0] ?? '').slice(0, 10), at));
      }),
      { numRuns: 150 },
    );
  });

  it('a course in which something cannot have happened so is refused, never counted', () => {
    const received = { kind: 'received', on: '2026-03-02', facts: {} } as const;
    const impossible: readonly CourseEvent[][] = [
      [received, { kind: 'completed', on: '2026-03-03', facts: {} }],
      [received, { kind: 'extended', on: '2026-03-03', facts: { workingDays: 21 } }],
      [received, { kind: 'consultation-answered', on: '2026-03-03', facts: { party: '1' } }],
      [received, { kind: 'replied', on: '2026-02-27', facts: { kind: 'provided' } }],
    ];
    for (const events of impossible)
      expect(() => clockOf('counter', events)).toThrowError(
        expect.objectContaining({ code: 'calendar.clock' }),
      );
  });
});

describe('the day of receipt (Art. 31) › by the channel', () => {
  it.each([
    ['online', '2026-03-05'],
    ['mail', '2026-03-05'],
    ['fax', '2026-03-05'],
    ['counter', '2026-03-02'],
    ['oral', '2026-03-02'],
    ['signed-mail', '2026-03-02'],
  ] as const)('%s › it is counted from %s', (channel, from) => {
    const events: CourseEvent[] = [
      { kind: 'received', on: '2026-03-02', facts: {} },
      ...(confirmedChannels.includes(channel)
        ? [{ kind: 'confirmed', on: '2026-03-05', facts: {} } as const]
        : []),
    ];
    const { course, clock } = clockOf(channel, events);
    expect(course.receivedOn).toBe(from);
    expect(clock.explanation?.term.from).toBe(from);
  });

  it('before it is confirmed it is counted from arrival, and the row says so', () => {
    const { clock } = clockOf('online', [{ kind: 'received', on: '2026-03-02', facts: {} }]);
    expect(clock.dueOn).toBe('2026-03-30');
    expect(clock.faults).toEqual(['not-confirmed']);
    expect(dueExplanation(clock, 'zh-CN')[0]).toContain('尚未与申请人确认');
  });
});

describe('a reply that is taken up again › when the case is reopened', () => {
  const replied: readonly CourseEvent[] = [
    { kind: 'received', on: '2026-03-02', facts: {} },
    { kind: 'replied', on: '2026-03-20', facts: { kind: 'refused', ground: 'process' } },
  ];

  it('by mistake › the old limit goes on', () => {
    const { course, clock } = clockOf('counter', [
      ...replied,
      { kind: 'reopened', on: '2026-04-20', facts: {} },
    ]);
    expect([course.state, course.reply, course.settledOn]).toEqual(['accepted', null, null]);
    expect(clock.dueOn).toBe('2026-03-30');
  });

  it('because it was overturned › a new limit runs from that day', () => {
    const { clock } = clockOf('counter', [
      ...replied,
      { kind: 'dispute', on: '2026-04-17', facts: { dispute: 'review', outcome: 'corrected' } },
      { kind: 'reopened', on: '2026-04-20', facts: {} },
    ]);
    expect(clock.explanation?.term.from).toBe('2026-04-20');
  });
});

describe('a year nobody has announced › when the term reaches into it', () => {
  it('nothing is guessed: there is no due date, and the row names the year', () => {
    const last = calendar.years.at(-1) ?? 0;
    const { clock } = clockOf('counter', [{ kind: 'received', on: `${last}-12-20`, facts: {} }]);
    expect([clock.dueOn, clock.missingYear, clock.faults]).toEqual([null, last + 1, ['year-unknown']]);
    expect(dueExplanation(clock, 'zh-CN')).toEqual([expect.stringContaining(`${last + 1} 年`)]);
  });
});
