/** Sets of small numbers as words of 32 bits. Sets of one kind have one length; none is changed once made. */
export type Bits = Uint32Array;

/** The set of the first `count` numbers of which `holds` is true. */
export function bitsWhere(count: number, holds: (index: number) => boolean): Bits {
  const bits = new Uint32Array(Math.ceil(count / 32));
  for (let index = 0; index < count; index++) {
    if (holds(index)) bits[index >>> 5] = (bits[index >>> 5] ?? 0) | (1 << (index & 31));
  }
  return bits;
}

/** What is in both. */
export function meet(a: Bits, b: Bits): Bits {
  return a.map((word, at) => word & (b[at] ?? 0));
}

/** What is in either. */
export function join(a: Bits, b: Bits): Bits {
  return a.map((word, at) => word | (b[at] ?? 0));
}

/** What is in the first and not in the second. */
export function without(a: Bits, b: Bits): Bits {
  return a.map((word, at) => word & ~(b[at] ?? 0));
}

/** Whether nothing is in both. */
export function areApart(a: Bits, b: Bits): boolean {
  for (let at = 0; at < a.length; at++) if (((a[at] ?? 0) & (b[at] ?? 0)) !== 0) return false;
  return true;
}

/** Whether all of the first is in the second. */
export function isWithin(a: Bits, b: Bits): boolean {
  for (let at = 0; at < a.length; at++) if (((a[at] ?? 0) & ~(b[at] ?? 0)) !== 0) return false;
  return true;
}

/** Whether nothing is in it. */
export function isEmpty(bits: Bits): boolean {
  for (let at = 0; at < bits.length; at++) if (bits[at] !== 0) return false;
  return true;
}

/** Whether a number is in it. */
export function has(bits: Bits, index: number): boolean {
  return ((bits[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0;
}

/** The first number from `from` on that is in it, or -1. */
export function next(bits: Bits, from: number): number {
  const end = bits.length * 32;
  for (let index = from; index < end; ) {
    const word = (bits[index >>> 5] ?? 0) >>> (index & 31);
    if (word === 0) index = (index | 31) + 1;
    else if ((word & 1) === 1) return index;
    else index++;
  }
  return -1;
}
