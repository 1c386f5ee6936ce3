// Reads a body part by part into an element: the first at once, the rest while the visitor already reads.
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { type AppError, toAppError } from '#shared/errors/app-error.ts';
import { type BodyMark, findMarks, joinMarks } from '../components/body-articles.ts';
import { sanitiseBody } from '../components/sanitise-body.ts';
import type { KioskEngine } from '../engine/engine.ts';
import { ArticleFinder } from './article-finder.ts';
import { useEngine } from './engine-context.ts';
import type { Passage } from './passage.ts';
import { PassageFinder } from './passage-finder.ts';

export interface BodyView {
  readonly shownParts: number;
  readonly marks: readonly BodyMark[];
  readonly error: AppError | null;
}

/** Lets the browser paint and answer touches between two parts. */
export function pause(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Adds a part of a body, cleaned, to its container. */
export function appendPart(container: HTMLElement, html: string): HTMLElement {
  const part = document.createElement('div');
  part.className = 'body__part';
  part.append(sanitiseBody(html));
  container.append(part);
  return part;
}

async function readBody(
  engine: KioskEngine,
  record: CatalogueRecord,
  container: HTMLElement,
  cancel: AbortSignal,
  finder: PassageFinder | ArticleFinder | null,
  show: (view: BodyView) => void,
): Promise<void> {
  const parts = record.body?.parts ?? 0;
  const marks: BodyMark[] = [];
  for (let number = 0; number < parts; number += 1) {
    const html = await engine.bodyPart(record.id, number, cancel);
    if (cancel.aborted) return;
    const part = appendPart(container, html);
    marks.push(...findMarks(part));
    finder?.look(part);
    show({ shownParts: number + 1, marks: joinMarks(marks), error: null });
    await pause();
  }
  finder?.end();
}

/** Fills `container` with the body of `record`, tells how far it is, and goes to the passage or article asked for. */
export function useBody(
  record: CatalogueRecord,
  container: RefObject<HTMLElement | null>,
  passage: Passage | null,
  article: string | null = null,
): BodyView {
  const engine = useEngine();
  const [view, setView] = useState<BodyView>({ shownParts: 0, marks: [], error: null });
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const cancel = new AbortController();
    element.replaceChildren();
    setView({ shownParts: 0, marks: [], error: null });
    const finder =
      passage !== null
        ? new PassageFinder(passage, cancel.signal)
        : article === null
          ? null
          : new ArticleFinder(article, cancel.signal);
    readBody(engine, record, element, cancel.signal, finder, setView).catch((thrown) => {
      if (!cancel.signal.aborted) setView((before) => ({ ...before, error: toAppError(thrown) }));
    });
    return () => cancel.abort();
  }, [engine, record.id, record.version]);
  return view;
}
