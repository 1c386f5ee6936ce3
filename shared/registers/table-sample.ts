// A table as a spreadsheet holds it, before anything is known about it.

/** A table as a spreadsheet holds it. */
export interface TableSample {
  /** Everything that stands above the headings, lines parted by line breaks; '' when nothing does. */
  readonly title: string;
  readonly headings: readonly string[];
  /** The first rows, a few hundred at most. */
  readonly sample: readonly (readonly string[])[];
}
