// Reads pieces one after the other. It never pauses an engine, which few do reliably: it stops and starts the piece anew.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { SpokenLanguage } from './voices.ts';

/** One sentence as it is spoken. */
export interface Piece {
  readonly text: string;
  readonly language: SpokenLanguage;
  /** Where it stands on the screen. */
  readonly range: Range | null;
}

/** `failed`: the engine gave up or fell silent. */
export type Outcome = 'spoken' | 'failed';

/** Speaks one piece and says once how it went; the answer stops it, after which it says nothing. */
export type Speak = (
  piece: Piece,
  settings: { readonly rate: number; readonly volume: number },
  done: (outcome: Outcome) => void,
) => () => void;

/** Times the engine's own pace, from slow to fast, and shares of its full volume. */
const rates = [0.6, 0.8, 1, 1.25, 1.5] as const;
const volumes = [0.25, 0.5, 0.75, 1] as const;
const usualRate = 2;
const usualVolume = 2;

export type ReaderState = 'silent' | 'reading' | 'paused' | 'failed';

export class Reader {
  readonly state: ReadonlySignal<ReaderState>;
  /** The piece being read or waiting to be read on; null while silent. */
  readonly piece: ReadonlySignal<Piece | null>;
  readonly rateStep = signal(usualRate);
  readonly volumeStep = signal(usualVolume);
  private readonly now = signal<ReaderState>('silent');
  private readonly at = signal(0);
  private readonly pieces = signal<readonly Piece[]>([]);
  private collect: () => readonly Piece[] = () => [];
  private cancel: () => void = () => {};
  private readonly speak: Speak;

  constructor(speak: Speak) {
    this.speak = speak;
    this.state = this.now;
    this.piece = computed(() => {
      const isOpen = this.now.value === 'reading' || this.now.value === 'paused';
      return isOpen ? (this.pieces.value[this.at.value] ?? null) : null;
    });
  }

  /** Reads what `collect` gives; at the end it is asked again, because screens grow while they are read. */
  start(collect: () => readonly Piece[]): void {
    this.collect = collect;
    this.pieces.value = collect();
    this.at.value = 0;
    this.say();
  }

  pause(): void {
    if (this.now.peek() !== 'reading') return;
    this.cancel();
    this.now.value = 'paused';
  }

  resume(): void {
    if (this.now.peek() === 'paused') this.say();
  }

  /** The current piece from its beginning, also when paused. */
  repeat(): void {
    if (this.piece.peek()) this.say();
  }

  stop(): void {
    this.cancel();
    this.now.value = 'silent';
    this.pieces.value = [];
    this.collect = () => [];
  }

  /** Stops, and speaks to the next visitor as it does to everybody. */
  reset(): void {
    this.stop();
    this.rateStep.value = usualRate;
    this.volumeStep.value = usualVolume;
  }

  changeRate(steps: 1 | -1): void {
    this.rateStep.value = within(this.rateStep.peek() + steps, rates.length);
    if (this.now.peek() === 'reading') this.say();
  }

  changeVolume(steps: 1 | -1): void {
    this.volumeStep.value = within(this.volumeStep.peek() + steps, volumes.length);
    if (this.now.peek() === 'reading') this.say();
  }

  readonly isSlowest = computed(() => this.rateStep.value === 0);
  readonly isFastest = computed(() => this.rateStep.value === rates.length - 1);
  readonly isQuietest = computed(() => this.volumeStep.value === 0);
  readonly isLoudest = computed(() => this.volumeStep.value === volumes.length - 1);

  private say(): void {
    this.cancel();
    const piece = this.pieces.peek()[this.at.peek()];
    if (!piece) {
      this.end();
      return;
    }
    this.now.value = 'reading';
    const settings = {
      rate: rates[this.rateStep.peek()] ?? 1,
      volume: volumes[this.volumeStep.peek()] ?? 1,
    };
    this.cancel = this.speak(piece, settings, (outcome) => {
      this.cancel = () => {};
      if (outcome === 'failed') this.now.value = 'failed';
      else this.next();
    });
  }

  private next(): void {
    this.at.value += 1;
    this.say();
  }

  /** Goes on when more has come since; what was read stays where it was. */
  private end(): void {
    const grown = this.collect();
    if (grown.length > this.pieces.peek().length) {
      this.pieces.value = grown;
      this.say();
    } else this.stop();
  }
}

function within(step: number, count: number): number {
  return Math.min(Math.max(step, 0), count - 1);
}
