/**
 * npm run chaos [-- kills [seed]]
 *
 * Posts events all the time, kills the service that many times (20), and prints what became of every event and effect.
 * On PGlite; with DATABASE_URL on that server, in a database of its own. Ends with 1 if anything was lost.
 */
import { chaos, seeded } from "./support/chaos.ts";

const [kills = "20", seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const server = process.env.DATABASE_URL || undefined;

console.log(`${kills} kills on ${server === undefined ? "PGlite" : "PostgreSQL"}, seed ${seed}`);
const counted = await chaos({
  kills: Number(kills),
  posters: 4,
  server,
  random: seeded(Number(seed)),
  tell: (line) => console.log(line),
});
for (const [name, count] of Object.entries(counted))
  console.log(`${name.padEnd(12)}${String(count).padStart(8)}`);
console.log(`lost = ${counted.lost}`);
process.exitCode = counted.lost === 0 && counted.superfluous === 0 && counted.pending === 0 ? 0 : 1;
