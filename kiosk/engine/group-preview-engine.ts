// The engine behind the preview of a release group: the hub answers from the release that is not out yet.
import { type ReadonlySignal, signal } from '@preact/signals';
import { AppError, fromPlainError } from '#shared/errors/app-error.ts';
import type { PreviewQuestion } from '#shared/protocol/group-preview-api.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import { parseManifest } from '#shared/release/parse-manifest.ts';
import type { SearchQuery } from '#shared/search/types.ts';
import { closedOutbox } from '../outbox/closed-outbox.ts';
import type { EngineStatus, KioskEngine } from './engine.ts';
import { startingStatus } from './engine-status.ts';
import { fetchStaffAttachment } from './preview-engine.ts';

type Ask = (question: PreviewQuestion, signal?: AbortSignal) => Promise<unknown>;

/** Whoever is signed in at the desk asks; the hub checks what they may see. */
function askHub(groupId: string): Ask {
  const address = `/api/release-groups/${encodeURIComponent(groupId)}/preview`;
  let token: Promise<string> | null = null;
  return async (question, abort) => {
    token ??= fetchCsrfToken();
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf-token': await token },
      body: JSON.stringify(question),
      ...(abort ? { signal: abort } : {}),
    });
    const body = await response.json().catch(() => null);
    if (response.ok) return body?.answer;
    throw fromPlainError({ code: body?.code ?? 'kiosk.hub-unreachable', details: {} });
  };
}

async function fetchCsrfToken(): Promise<string> {
  const response = await fetch('/api/session');
  const session = response.ok ? await response.json() : null;
  return String(session?.csrfToken ?? '');
}

/** Begins at once; the phase is `starting` until the hub has built the preview. */
export function startGroupPreviewEngine(groupId: string): KioskEngine {
  const ask = askHub(groupId);
  const status = signal<EngineStatus>({ ...startingStatus, isHubReachable: true });
  const manifest = signal<ReleaseManifest | null>(null);
  const load = async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(await ask({ ask: 'manifest' })));
    const loaded = parseManifest(bytes);
    manifest.value = loaded;
    const { version, publishedAt: contentAsOf } = loaded;
    status.value = { ...status.value, phase: 'ready', version, contentAsOf };
  };
  const start = async () => {
    try {
      await load();
    } catch (thrown) {
      const error = thrown instanceof AppError ? thrown : new AppError('kiosk.hub-unreachable');
      const { code, details } = error;
      const lastProblem = { at: new Date().toISOString(), error: { code, details } };
      status.value = { ...status.value, phase: 'empty', lastProblem };
    }
  };
  void start();
  return {
    status: status as ReadonlySignal<EngineStatus>,
    manifest: manifest as ReadonlySignal<ReleaseManifest | null>,
    noticesAhead: signal([]),
    ...answers(ask),
    time: async () => Date.now(),
    attachment: fetchStaffAttachment,
    keepList: () => Promise.reject(new AppError('kiosk.hub-unreachable')),
    syncNow: start,
    showNewest: async () => {},
    installPack: async () => null,
    showGeneration: async () => {},
    settings: { load: async () => ({}), persist: async () => {} },
    outbox: closedOutbox,
    visitorLeft: () => {},
  };
}

type Answers = Pick<
  KioskEngine,
  'search' | 'keypad' | 'finds' | 'keypadWithin' | 'record' | 'recordByCode' | 'bodyPart'
>;

/** Filters that have values, as lists of their own. */
function copied(filters: SearchQuery['filters']) {
  const given = Object.entries(filters).filter(([, values]) => values !== undefined);
  return Object.fromEntries(given.map(([field, values]) => [field, [...(values ?? [])]]));
}

/** The hub answers with what the reader gave, so the shapes are the engine's own. */
function answers(ask: Ask): Answers {
  const answer = async <T>(question: PreviewQuestion, abort?: AbortSignal) =>
    (await ask(question, abort)) as T;
  return {
    search: ({ text, filters, sort, offset, limit }, abort) => {
      return answer({ ask: 'search', query: { text, filters: copied(filters), sort, offset, limit } }, abort);
    },
    keypad: (text, filters, abort) => answer({ ask: 'keypad', text, filters: copied(filters) }, abort),
    finds: (texts, filters, abort) =>
      answer({ ask: 'finds', texts: [...texts], filters: copied(filters) }, abort),
    keypadWithin: (passages, letters, abort) =>
      answer({ ask: 'keypadWithin', passages: [...passages], letters }, abort),
    record: (id, abort) => answer({ ask: 'record', id }, abort),
    recordByCode: (code, abort) => answer({ ask: 'recordByCode', code }, abort),
    bodyPart: (id, part, abort) => answer({ ask: 'bodyPart', id, part }, abort),
  };
}
