/** Keeps a second process off the embedded database's folder: two would spoil it, and PGlite does not look. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** @returns what takes the lock away */
export function lockFolder(file: string): () => void {
  if (!take(file)) {
    const holder = holderOf(file);
    if (holder !== process.pid && isAlive(holder))
      throw new Error(
        `the database in ${dirname(file)} is in use by process ${holder}: stop it, or set DATABASE_URL to run several`,
      );
    // Left behind by a process that was killed. A container's process has the same id each time: its own.
    rmSync(file, { force: true });
    if (!take(file))
      throw new Error(`the database in ${dirname(file)} was taken by another process just now`);
  }
  return () => rmSync(file, { force: true });
}

function take(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** 0 when nobody can be made out. */
function holderOf(file: string): number {
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  return pid > 0 ? pid : 0;
}

/** Signal 0 asks and does nothing. A process of another user may not be asked, so it is there. */
function isAlive(pid: number): boolean {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
