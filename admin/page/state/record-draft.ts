// One record being edited: what the form holds, what is stored, and saving without losing anybody's words.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type RecordDetail, type RecordInput, recordDetailSchema } from '#shared/protocol/hub-api.ts';
import { RequestError, request } from '../api/client.ts';
import { keepDraft, readKeptDraft } from './kept-drafts.ts';
import { type ContentField, canJoin, joinField, mergeDrafts } from './merge-drafts.ts';
import { isSameBody } from './same-body.ts';
import { isSameValue } from './same-value.ts';

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
  shown: null,
  bodyHtml: '',
  details: null,
  attachments: [],
};

/** What somebody else saved while this form was open, and the fields both changed. */
export interface Overtaken {
  readonly by: string;
  readonly version: number;
  readonly mine: RecordInput;
  readonly theirs: RecordInput;
  readonly clashes: readonly ContentField[];
}

interface DraftView {
  /** Null while loading, and for a new record until it is first saved. */
  readonly stored: RecordDetail | null;
  readonly content: RecordInput;
  /** Counts up whenever the body was replaced by something other than typing. */
  readonly bodyRevision: number;
  readonly overtaken: Overtaken | null;
  /** True when the form opened with words kept from before. */
  readonly isRestored: boolean;
}

export interface RecordDraftState extends DraftView {
  readonly isLoading: boolean;
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  readonly error: unknown;
  readonly change: (change: Partial<RecordInput>) => void;
  /** For a field both changed: whose words the form holds from now on. */
  readonly choose: (field: ContentField, whose: 'mine' | 'theirs' | 'both') => void;
  /** Saves; resolves with the stored record, or null when it was refused. */
  readonly save: () => Promise<RecordDetail | null>;
  /** Gives up what was typed and shows what is stored. */
  readonly discard: () => void;
  /** Takes over what the hub answered to an act on this record, such as an approval. */
  readonly refresh: () => Promise<void>;
}

const nothing: DraftView = {
  stored: null,
  content: emptyContent,
  bodyRevision: 0,
  overtaken: null,
  isRestored: false,
};

const baseOf = (stored: RecordDetail | null) => stored?.content ?? emptyContent;
const isConflict = (error: unknown) =>
  error instanceof RequestError && error.problem.code === 'store.conflict';
const fetchRecord = (id: string, signal?: AbortSignal) =>
  request('GET', `/records/${id}`, recordDetailSchema, signal ? { signal } : {});

/** What I typed on `base`, carried over to the record as it stands now. */
function overtake(base: RecordInput, mine: RecordInput, newest: RecordDetail): Partial<DraftView> {
  const { content, clashes } = mergeDrafts(base, mine, newest.content);
  const { updatedBy: by, version } = newest;
  return { stored: newest, content, overtaken: { by, version, mine, theirs: newest.content, clashes } };
}

function sendContent(stored: RecordDetail | null, content: RecordInput): Promise<RecordDetail> {
  if (!stored) return request('POST', '/records', recordDetailSchema, { body: content });
  const body = { ...content, baseVersion: stored.version };
  return request('PUT', `/records/${stored.id}`, recordDetailSchema, { body });
}

/** The form for a record as stored, with the words kept from before put in again. */
function openView(id: string, stored: RecordDetail | null): DraftView {
  const kept = readKeptDraft(id);
  const fresh = { ...nothing, stored, content: baseOf(stored) };
  if (!kept || isSameValue(kept.content, fresh.content)) return fresh;
  if (stored === null || kept.baseVersion === stored.version)
    return { ...fresh, content: kept.content, isRestored: true };
  return { ...fresh, ...overtake(kept.base, kept.content, stored), isRestored: true };
}

/** Edits the record with this id, or a new one for `new`. */
export function useRecordDraft(id: string): RecordDraftState {
  const [view, setView] = useState<DraftView>(nothing);
  const [isLoading, setLoading] = useState(true);
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const newest = useRef(view);

  /** Shows the change and keeps what is unsaved; a body that did not come from the editor opens it anew. */
  const update = (change: Partial<DraftView>, isBodyTyped = false) => {
    const before = newest.current;
    const next = { ...before, ...change };
    const isReopened = !isBodyTyped && next.content.bodyHtml !== before.content.bodyHtml;
    newest.current = isReopened ? { ...next, bodyRevision: before.bodyRevision + 1 } : next;
    setView(newest.current);
    const { stored, content } = newest.current;
    const base = baseOf(stored);
    const isUnsaved = !isSameValue(content, base);
    keepDraft(stored?.id ?? id, isUnsaved ? { baseVersion: stored?.version ?? 0, base, content } : null);
  };

  useEffect(() => {
    // A new record that was just saved has its address now and is already shown.
    if (newest.current.stored?.id === id) return;
    const controller = new AbortController();
    setLoading(true);
    setError(null);
    const open = (stored: RecordDetail | null) => {
      newest.current = { ...openView(id, stored), bodyRevision: newest.current.bodyRevision + 1 };
      setView(newest.current);
      setLoading(false);
    };
    if (id === 'new') open(null);
    else
      fetchRecord(id, controller.signal).then(open, (failure) => {
        if (controller.signal.aborted) return;
        setError(failure);
        setLoading(false);
      });
    return () => controller.abort();
  }, [id]);

  const meetOthers = async () => {
    const { stored } = newest.current;
    if (!stored) return;
    const theirs = await fetchRecord(stored.id);
    update(overtake(stored.content, newest.current.content, theirs));
  };

  const save = async () => {
    setSaving(true);
    setError(null);
    const { stored, content: sent } = newest.current;
    try {
      const detail = await sendContent(stored, sent);
      const { content: typed } = newest.current;
      // Words typed while the answer was under way are newer than it.
      const content = typed === sent ? detail.content : mergeDrafts(sent, typed, detail.content).content;
      keepDraft(id, null);
      const change = { stored: detail, content, overtaken: null, isRestored: false };
      update(change, isSameBody(typed.bodyHtml, content.bodyHtml));
      return detail;
    } catch (failure) {
      if (isConflict(failure)) await meetOthers().catch(setError);
      else setError(failure);
      return null;
    } finally {
      setSaving(false);
    }
  };

  const refresh = async () => {
    const { stored } = newest.current;
    if (!stored) return;
    const fresh = await fetchRecord(stored.id);
    if (fresh.version === stored.version) update({ stored: fresh });
    else update(overtake(stored.content, newest.current.content, fresh));
  };

  const choose = (field: ContentField, whose: 'mine' | 'theirs' | 'both') => {
    const { overtaken, content } = newest.current;
    if (!overtaken) return;
    const { mine, theirs } = overtaken;
    if (whose !== 'both') update({ content: { ...content, [field]: overtaken[whose][field] } });
    else if (canJoin(field)) update({ content: { ...content, ...joinField(field, mine, theirs) } });
  };

  return {
    ...view,
    isLoading,
    isChanged: !isSameValue(view.content, baseOf(view.stored)),
    isSaving,
    error,
    change: (part) => update({ content: { ...newest.current.content, ...part } }, true),
    choose,
    save,
    discard: () => update({ content: baseOf(newest.current.stored), overtaken: null, isRestored: false }),
    refresh,
  };
}
