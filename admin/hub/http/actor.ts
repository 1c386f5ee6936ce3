// Who acts, as services and the audit trail know them.

/** Who does something, for the audit trail. Every service that takes an actor writes the audit entry itself. */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
}
