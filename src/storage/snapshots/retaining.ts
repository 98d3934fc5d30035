import { NotLoaded } from "../engine/reader";
import type { Page } from "./page";
import type { BlobRef, Branch, Ref } from "./root";
import type { Parts } from "./snapshot";

/**
 * Parts of a store that stay in memory as long as this object: of a function that reads a whole city, the store would drop the first
 * pages before it has the last, again and again.
 */
export function retaining(parts: Parts): Parts {
  const kept = new Map<string, Branch | Page>();

  function keep<Part extends Branch | Page>(ref: Ref, part: Part): Part {
    kept.set(ref.id, part);
    return part;
  }

  async function load(refs: readonly BlobRef[]): Promise<void> {
    await parts.load(refs);
    // At once: other readers make the store drop them.
    for (const ref of refs as readonly Ref[]) if (!kept.has(ref.id)) keep(ref, parts.page(ref));
  }

  return {
    load,
    has: (ref) => kept.has(ref.id) || parts.has(ref),
    branch: (ref) => (kept.get(ref.id) as Branch | undefined) ?? keep(ref, parts.branch(ref)),
    page(ref) {
      const known = kept.get(ref.id) as Page | undefined;
      if (known !== undefined) return known;
      if (parts.has(ref)) return keep(ref, parts.page(ref));
      throw new NotLoaded(() => load([ref]));
    },
  };
}
