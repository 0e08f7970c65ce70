/** The analysis under attack: random worlds of three kinds, and all that is said of random rules in them. */
import { appendFileSync } from "node:fs";
import { expect, test } from "vitest";
import { randomFrom } from "../worlds.ts";
import { attack, type Tally } from "./attack.ts";
import { attackSets } from "./attackSets.ts";
import { fieldWorld } from "./fieldWorld.ts";
import { textWorld } from "./textWorld.ts";
import { timeWorld } from "./timeWorld.ts";

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
    const tally: Tally = { rules: 0, asked: 0, yes: 0, no: 0, mutants: 0, findings: 0, unknown: {} };
    const failures: string[] = [];
    const begun = Date.now();
    for (let at = 0; at < WORLDS && failures.length < 5; at++) {
      const seed = (SEED + at * 7919) % 2 ** 31;
      const random = randomFrom(seed);
      const world = make(random);
      const fail = (what: string, told: unknown) => {
        const line = `${what} (SEED=${seed} WORLDS=1): ${JSON.stringify(told)}`;
        if (failures.length < 5) failures.push(line);
        if (process.env.OUT) appendFileSync(process.env.OUT, `${line}\n`);
      };
      attack(world, random, RULES, tally, fail);
      attackSets(world, random, Math.ceil(RULES / 10), tally, fail);
    }
    console.log(`${name}, seed ${SEED}, ${Date.now() - begun} ms:`, JSON.stringify(tally));
    expect(failures).toEqual([]);
    expect(tally.no).toBeGreaterThan(tally.rules / 4);
  },
  3_600_000,
);
