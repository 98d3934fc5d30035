/** Values by key. The least recently used ones are dropped if all together exceed the limit. */
export class BoundedCache<V> {
  private readonly kept = new Map<string, { readonly value: V; readonly size: number }>();
  private size = 0;
  /** The last key of `kept`. */
  private newest: string | null = null;

  constructor(private readonly largest: number) {}

  get(key: string): V | undefined {
    const found = this.kept.get(key);
    if (found === undefined) return undefined;
    if (key !== this.newest) {
      // A Map keeps the order of insertion: a value in use moves to its end.
      this.kept.delete(key);
      this.kept.set(key, found);
      this.newest = key;
    }
    return found.value;
  }

  set(key: string, value: V, size: number): void {
    this.forget(key);
    if (size > this.largest) return;
    this.kept.set(key, { value, size });
    this.newest = key;
    this.size += size;
    for (const oldest of this.kept.keys()) {
      if (this.size <= this.largest) return;
      this.forget(oldest);
    }
  }

  /** Of a stored value; 0 if there is none. */
  sizeOf(key: string): number {
    return this.kept.get(key)?.size ?? 0;
  }

  private forget(key: string): void {
    this.size -= this.sizeOf(key);
    this.kept.delete(key);
  }
}
