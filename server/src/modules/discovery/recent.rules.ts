/** A map that keeps at least the `most` used last and at most twice as many. */
export class Recent<K, V> {
  private young = new Map<K, V>();
  private old = new Map<K, V>();

  constructor(private readonly most: number) {}

  get(key: K): V | undefined {
    const young = this.young.get(key);
    if (young !== undefined) return young;
    const old = this.old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: K, value: V): void {
    if (this.young.size >= this.most) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
  }

  /** Each at least once. */
  *values(): Generator<V> {
    yield* this.young.values();
    yield* this.old.values();
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
  }
}
