/** Host time zones in which code that reads the host's clock gives other answers than at UTC. */
export const HOST_ZONES = [
  "UTC",
  "America/Santiago",
  "Pacific/Apia",
  "Africa/Cairo",
  "Antarctica/Troll",
] as const;

/** Runs something as a host in that zone would. Node applies a change of TZ at once. */
export function inHostZone<Result>(zone: string, work: () => Result): Result {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    return work();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}
