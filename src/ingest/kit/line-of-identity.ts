import { createHash } from "node:crypto";
import { HubError } from "../../domain/kit/errors";

/** Four numbers of 32 bits per slot: three of the hash, one of the line plus 1; 0 is a free slot. */
const width = 4;
const fullness = 0.8;

/** 26 million identities in 512 MB beside the heap, and half as much again while it grows. */
const maxSlots = 2 ** 25;

/** Three numbers of 32 bits. */
export type IdentityHash = Uint32Array;

/**
 * Remembers the first line of each identity, for millions of them: a table of numbers outside the heap, 16 bytes per
 * slot. An identity is recognised by 96 bits of its SHA-256: among 20 million the probability of any confusion is below
 * one in 10^14.
 */
export class LineOfIdentity {
  private table: Uint32Array;
  private count = 0;

  /** @param places initial size, a power of two; it doubles as needed. */
  constructor(
    private places = 1024,
    private readonly most = maxSlots,
  ) {
    this.table = new Uint32Array(places * width);
  }

  get(identity: IdentityHash): number | undefined {
    const at = this.placeOf(identity);
    const line = this.table[at + 3]!;
    return line === 0 ? undefined : line - 1;
  }

  /** @throws HubError SOURCE_UNREADABLE if the table is full. */
  set(identity: IdentityHash, line: number): void {
    const at = this.placeOf(identity);
    if (this.table[at + 3] === 0) this.count++;
    this.table.set(identity.subarray(0, 3), at);
    this.table[at + 3] = line + 1;
    if (this.count > this.places * fullness) this.grow();
  }

  /** The slot of the hash, or the first free one after its own. */
  private placeOf(hash: IdentityHash): number {
    const { table, places } = this;
    for (let place = hash[0]! & (places - 1); ; place = (place + 1) & (places - 1)) {
      const at = place * width;
      const same = table[at] === hash[0] && table[at + 1] === hash[1] && table[at + 2] === hash[2];
      if (same || table[at + 3] === 0) return at;
    }
  }

  private grow(): void {
    if (this.places * 2 > this.most)
      throw new HubError("SOURCE_UNREADABLE", "tooManyRecords", { most: this.count });
    const old = this.table;
    this.places *= 2;
    this.table = new Uint32Array(this.places * width);
    for (let at = 0; at < old.length; at += width) {
      if (old[at + 3] === 0) continue;
      const entry = old.subarray(at, at + width);
      this.table.set(entry, this.placeOf(entry));
    }
  }
}

export function identityHash(identity: string): IdentityHash {
  const digest = createHash("sha256").update(identity).digest();
  return Uint32Array.of(digest.readUInt32LE(0), digest.readUInt32LE(4), digest.readUInt32LE(8));
}
