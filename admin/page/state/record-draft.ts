// One record being edited: what the form holds, what is stored, and saving without losing anybody's words.
import { useEffect, useState } from 'preact/hooks';
import { type RecordDetail, type RecordInput, recordDetailSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';

/** A new document of nobody yet. */
export const emptyContent: RecordInput = {
  kind: 'document',
  title: '',
  agencyId: '',
  docNo: null,
  indexNo: null,
  date: null,
  publishedOn: null,
  topic: null,
  genre: null,
  nodeId: null,
  matterId: null,
  summary: '',
  keywords: [],
  validity: 'unknown',
  expiresOn: null,
  bodyHtml: '',
  details: null,
  attachments: [],
};

export interface RecordDraftState {
  /** Null while loading, and for a new record until it is first saved. */
  readonly stored: RecordDetail | null;
  readonly content: RecordInput;
  readonly isLoading: boolean;
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  readonly error: unknown;
  readonly change: (change: Partial<RecordInput>) => void;
  /** Saves; resolves with the stored record, or null when it was refused. */
  readonly save: () => Promise<RecordDetail | null>;
  readonly reload: () => void;
}

const keptPrefix = 'mingchuang-draft-';

/** What was typed and not saved survives a reload of the page, in this browser only. */
function readKept(id: string, baseVersion: number): RecordInput | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keptPrefix + id) ?? 'null');
    return kept?.baseVersion === baseVersion ? kept.content : null;
  } catch {
    return null;
  }
}

function keep(id: string, baseVersion: number, content: RecordInput | null): void {
  try {
    if (content) sessionStorage.setItem(keptPrefix + id, JSON.stringify({ baseVersion, content }));
    else sessionStorage.removeItem(keptPrefix + id);
  } catch {
    // A full or forbidden session store only costs the safety net; saving to the hub still works.
  }
}

/** Edits the record with this id, or a new one for `new`. */
export function useRecordDraft(id: string): RecordDraftState {
  const [stored, setStored] = useState<RecordDetail | null>(null);
  const [content, setContent] = useState<RecordInput>(emptyContent);
  const [isLoading, setLoading] = useState(true);
  const [isSaving, setSaving] = useState(false);
  const [isChanged, setChanged] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  const baseVersion = stored?.version ?? 0;

  const show = (detail: RecordDetail | null) => {
    const kept = readKept(id, detail?.version ?? 0);
    setStored(detail);
    setContent(kept ?? detail?.content ?? emptyContent);
    setChanged(kept !== null);
    setLoading(false);
  };

  useEffect(() => {
    const controller = new AbortController();
    setLoading(true);
    setError(null);
    if (id === 'new') show(null);
    else {
      request('GET', `/records/${id}`, recordDetailSchema, { signal: controller.signal }).then(
        show,
        (failure) => {
          if (controller.signal.aborted) return;
          setError(failure);
          setLoading(false);
        },
      );
    }
    return () => controller.abort();
  }, [id, round]);

  const change = (part: Partial<RecordInput>) => {
    const next = { ...content, ...part };
    setContent(next);
    setChanged(true);
    keep(id, baseVersion, next);
  };

  const save = async () => {
    setSaving(true);
    setError(null);
    try {
      const detail = stored
        ? await request('PUT', `/records/${stored.id}`, recordDetailSchema, {
            body: { ...content, baseVersion },
          })
        : await request('POST', '/records', recordDetailSchema, { body: content });
      keep(id, baseVersion, null);
      show(detail);
      return detail;
    } catch (failure) {
      setError(failure);
      return null;
    } finally {
      setSaving(false);
    }
  };

  const reload = () => {
    keep(id, baseVersion, null);
    setRound((count) => count + 1);
  };
  return { stored, content, isLoading, isChanged, isSaving, error, change, save, reload };
}
