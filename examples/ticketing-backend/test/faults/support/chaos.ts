/** Kills the service at random while events are posted, starts it again, and counts. */
import { type Account, account } from "./account.ts";
import { until } from "./harness.ts";
import { createHome } from "./home.ts";
import { moody } from "./moody.ts";
import { startPosters } from "./posters.ts";
import { startReceiver } from "./receiver.ts";
import { startVictim } from "./victim.ts";
import { workspace } from "./workspace.ts";

export interface ChaosOptions {
  kills: number;
  posters: number;
  /** A server of PostgreSQL; undefined: the embedded database. */
  server: string | undefined;
  /** In [0, 1). */
  random: () => number;
  /** Told of each kill. */
  tell: (line: string) => void;
}

export async function chaos({ kills, posters: count, server, random, tell }: ChaosOptions): Promise<Account> {
  const home = await createHome(server, workspace);
  const receiver = await startReceiver();
  receiver.behave(moody(random));
  const start = () => startVictim({ receiver: receiver.url, environment: home.environment });
  let victim = await start();
  try {
    const posters = startPosters(count, async (event) => (await victim.post(event)) === 200);
    for (let kill = 1; kill <= kills; kill++) {
      const before = posters.accepted.size;
      // Killed in the middle of something: at least a few events into its life, and then at any moment.
      await until(
        () => posters.accepted.size,
        (size) => size >= before + 3,
      );
      await new Promise((resolve) => setTimeout(resolve, random() * 1_000));
      await victim.kill();
      tell(
        `kill ${kill} of ${kills}: ${posters.accepted.size} events accepted, ${receiver.taken.length} effects taken`,
      );
      victim = await start();
    }
    await posters.finish();
    return await counted(posters.accepted);
  } finally {
    await victim.kill();
    await receiver.close();
    await home.remove();
  }

  /** The embedded database cannot be looked at while the service has it: so it is stopped, and goes on if need be. */
  async function counted(accepted: ReadonlySet<string>): Promise<Account> {
    for (;;) {
      await quiet();
      const code = await victim.stop();
      if (code !== 0) throw new Error(`the service did not stop cleanly: ${code}`);
      const result = await home.inspect((database) => account(database, accepted, receiver));
      if (result.pending === 0) return result;
      victim = await start();
    }
  }

  async function quiet(): Promise<void> {
    let seen = -1;
    while (seen !== receiver.requests.length) {
      seen = receiver.requests.length;
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
  }
}

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
