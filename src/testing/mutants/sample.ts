/** Which of many mutants are tested: the same ones each time, and few others when the rules change. */

/**
 * The places of so many ids: those whose hash is least, so that what becomes of other rules changes little.
 * @param seed another one gives another sample.
 */
export function sampleOf(ids: Iterable<string>, size: number, seed: number): ReadonlySet<number> {
  const hashes = Array.from(ids, (id, place) => ({ place, hash: hashOf(id, seed) }));
  const least = hashes.sort((a, b) => a.hash - b.hash || a.place - b.place).slice(0, Math.max(0, size));
  return new Set(least.map(({ place }) => place));
}

/** FNV-1a over UTF-16 units, then mixed, since ids share long beginnings. */
function hashOf(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
