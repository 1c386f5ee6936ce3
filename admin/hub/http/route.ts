// How one route of the API is declared: its schemas are the single source for checking, types and OpenAPI.
import type * as z from 'zod';
import type { Act } from '#shared/accounts/acts.ts';
import type { Language } from '#shared/errors/app-error.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { CurrentRelease } from './current-release.ts';
import type { GroupPreviews } from './group-previews.ts';
import type { ActiveSession, Actor, HubServices } from './hub-services.ts';
import type { ImportJobs } from './jobs/import-jobs.ts';
import type { PublishJob } from './jobs/publish-job.ts';
import type { ReleaseClock } from './jobs/release-clock.ts';
import type { RateLimits } from './rate-limits.ts';
import type { SessionCookie } from './session-cookie.ts';

export type Method = 'get' | 'post' | 'put' | 'delete';

/** Who may call: anyone, a terminal with its token (checked by the handler), or staff who may do this act. */
export type Access = 'public' | 'terminal' | Act;

/** What handlers reach, made once per hub. */
export interface HubRuntime {
  readonly services: HubServices;
  readonly imports: ImportJobs;
  readonly publishJob: PublishJob;
  readonly releaseClock: ReleaseClock;
  readonly fleet: Fleet;
  readonly limits: RateLimits;
  readonly current: CurrentRelease;
  readonly groupPreviews: GroupPreviews;
  readonly cookie: SessionCookie;
}

/** One request, as a handler sees it. */
export interface Call extends HubRuntime {
  readonly request: Request;
  readonly language: Language;
  readonly address: string;
  readonly params: Readonly<Record<string, string>>;
  /** Headers added to the answer. */
  readonly headers: Headers;
}

/** A call on a staff route: there is a session. */
export interface StaffCall extends Call {
  readonly session: ActiveSession;
  readonly actor: Actor;
}

export type DeepReadonly<T> = T extends (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

interface RouteBase {
  readonly method: Method;
  /** Hono pattern, e.g. `/api/records/:id`. */
  readonly path: string;
  /** One line for the API description. */
  readonly summary: string;
  /** Status of a good answer; 200 unless told. */
  readonly status?: 200 | 201 | 202 | 204;
  /** Bound of a JSON body; 64 KB unless told. */
  readonly maxBodyBytes?: number;
  /** `multipart` and `binary` bodies are read by the handler itself; `binary` answers are its own Response. */
  readonly consumes?: 'json' | 'multipart' | 'binary';
  readonly produces?: 'json' | 'binary' | 'nothing';
  /** A token a program must show, beside whoever else may call; checked by `admit`. */
  readonly bearer?: 'push' | 'terminal';
  /** Refuses a call before its body is read. */
  readonly admit?: (call: Call) => Promise<void>;
}

type CallOf<A extends Access> = A extends 'public' | 'terminal' ? Call : StaffCall;

interface RouteSpec<
  A extends Access,
  Body extends z.ZodType,
  Query extends z.ZodType,
  Answer extends z.ZodType,
> extends RouteBase {
  readonly access: A;
  readonly body?: Body;
  readonly query?: Query;
  readonly answer?: Answer;
  readonly handle: (
    call: CallOf<A>,
    input: { readonly body: z.output<Body>; readonly query: z.output<Query> },
  ) => Promise<DeepReadonly<z.input<Answer>> | Response | undefined>;
}

/** A route with its types folded away, as the table holds it. */
export interface Route extends RouteBase {
  readonly access: Access;
  readonly body: z.ZodType | null;
  readonly query: z.ZodType | null;
  readonly answer: z.ZodType | null;
  readonly handle: (
    call: Call,
    input: { readonly body: unknown; readonly query: unknown },
  ) => Promise<unknown>;
}

/** Declares a route; body, query and answer are typed from their schemas. */
export function defineRoute<
  const A extends Access,
  Body extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Answer extends z.ZodType = z.ZodUndefined,
>(spec: RouteSpec<A, Body, Query, Answer>): Route {
  return {
    ...spec,
    body: spec.body ?? null,
    query: spec.query ?? null,
    answer: spec.answer ?? null,
    // The gate has put a session into the call of a staff route, and the schemas have checked the input.
    handle: spec.handle as Route['handle'],
  };
}
