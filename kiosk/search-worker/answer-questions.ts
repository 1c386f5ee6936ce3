// Holds one open generation and answers the page's questions about it.
import { AppError } from '#shared/errors/app-error.ts';
import type { Generation, SearchWorkerCalls, SearchWorkerEvent } from '#shared/protocol/worker-messages.ts';
import { parseManifest } from '#shared/release/parse-manifest.ts';
import type { PreloadingReader } from '#shared/search/open-catalogue.ts';
import { serveCalls } from '../engine/serve-calls.ts';
import { loadSoundAttachment } from '../store/attachment-store.ts';
import { loadKeptTime, persistKeptTime } from '../store/kept-time.ts';
import { KioskStore } from '../store/kiosk-store.ts';
import { warmMirrors } from '../store/mirror-files.ts';
import { tellOfQuestions } from '../store/question-signal.ts';
import { findGeneration } from '../store/release-store.ts';
import { namingGeneration } from './naming-generation.ts';
import { type OpenGeneration, openGeneration, type ShownTime } from './open-generation.ts';
import { ShownGeneration } from './shown-generation.ts';
import { ShownWatch } from './shown-watch.ts';
import { SteadyClock } from './steady-clock.ts';

const store = new KioskStore();
// Both take their time, and the first question waits for them: they begin before it is asked.
store.use(async () => undefined).catch(() => undefined);
warmMirrors();
const teller = tellOfQuestions();

const clock = new SteadyClock({
  wallTime: () => Date.now(),
  elapsed: () => performance.now(),
  // Without a store nothing is shown either; the next look keeps it. What is kept may know of a newer signature.
  keep: (time) =>
    void persistKeptTime(store, time).then(
      (kept) => clock.resume(kept),
      () => undefined,
    ),
});
const watch = new ShownWatch(() => clock.now());
const time: ShownTime = {
  now: () => clock.now(),
  raise: (timeMs) => clock.raise(timeMs),
  onChange: (version) => {
    clock.keep();
    const { now } = shown;
    if (now?.version === version) sendEvent({ type: 'shown', version, shownSince: now.reader.shownSince });
  },
};
const shown = new ShownGeneration(openAtLatestTime);

async function ask<T>(question: (reader: PreloadingReader) => Promise<T>): Promise<T> {
  const { version, reader, blocks, sound } = await shown.toAsk();
  try {
    const answer = await teller.during(() =>
      namingGeneration(version, () => blocks.distrusting(() => question(reader))),
    );
    await sound;
    return answer;
  } finally {
    forgetLastMatch();
  }
}

/**
 * JavaScript keeps the last text any pattern matched (`RegExp.$_`): what a visitor typed would stay until the next
 * one types. A match of nothing takes its place.
 */
function forgetLastMatch(): void {
  /^/.test('');
}

/** The page parses so many in one go, in a few milliseconds on a slow processor: a touch waits no longer for it. */
const agenciesAtOnce = 500;

/** How long nobody must have asked anything before the catalogue gets ready for the next question. */
const idleMs = 150;
let idleTimer: ReturnType<typeof setTimeout> | undefined;

function stopGettingReady(): void {
  clearTimeout(idleTimer);
  idleTimer = undefined;
}

/** A step at a time, for as long as no question comes. */
function getReadyWhenIdle(waitMs = idleMs): void {
  stopGettingReady();
  const generation = shown.now;
  idleTimer = setTimeout(async () => {
    const timer = idleTimer;
    const isUnfinished = (await generation?.reader.preload()) ?? false;
    if (isUnfinished && timer === idleTimer) getReadyWhenIdle(0);
  }, waitMs);
}

/** A newer release may be held than the one opened: its time was kept when it was installed. */
async function openAtLatestTime(generation: Generation): Promise<OpenGeneration | null> {
  const [kept, found] = await Promise.all([loadKeptTime(store), findGeneration(store, generation)]);
  clock.resume(kept);
  return found && (await openGeneration(store, found, time));
}

const sendEvent = serveCalls<SearchWorkerCalls, SearchWorkerEvent>(self, {
  open: async ({ generation }) => {
    if (!isSecureContext) throw new AppError('kiosk.insecure-context');
    const opened = await shown.open(generation);
    if (!opened) return null;
    watch.watch(opened.reader);
    getReadyWhenIdle();
    const { version, previousVersion, manifest, reader } = opened;
    return { version, previousVersion, manifest, shownSince: reader.shownSince };
  },
  agencies: async () => {
    const { version, loadManifest } = await shown.toAsk();
    // Read again rather than kept: it is asked for once, and would take two megabytes for good.
    const manifest = await loadManifest();
    if (!manifest) throw new AppError('kiosk.catalogue-unreadable', { version });
    const { agencies } = parseManifest(manifest);
    const pieces = Math.ceil(agencies.length / agenciesAtOnce);
    return Array.from({ length: pieces }, (_, at) =>
      JSON.stringify(agencies.slice(at * agenciesAtOnce, (at + 1) * agenciesAtOnce)),
    );
  },
  newestNotices: async ({ generation, limit }, signal) => {
    const found = await findGeneration(store, generation);
    if (!found) return [];
    const aside = await openGeneration(store, found, { ...time, onChange: () => undefined });
    try {
      const filters = { kind: ['notice'] };
      const { hits } = await aside.reader.search(
        { text: '', filters, sort: 'date', offset: 0, limit },
        signal,
      );
      await aside.sound;
      return hits.map(({ record }) => record);
    } finally {
      aside.close();
    }
  },
  search: async (query, signal) => {
    stopGettingReady();
    const result = await ask((reader) => reader.search(query, signal));
    getReadyWhenIdle();
    return JSON.stringify(result);
  },
  keypad: async ({ text, filters }, signal) => {
    stopGettingReady();
    const answer = await ask((reader) => reader.keypad(text, filters, signal));
    getReadyWhenIdle();
    return answer;
  },
  finds: async ({ texts, filters }, signal) => ask((reader) => reader.finds(texts, filters, signal)),
  keypadWithin: async ({ passages, letters }) => ask((reader) => reader.keypadWithin(passages, letters)),
  recordByCode: async ({ code }) => ask((reader) => reader.recordByCode(code)),
  time: async () => clock.now(),
  record: async ({ id }) => ask((reader) => reader.record(id)),
  bodyPart: async ({ id, part }) => ask((reader) => reader.bodyPart(id, part)),
  attachment: async ({ sha256 }) => {
    const blob = await loadSoundAttachment(store, sha256);
    if (!blob) throw new AppError('kiosk.attachment-missing');
    return blob;
  },
});
