// A program that works with a hub over HTTP as the admin page does, and outlives the hub's restarts.
import type * as z from 'zod';
import { sessionSchema } from '#shared/protocol/hub-api.ts';
import { adminPassword } from './hub.ts';

export class HubClient {
  /** Where the hub is now; a hub that was started again has another port. */
  url: string;
  private readonly headers: Record<string, string>;

  private constructor(url: string, headers: Record<string, string>) {
    this.url = url;
    this.headers = headers;
  }

  /** Signs in to a hub from `startHub`: as its administrator, or as an account of `createAccount`. */
  static async signIn(
    url: string,
    who: { readonly name: string; readonly password: string } = { name: 'admin', password: adminPassword },
  ): Promise<HubClient> {
    const answer = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: who.name, password: who.password }),
    });
    const { csrfToken } = sessionSchema.parse(await answer.json());
    const cookie = answer.headers.getSetCookie().map((entry) => entry.split(';', 1)[0]);
    return new HubClient(url, { cookie: cookie.join('; '), 'x-csrf-token': csrfToken });
  }

  /** Throws for any answer that is not a success, with what the hub said. */
  async ask<S extends z.ZodType>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    answer: S,
    body?: unknown,
  ): Promise<z.infer<S>> {
    const isForm = body instanceof FormData;
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { ...this.headers, ...(isForm ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return answer.parse(JSON.parse(text));
  }
}
