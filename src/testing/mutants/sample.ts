/** Which of many mutants are tested: the same ones each time, and few others when the rules change. */

/** Some of many items, and how many there were. */
export interface Sample<Item> {
  /** In the order in which they came. */
  readonly items: readonly Item[];
  readonly of: number;
}

/**
 * So many of the items: those the hash of whose id is least, so that what becomes of other rules changes little. No
 * more than twice as many are ever kept.
 * @param seed another one gives another sample.
 */
export function sampleOf<Item extends { readonly id: string }>(
  items: Iterable<Item>,
  size: number,
  seed: number,
): Sample<Item> {
  let kept: { item: Item; place: number; hash: number }[] = [];
  const least = () => kept.sort((a, b) => a.hash - b.hash || a.place - b.place).slice(0, Math.max(0, size));
  let of = 0;
  for (const item of items) {
    kept.push({ item, place: of++, hash: hashOf(item.id, seed) });
    if (kept.length > 2 * size + 1_000) kept = least();
  }
  kept = least().sort((a, b) => a.place - b.place);
  return { items: kept.map(({ item }) => item), of };
}

/** FNV-1a over UTF-16 units, then mixed, since ids share long beginnings. */
function hashOf(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
