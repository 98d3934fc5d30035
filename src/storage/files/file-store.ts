/** A file that a store has. */
export interface StoredFile {
  readonly name: string;
  /** When it was stored, in milliseconds since 1970. */
  readonly storedAt: number;
}

/** Bytes of a file, both ends included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** How a client is to take a file that it fetches itself. */
interface FetchedAs {
  readonly fileName: string;
  readonly mediaType: string;
  /** Whether what is stored is the compressed form. */
  readonly isZipped: boolean;
}

/**
 * Where finished files lie: a folder on a server, a bucket at AWS. A name is a path of letters, digits and `. - _`, with `/` between its
 * parts. A file is whole or not there: readers never see half of one.
 */
export interface FileStore {
  has(name: string): Promise<boolean>;
  /** Moves a finished file of this machine into the store; it replaces one of the same name. */
  take(name: string, from: string, mediaType: string): Promise<void>;
  /** Stores a short text; it replaces one of the same name. */
  write(name: string, text: string): Promise<void>;
  /** A short text; `null` if there is no such file. */
  read(name: string): Promise<string | null>;
  /** The bytes of a file, or a part of them; `null` if there is no such file. */
  open(name: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | null>;
  /** An address from which clients get the file themselves for some minutes; `null` if they cannot. */
  addressOf(name: string, as: FetchedAs): Promise<string | null>;
  /** Files whose name begins with some text. */
  list(prefix: string): Promise<readonly StoredFile[]>;
  remove(names: readonly string[]): Promise<void>;
}
