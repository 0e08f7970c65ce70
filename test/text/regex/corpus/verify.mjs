// Checks, each in a process of its own, that the host takes over 100 ms for every hostile entry: node verify.mjs
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const file = process.argv[2] ?? new URL("hostile.json", import.meta.url);
const entries = JSON.parse(readFileSync(file, "utf8"));
const program = `
  const { pattern, flags, prefix, pump, times, suffix } = JSON.parse(require("fs").readFileSync(0, "utf8"));
  const regex = new RegExp(pattern, flags);
  const text = prefix + pump.repeat(times) + suffix;
  const start = performance.now();
  regex.test(text);
  process.stdout.write(String(performance.now() - start));`;

const quick = [];
for (const entry of entries) {
  const { stdout, error } = spawnSync(process.execPath, ["-e", program], {
    input: JSON.stringify(entry),
    timeout: 1_500,
    encoding: "utf8",
  });
  if (!error && Number(stdout) < 100) quick.push(`${stdout} ms: /${entry.pattern}/${entry.flags}`);
}
console.log(`${entries.length - quick.length} of ${entries.length} take the host over 100 ms`);
for (const line of quick) console.log(line);
process.exitCode = quick.length > 0 ? 1 : 0;
