// The little of the peers' packages the benchmarks use, so that types check before they are installed.

declare module '@sqlite.org/sqlite-wasm' {
  interface Database {
    exec(options: {
      readonly sql: string;
      readonly bind?: readonly unknown[];
      readonly rowMode?: number;
      readonly returnValue?: 'resultRows';
    }): unknown[];
  }
  interface Pool {
    importDb(name: string, next: () => Promise<Uint8Array | undefined>): Promise<number>;
    readonly OpfsSAHPoolDb: new (name: string) => Database;
  }
  export default function init(): Promise<{
    installOpfsSAHPoolVfs(options: { readonly initialCapacity: number }): Promise<Pool>;
  }>;
}

declare module 'flexsearch' {
  export class Index {
    constructor(options: object);
    add(id: number, text: string): void;
    search(text: string, options: { readonly limit: number }): readonly number[];
    export(take: (key: string, data: string | undefined) => Promise<void>): Promise<void>;
    import(key: string, data: string): void;
  }
}

declare module 'minisearch' {
  interface Options {
    readonly fields: readonly string[];
    readonly tokenize: (text: string) => string[];
    readonly processTerm: (term: string) => string;
  }
  export default class MiniSearch {
    constructor(options: Options);
    add(document: { readonly id: number; readonly text: string }): void;
    search(text: string, options: object): readonly { readonly id: number }[];
    static loadJSONAsync(json: string, options: Options): Promise<MiniSearch>;
  }
}
