/** A PostgreSQL server of the test's own, which may be killed and started again. */
import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Cluster {
  url: string;
  /** As after a power cut: no shutdown, and recovery from the log at the start. */
  crash(): void;
  remove(): void;
}

/** Where the server's programs are; undefined where none are installed. */
export function serverPrograms(): string | undefined {
  if (process.env.PG_BIN !== undefined) return process.env.PG_BIN;
  // Debian keeps a folder for each version.
  const root = "/usr/lib/postgresql";
  const versions = safely(() => readdirSync(root)) ?? [];
  return versions
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => join(root, version, "bin"))
    .find((folder) => spawnSync(join(folder, "initdb"), ["--version"]).status === 0);
}

export async function startCluster(programs: string): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), "ticketing-cluster-"));
  const user = postgresUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const port = await freePort();
  const data = join(folder, "data");
  const run = (program: string, ...parameters: string[]) =>
    execFileSync(join(programs, program), parameters, { ...user, cwd: folder, stdio: "ignore" });
  const control = (action: string, ...parameters: string[]) =>
    run("pg_ctl", action, "-D", data, "-w", "-l", join(folder, "log"), ...parameters);

  run("initdb", "-D", data, "-U", "postgres", "-A", "trust");
  const settings = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=${folder}`;
  control("start", "-o", settings);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    crash: () => control("restart", "-m", "immediate", "-o", settings),
    remove() {
      safely(() => control("stop", "-m", "immediate"));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server refuses to run as root: then it runs as the user that its package made. */
function postgresUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function safely<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
