// Terminals: enrolment, their reports, and the list staff see.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { ErrorCode, Language } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/errors/describe-error.ts';
import { errorMessages } from '#shared/errors/messages/index.ts';
import type { Enrolment, TerminalList, TerminalReport } from '#shared/protocol/terminal-api.ts';
import type { HubServices, StoredTerminal } from '../http/hub-services.ts';
import { refuse } from '../http/problem.ts';
import { countFleet, type FleetCounts, isSilent } from './terminal-state.ts';

/** More terminals than this are refused: enrolment is open, so it needs a bound. */
const maxTerminals = 5000;

export class Fleet {
  readonly #services: HubServices;
  #nextNumber: Promise<unknown> = Promise.resolve();

  constructor(services: HubServices) {
    this.#services = services;
  }

  /** Registers a terminal. The token is told once; the store keeps its SHA-256. */
  enrol(enrolment: Enrolment): Promise<{ terminalId: string; token: string; name: string }> {
    const enrolled = this.#nextNumber.then(() => this.#enrol(enrolment));
    this.#nextNumber = enrolled.catch(() => undefined);
    return enrolled;
  }

  async #enrol({ name, userAgent, screen }: Enrolment) {
    const { terminals, audit, now } = this.#services;
    const count = (await terminals.all()).length;
    if (count >= maxTerminals) refuse('http.too-many-terminals', { limit: maxTerminals });
    const id = `t${this.#secret(9)}`;
    const token = this.#secret(32);
    const shownName = name?.trim() || `T${String(count + 1).padStart(3, '0')}`;
    const enrolledAt = new Date(now()).toISOString();
    const base = { id, name: shownName, userAgent, screen, enrolledAt };
    await terminals.insert({ ...base, tokenHash: hashToken(token), lastSeenAt: null, report: null });
    await audit.append({ who: shownName, action: 'terminal.enrol', subject: shownName, details: id });
    return { terminalId: id, token, name: shownName };
  }

  /** Stores a report; throws `http.unknown-terminal` (401) unless the token is this terminal's. */
  async report(id: string, authorization: string | null, report: TerminalReport): Promise<void> {
    await this.requireTerminal(id, authorization);
    await this.#services.terminals.saveReport(id, report, new Date(this.#services.now()).toISOString());
  }

  /** Throws `http.unknown-terminal` (401) unless the token is this terminal's. */
  async requireTerminal(id: string, authorization: string | null): Promise<void> {
    const token = /^Bearer ([\w-]{20,100})$/.exec(authorization ?? '')?.[1];
    const terminal = await this.#services.terminals.find(id);
    if (terminal === null || token === undefined || !isSameHash(hashToken(token), terminal.tokenHash)) {
      refuse('http.unknown-terminal');
    }
  }

  async list(language: Language): Promise<TerminalList> {
    const terminals = await this.#services.terminals.all();
    return { terminals: terminals.map((terminal) => viewTerminal(terminal, this.#services.now(), language)) };
  }

  async counts(): Promise<FleetCounts> {
    const { terminals, release, now } = this.#services;
    return countFleet(await terminals.all(), await release.currentVersion(), now());
  }

  #secret(bytes: number): string {
    return Buffer.from(this.#services.randomBytes(bytes)).toString('base64url');
  }
}

/** SHA-256 in lower-case hex: tokens are random, so no slow hash is needed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function isSameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

function viewTerminal(
  terminal: StoredTerminal,
  nowMs: number,
  language: Language,
): TerminalList['terminals'][number] {
  const { id, name, enrolledAt, lastSeenAt, report, screen } = terminal;
  const problem = report?.problem ?? null;
  return {
    id,
    name,
    enrolledAt,
    lastSeenAt,
    isSilent: isSilent(terminal, nowMs),
    version: report?.version ?? null,
    problem: problem === null ? null : { ...problem, message: describeReported(problem.code, language) },
    usedBytes: report?.usedBytes ?? null,
    screen,
  };
}

/** A terminal may be newer than the hub: a code unknown here is shown as it is. */
function describeReported(code: string, language: Language): string {
  return Object.hasOwn(errorMessages, code) ? describeError(code as ErrorCode, {}, language) : code;
}
