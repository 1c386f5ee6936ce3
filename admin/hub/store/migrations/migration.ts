// The shape of one numbered step of the store's schema.

/** Applied once, in order, each in a transaction of its own. A shipped migration is never edited. */
export interface Migration {
  /** Counts from 1 without gaps. */
  readonly number: number;
  readonly name: string;
  /** One SQL statement each. */
  readonly statements: readonly string[];
}
