// Feeds XML to a streaming parser without ever holding it whole; document type declarations are refused.
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { AppError } from '../errors/app-error.ts';
import type { Breathe } from './opened-archive.ts';

export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** A parser of one XML part: push the bytes, call `finish` at their end. Names come without prefixes. */
export class XmlStream {
  private readonly parser = new SaxesParser({ xmlns: false, position: false });
  private readonly decoder = new TextDecoder();

  constructor(handlers: XmlHandlers) {
    this.parser.on('error', (error) => {
      throw new AppError('ingest.unreadable', { reason: 'XML' }, { cause: error });
    });
    this.parser.on('doctype', () => {
      throw new AppError('ingest.unreadable', { reason: 'DOCTYPE' });
    });
    const { open, close, text } = handlers;
    if (open) this.parser.on('opentag', (tag: SaxesTagPlain) => open(localName(tag.name), tag.attributes));
    if (close) this.parser.on('closetag', (tag: SaxesTagPlain) => close(localName(tag.name)));
    if (text) this.parser.on('text', text);
  }

  push(chunk: Uint8Array): void {
    this.parser.write(this.decoder.decode(chunk, { stream: true }));
  }

  finish(): void {
    this.parser.write(this.decoder.decode());
    this.parser.close();
  }
}

/** Parses a whole part, giving way to other work between chunks. */
export async function parseXml(
  chunks: AsyncIterable<Uint8Array>,
  breathe: Breathe,
  handlers: XmlHandlers,
): Promise<void> {
  const stream = new XmlStream(handlers);
  for await (const chunk of chunks) {
    stream.push(chunk);
    await breathe();
  }
  stream.finish();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
