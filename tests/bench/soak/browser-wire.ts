// The wire to a browser's debugger: commands out, answers and events in.

export interface BrowserWire {
  /** Throws what the browser refuses, and when the connection ends first. */
  send(method: string, params?: object, sessionId?: string): Promise<Record<string, unknown>>;
  /** From now on keeps the parameters of an event; the answer gives those that came, and stops. */
  collect(event: string): () => readonly Record<string, unknown>[];
  close(): void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly resolve: (result: Record<string, unknown>) => void;
  readonly reject: (error: Error) => void;
}

export async function connectWire(address: string): Promise<BrowserWire> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(message: Message) => void>();
  let lastId = 0;
  const receive = (message: Message) => {
    if (message.id === undefined) for (const listener of listeners) listener(message);
    const call = waiting.get(message.id ?? 0);
    waiting.delete(message.id ?? 0);
    if (message.error) call?.reject(new Error(message.error.message));
    else call?.resolve(message.result ?? {});
  };
  socket.onmessage = ({ data }) => receive(JSON.parse(String(data)) as Message);
  socket.onclose = () => {
    for (const { reject } of waiting.values()) reject(new Error('The browser closed the connection.'));
  };
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  return {
    send: (method, params = {}, sessionId = undefined) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        socket.send(JSON.stringify({ id: lastId, method, params, sessionId }));
      }),
    collect: (event) => {
      const found: Record<string, unknown>[] = [];
      const listener = ({ method, params }: Message) => method === event && found.push(params ?? {});
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        return found;
      };
    },
    close: () => socket.close(),
  };
}
