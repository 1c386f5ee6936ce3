// What a walk has met: a growing list of ordinals with a number beside each.
export class FoundList {
  ordinals = new Uint32Array(256);
  values = new Float64Array(256);
  length = 0;

  push(ordinal: number, value: number): void {
    if (this.length === this.ordinals.length) {
      const ordinals = new Uint32Array(this.length * 2);
      ordinals.set(this.ordinals);
      const values = new Float64Array(this.length * 2);
      values.set(this.values);
      this.ordinals = ordinals;
      this.values = values;
    }
    this.ordinals[this.length] = ordinal;
    this.values[this.length++] = value;
  }

  /** Begins anew, in the same memory. */
  empty(): void {
    this.length = 0;
  }

  /** What was met; it holds until the question is over (`Reused`). */
  finish(): { readonly ordinals: Uint32Array; readonly values: Float64Array } {
    return { ordinals: this.ordinals.subarray(0, this.length), values: this.values.subarray(0, this.length) };
  }
}
