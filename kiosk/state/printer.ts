// Which printer stands beside this terminal, as staff said; without one nobody is offered a card.
import { signal } from '@preact/signals';
import { readStored, writeStored } from './session-value.ts';

/** A receipt printer for rolls of 80 mm, or one for sheets of A4. */
export const printers = ['none', 'receipt', 'a4'] as const;
export type Printer = (typeof printers)[number];

const key = 'mingchuang.printer';
const local = () => localStorage;

export const printer = signal<Printer>('none');

/** Takes up what staff set before. */
export function startPrinter(): void {
  const stored = readStored(local, key);
  printer.value = printers.find((one) => one === stored) ?? 'none';
}

/** Keeps what staff set, for this terminal alone. */
export function choosePrinter(chosen: Printer): void {
  printer.value = chosen;
  writeStored(local, key, chosen === 'none' ? null : chosen);
}
