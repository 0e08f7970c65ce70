/** A receiver with moods: most of the time it takes an effect and says so. */
import type { Behaviour } from "./receiver.ts";

/** One request in twenty each: it fails, has no time, hangs up without a word, or takes the effect and hangs up. */
export function moody(random: () => number): Behaviour {
  return (_, response) => {
    const mood = Math.floor(random() * 20);
    if (mood === 0) response.writeHead(500).end();
    else if (mood === 1) response.writeHead(429, { "retry-after": "0" }).end();
    else if (mood === 2) response.destroy();
    else if (mood === 3) {
      response.destroy();
      return "taken";
    } else {
      response.writeHead(204).end();
      return "taken";
    }
    return "refused";
  };
}
