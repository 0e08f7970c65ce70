/** The analysis under attack: random worlds of three kinds, and all that is said of random rules in them. */
import { appendFileSync } from "node:fs";
import { expect, test } from "vitest";
import { randomFrom } from "../worlds.ts";
import { attack, type Tally } from "./attack.ts";
import { fieldWorld, textWorld, timeWorld } from "./fabric.ts";

const WORLDS = Number(process.env.WORLDS ?? (process.env.LONG ? 150 : 4));
const RULES = Number(process.env.RULES ?? 150);
const SEED = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));

test.each([
  ["time", timeWorld],
  ["text", textWorld],
  ["fields", fieldWorld],
])(
  "nothing said of rules about %s is wrong",
  (name, make) => {
    const tally: Tally = { rules: 0, asked: 0, yes: 0, no: 0, mutants: 0, unknown: {} };
    const failures: string[] = [];
    const begun = Date.now();
    for (let world = 0; world < WORLDS && failures.length < 5; world++) {
      const seed = (SEED + world * 7919) % 2 ** 31;
      const random = randomFrom(seed);
      attack(make(random), random, RULES, tally, (what, told) => {
        if (failures.length < 5) failures.push(`${what} (SEED=${seed} WORLDS=1): ${JSON.stringify(told)}`);
        if (process.env.OUT)
          appendFileSync(process.env.OUT, `${what} (SEED=${seed}): ${JSON.stringify(told)}\n`);
      });
    }
    console.log(`${name}, seed ${SEED}, ${Date.now() - begun} ms:`, JSON.stringify(tally));
    expect(failures).toEqual([]);
    expect(tally.no).toBeGreaterThan(tally.rules / 4);
  },
  3_600_000,
);
