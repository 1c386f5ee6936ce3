// The cookie that carries a session's secret.

/** Under https the `__Host-` prefix binds the cookie to this very host (RFC 6265bis §4.1.3.2). */
export class SessionCookie {
  readonly #isTls: boolean;

  constructor(isTls: boolean) {
    this.#isTls = isTls;
  }

  get name(): string {
    return this.#isTls ? '__Host-mingchuang' : 'mingchuang';
  }

  /** The Set-Cookie value that stores `token` for `maxAgeSeconds`. */
  store(token: string, maxAgeSeconds: number): string {
    return `${this.name}=${token}; Max-Age=${Math.floor(maxAgeSeconds)}; ${this.#attributes()}`;
  }

  /** The Set-Cookie value that removes it. */
  clear(): string {
    return `${this.name}=; Max-Age=0; ${this.#attributes()}`;
  }

  /** The token in a Cookie header, or null; only the characters our tokens have are accepted. */
  read(header: string | undefined): string | null {
    for (const pair of (header ?? '').slice(0, 8192).split(';')) {
      const [name, value] = pair.trim().split('=', 2);
      if (name === this.name && value !== undefined && /^[\w.~-]{16,200}$/.test(value)) return value;
    }
    return null;
  }

  #attributes(): string {
    return `HttpOnly; SameSite=Strict; ${this.#isTls ? 'Path=/; Secure' : 'Path=/api'}`;
  }
}
