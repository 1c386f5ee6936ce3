// Records that any of very many cursors has: those behind are moved on, the others are not looked at.
import { type DocCursor, end, OrCursor, wait } from './doc-cursor.ts';

/** Up to so many are looked through faster one by one. */
const fewCursors = 8;

/** Records that any cursor has. */
export function anyOf(cursors: readonly DocCursor[]): DocCursor {
  if (cursors.length === 1) return cursors[0] as DocCursor;
  return cursors.length > fewCursors ? new ManyCursor(cursors) : new OrCursor(cursors);
}

/** The cursors as a heap by the record they stand at. */
class ManyCursor extends OrCursor {
  readonly #heap: DocCursor[];

  constructor(cursors: readonly DocCursor[]) {
    const heap = [...cursors];
    super(heap);
    this.#heap = heap;
  }

  override advance(target: number): number {
    if (this.doc >= target) return this.doc;
    const heap = this.#heap;
    for (let first = heap[0]; first !== undefined && first.doc < target; first = heap[0]) {
      if (first.advance(target) === wait) return this.#noteAll(target);
      this.#sink();
    }
    this.doc = heap[0]?.doc ?? end;
    return this.doc;
  }

  /** Lets all that are behind tell what they lack, so that it is read in one go. */
  #noteAll(target: number): number {
    const heap = this.#heap;
    for (const cursor of heap) if (cursor.doc < target) cursor.advance(target);
    heap.sort((a, b) => a.doc - b.doc);
    return wait;
  }

  #sink(): void {
    const heap = this.#heap;
    const moved = heap[0] as DocCursor;
    let at = 0;
    for (let child = 1; child < heap.length; child = at * 2 + 1) {
      const right = heap[child + 1];
      if (right !== undefined && right.doc < (heap[child] as DocCursor).doc) child++;
      if ((heap[child] as DocCursor).doc >= moved.doc) break;
      heap[at] = heap[child] as DocCursor;
      at = child;
    }
    heap[at] = moved;
  }
}
