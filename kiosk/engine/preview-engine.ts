// The engine behind the desk's live preview: it holds the one record the framing admin page sent, and nothing else.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { RecordDetails } from '#shared/catalogue/details.ts';
import { parseDetails } from '#shared/catalogue/details-schema.ts';
import { type CatalogueRecord, recordKinds } from '#shared/catalogue/record.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type RecordInput, recordInputSchema } from '#shared/protocol/hub-api.ts';
import { previewMessageType } from '#shared/protocol/preview.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import type { SearchResult } from '#shared/search/types.ts';
import { closedOutbox } from '../outbox/closed-outbox.ts';
import type { EngineStatus, KioskEngine } from './engine.ts';
import { startingStatus } from './engine-status.ts';

/** The record as it is typed: the title may still be empty, the details may still be incomplete. */
const typedSchema = recordInputSchema.extend({ title: recordInputSchema.shape.summary });

interface Shown {
  readonly record: CatalogueRecord;
  readonly html: string;
}

/** The desk's hub is there by definition; nothing else of a terminal's state applies. */
const nobodyYet: EngineStatus = { ...startingStatus, isHubReachable: true };

const noResult: SearchResult = {
  total: 0,
  totalIsLowerBound: false,
  hits: [],
  facets: { kind: [], agency: [], topic: [], year: [], validity: [], facet1: [], facet2: [], facet3: [] },
  facetsAreEstimates: false,
  alsoSearched: [],
};

function detailsOf(input: RecordInput): RecordDetails | null {
  const parsed = parseDetails(input.kind, input.details);
  return parsed.ok ? parsed.details : null;
}

/** `round` makes every message a record of its own, so that the screen reads the body anew. */
function shownOf(input: RecordInput, agencyName: string, version: number, round: number): Shown {
  const { bodyHtml, details: _, ...header } = input;
  const record: CatalogueRecord = {
    ...header,
    id: `preview-${round}`,
    code: '00000000',
    version,
    agencyName,
    details: detailsOf(input),
    body: bodyHtml === '' ? null : { parts: 1, characters: bodyHtml.length },
  };
  return { record, html: bodyHtml };
}

function manifestOf(): ReleaseManifest {
  const byKind = Object.fromEntries(recordKinds.map((kind) => [kind, 0])) as ReleaseManifest['byKind'];
  return {
    format: 1,
    version: 1,
    publishedAt: new Date().toISOString(),
    note: '',
    publicUrl: location.origin,
    venue: { name: '', region: '', address: null, phone: null, hours: null, supervisionPhone: null },
    agencies: [],
    tree: [],
    synonyms: [],
    records: 0,
    byKind,
    segments: [],
    attachments: [],
  };
}

function readMessage(
  event: MessageEvent,
): { input: RecordInput; agencyName: string; version: number } | null {
  if (event.origin !== location.origin || event.source !== parent) return null;
  if (event.data?.type !== previewMessageType.content) return null;
  const parsed = typedSchema.safeParse(event.data.content);
  if (!parsed.success) return null;
  return {
    input: parsed.data,
    agencyName: String(event.data.agencyName),
    version: Number(event.data.version) || 1,
  };
}

/** From the desk's own store, where files lie that no release carries yet. */
export async function fetchStaffAttachment(sha256: string): Promise<Blob> {
  const response = await fetch(`/api/attachments/${sha256}`).catch(() => null);
  if (!response?.ok) throw new AppError('kiosk.attachment-missing');
  return await response.blob();
}

/** Listens to the admin page that frames this one; until it speaks the phase is `starting`. */
export function startPreviewEngine(): KioskEngine {
  const status = signal<EngineStatus>(nobodyYet);
  const manifest = signal<ReleaseManifest | null>(null);
  let shown: Shown | null = null;
  let round = 0;
  addEventListener('message', (event) => {
    const message = readMessage(event);
    if (!message) return;
    round += 1;
    shown = shownOf(message.input, message.agencyName, message.version, round);
    manifest.value ??= manifestOf();
    status.value = { ...nobodyYet, phase: 'ready', version: round, contentAsOf: manifest.value.publishedAt };
  });
  if (parent !== window) parent.postMessage({ type: previewMessageType.ready }, location.origin);
  return {
    status: status as ReadonlySignal<EngineStatus>,
    manifest: manifest as ReadonlySignal<ReleaseManifest | null>,
    search: async () => noResult,
    keypad: async (text) => ({
      text,
      words: [],
      letters: '',
      digits: '',
      findsSomething: false,
      resultsText: text,
    }),
    finds: async (texts) => texts.map(() => false),
    keypadWithin: async (_, letters) => ({ letters, words: [], next: '' }),
    recordByCode: async () => null,
    record: async () => shown?.record ?? null,
    bodyPart: async () => shown?.html ?? '',
    attachment: fetchStaffAttachment,
    keepList: () => Promise.reject(new AppError('kiosk.hub-unreachable')),
    syncNow: async () => {},
    noticesAhead: signal([]),
    showNewest: async () => {},
    installPack: async () => null,
    showGeneration: async () => {},
    settings: { load: async () => ({}), persist: async () => {} },
    outbox: closedOutbox,
    time: async () => Date.now(),
    visitorLeft: () => {},
  };
}
