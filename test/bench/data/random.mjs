/**
 * A seeded source of chance (mulberry32): every run generates the same rules and events.
 * @param {number} seed
 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count) => Math.floor(next() * count);
  const pick = (items) => items[below(items.length)];
  return {
    below,
    pick,
    chance: (probability) => next() < probability,
    between: (least, most) => least + below(most - least + 1),
    /** Different items, in the order of the draw. */
    some(items, count) {
      const drawn = new Set();
      while (drawn.size < Math.min(count, items.length)) drawn.add(pick(items));
      return [...drawn];
    },
    shuffled(items) {
      const list = [...items];
      for (let at = list.length - 1; at > 0; at--) {
        const other = below(at + 1);
        [list[at], list[other]] = [list[other], list[at]];
      }
      return list;
    },
    /** The early items more often than the late ones, as words in a language. */
    skewed: (items) => items[Math.floor(next() * next() * items.length)],
  };
}
