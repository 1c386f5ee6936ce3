// Assembles the hub's web application from its services: guards, API, built pages, release files, phone pages.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { toAppError } from '#shared/errors/app-error.ts';
import { statusOf } from '#shared/errors/describe-error.ts';
import { isKioskPath, wallScreenPath } from '#shared/protocol/kiosk-paths.ts';
import { keepCasesTidy } from '../cases/keep-cases-tidy.ts';
import { keepDeadlinesFresh } from '../deadlines/keep-deadlines-fresh.ts';
import { keepPolling } from '../feeds/incoming/keep-polling.ts';
import { mountOpenData } from '../feeds/outgoing/mount-open-data.ts';
import { Fleet } from '../fleet/fleet.ts';
import { everyInterval, repeatWork, type Schedule } from '../fleet/repeat-work.ts';
import { keepTimestampFresh } from '../fleet/timestamp-refresher.ts';
import { type MountedPhone, mountPhone } from '../phone/mount-phone.ts';
import { clientAddress } from './client-address.ts';
import { previewPolicy } from './content-security-policy.ts';
import { CurrentRelease } from './current-release.ts';
import { GroupPreviews } from './group-previews.ts';
import { crossSiteGuard, hostGuard } from './host-guard.ts';
import type { HubEnv } from './hub-env.ts';
import type { HubServices } from './hub-services.ts';
import { ImportJobs } from './jobs/import-jobs.ts';
import { PublishJob } from './jobs/publish-job.ts';
import { ReleaseClock } from './jobs/release-clock.ts';
import { pickLanguage } from './language.ts';
import { mountRoutes } from './mount-routes.ts';
import { describeApi } from './openapi.ts';
import { problemResponse, refuse } from './problem.ts';
import { createRateLimits } from './rate-limits.ts';
import type { HubRuntime } from './route.ts';
import { apiRoutes } from './routes/index.ts';
import { securityHeaders } from './security-headers.ts';
import { SessionCookie } from './session-cookie.ts';
import { BuiltPages } from './static/built-pages.ts';
import { releaseFiles } from './static/release-files.ts';

const apiVersion = '1';
const previewSweepMs = 60_000;

/** The hub: `app` answers requests (without a socket too), `start` and `close` bracket its background work. */
export interface Hub {
  readonly app: Hono<HubEnv>;
  /** Empties the folder of uploads in flight and begins to keep timestamp and deadlines fresh and to let go what is due. */
  start(): Promise<void>;
  /** Cancels running jobs, waits for them, and lets go of the release. */
  close(): Promise<void>;
}

/** Nothing happens outside memory until a request comes or `start` is called. */
export function createHub(services: HubServices, schedule: Schedule = everyInterval): Hub {
  const runtime = createRuntime(services);
  const app = new Hono<HubEnv>();
  mountGuards(app, services);
  mountApi(app, runtime);
  const phone = mountPhone(app, runtime);
  mountOpenData(app, runtime);
  app.get('/release/*', releaseFiles(services.settings.releaseDir));
  mountPages(app, services.settings.distDir, phone);
  let stopRefreshing: (() => Promise<void>) | null = null;
  let stopCounting: (() => Promise<void>) | null = null;
  let stopClock: (() => Promise<void>) | null = null;
  let stopPolling: (() => Promise<void>) | null = null;
  let stopClosing: (() => Promise<void>) | null = null;
  let stopTidying: (() => Promise<void>) | null = null;
  return {
    app,
    async start() {
      await rm(services.settings.incomingDir, { recursive: true, force: true });
      stopRefreshing = keepTimestampFresh(services, schedule);
      services.lint.sweep();
      stopCounting = keepDeadlinesFresh(services, schedule);
      stopClock = runtime.releaseClock.start(schedule);
      stopPolling = keepPolling(services, schedule);
      await services.groupPreview.sweep();
      stopClosing = repeatWork(
        () => runtime.groupPreviews.closeIdle(),
        previewSweepMs,
        schedule,
        (cause) => services.log('previews of release groups could not be closed', cause),
      );
      stopTidying = keepCasesTidy(services, schedule);
    },
    async close() {
      await stopRefreshing?.();
      await stopCounting?.();
      await stopPolling?.();
      await stopTidying?.();
      await runtime.imports.close();
      const clockStopped = stopClock?.();
      await runtime.publishJob.cancel();
      await clockStopped;
      await stopClosing?.();
      await runtime.groupPreviews.close();
      await runtime.current.close();
      await services.lint.close();
    },
  };
}

function createRuntime(services: HubServices): HubRuntime {
  const publishJob = new PublishJob(services);
  return {
    services,
    imports: new ImportJobs(services),
    publishJob,
    releaseClock: new ReleaseClock(services, publishJob),
    fleet: new Fleet(services),
    limits: createRateLimits(services.now),
    current: new CurrentRelease(services),
    groupPreviews: new GroupPreviews(services),
    cookie: new SessionCookie(services.settings.publicUrl.startsWith('https:')),
  };
}

function mountGuards(app: Hono<HubEnv>, services: HubServices): void {
  const { publicUrl, allowedHosts, isBehindProxy } = services.settings;
  app.use(securityHeaders(publicUrl.startsWith('https:')));
  app.use(async (c, next) => {
    // Pages for the public speak Chinese first, like the terminal they were scanned from; programs may prefer.
    const preferred = c.req.path.startsWith('/api/') ? c.req.header('accept-language') : undefined;
    c.set('language', pickLanguage(preferred, c.req.query('lang')));
    c.set('address', clientAddress(c, isBehindProxy === true));
    await next();
  });
  app.use('/api/*', hostGuard(publicUrl, allowedHosts));
  app.use('/admin/*', hostGuard(publicUrl, allowedHosts));
  app.use(crossSiteGuard());
  app.onError((thrown, c) => {
    const error = toAppError(thrown);
    if (statusOf(error.code) >= 500)
      services.log(`${c.req.method} ${pathToLog(c.req.path)} failed`, error.cause ?? error);
    return problemResponse(error, c.get('language') ?? 'zh-CN');
  });
}

/** Ids of uploads are secrets of who made them, and what follows them in an address may be anything. */
const pathToLog = (path: string): string => path.replace(/^(\/api\/cases\/[a-z-]+)\/.*$/su, '$1/…');

function mountApi(app: Hono<HubEnv>, runtime: HubRuntime): void {
  const routes = apiRoutes(runtime.services);
  mountRoutes(app, routes, runtime);
  const description = JSON.stringify(describeApi(routes, apiVersion));
  app.get('/api/openapi.json', (c) =>
    c.body(description, 200, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-cache',
    }),
  );
}

/** Built files by their own path; the pages' own addresses by their `index.html`. */
function mountPages(app: Hono<HubEnv>, distDir: string, phone: MountedPhone): void {
  const kiosk = new BuiltPages(join(distDir, 'kiosk'));
  const admin = new BuiltPages(join(distDir, 'admin'));
  app.get('/admin', (c) => c.redirect('/admin/', 308));
  app.get('/admin/*', async (c) => {
    const path = new URL(c.req.url).pathname.slice('/admin/'.length);
    const file = path === '' ? null : await admin.answer(c.req.raw, path);
    if (file !== null) return file;
    return (isFileLike(path) ? null : await admin.answer(c.req.raw, 'index.html')) ?? noRoute(c.req.path);
  });
  app.get('/preview', async (c) => {
    const page = await kiosk.answer(c.req.raw, 'index.html', previewPolicy);
    page?.headers.set('x-frame-options', 'SAMEORIGIN');
    return page ?? noRoute(c.req.path);
  });
  app.get('/screen', (c) => c.redirect(`${wallScreenPath}${new URL(c.req.url).search}`, 308));
  app.get(
    wallScreenPath,
    async (c) => (await kiosk.answer(c.req.raw, 'screen/index.html')) ?? noRoute(c.req.path),
  );
  app.get('*', async (c) => {
    const { pathname } = new URL(c.req.url);
    const page = isKioskPath(pathname) ? 'index.html' : pathname.slice(1);
    const answer = await kiosk.answer(c.req.raw, page);
    return answer ?? (isReadByPerson(c, pathname) ? phone.noPage(c) : noRoute(pathname));
  });
  app.all('*', (c) => (c.req.path.startsWith('/api/') ? noRoute(c.req.path) : refuseMethod(c.req.method)));
}

/** A last segment with a dot is a file of its own; a missing one must not turn into a page. */
const isFileLike = (path: string) => /\.[^/]*$/.test(path);

/** A browser opening a page gets a page; programs, and the API in any case, get a problem. */
const isReadByPerson = (c: Context<HubEnv>, path: string) =>
  !path.startsWith('/api/') && !isFileLike(path) && /\btext\/html\b/.test(c.req.header('accept') ?? '');

const noRoute = (path: string): never => refuse('http.no-route', { path: path.slice(0, 100) });
const refuseMethod = (method: string): never =>
  refuse('http.method-not-allowed', { method: method.slice(0, 20) });
