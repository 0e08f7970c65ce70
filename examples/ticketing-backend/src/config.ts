/** All that can be configured, from the environment, checked once at start. */
import * as z from "zod";

const port = z.coerce.number().int().min(0).max(65_535);
const list = z.string().transform((text) => text.split(",").map((item) => item.trim()).filter((item) => item !== ""));

const Environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().default("127.0.0.1"),
  /** PostgreSQL; without it the embedded database in DATA_DIR. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  DATA_DIR: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** When set, needed as a bearer token by everything but health, metrics and signed webhooks. */
  API_TOKEN: z.string().min(16).optional(),
  /** Ids of agents, separated by commas, who get unassigned tickets in turn. None: nobody is assigned. */
  AGENTS: list.default([]),
});

export type Config = z.infer<typeof Environment>;

/** Throws an error that names each variable that is not valid, without its value. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const read = Environment.safeParse(given);
  if (read.success) return read.data;
  const lines = read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Error(`configuration is not valid\n${lines.join("\n")}`);
}
