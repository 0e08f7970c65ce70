/** All that can be configured, from the environment, checked once at start. */
import * as z from "zod";

const port = z.coerce.number().int().min(0).max(65_535);
const list = z.string().transform((text) =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== ""),
);

const inboxes = (
  pairs: readonly string[],
  context: z.core.$RefinementCtx<readonly string[]>,
): Map<number, string> => {
  const read = pairs.map((pair) => /^(\d+)=(.+)$/.exec(pair));
  if (read.includes(null)) context.addIssue("expected a list like `1=acc-wsp,2=acc-web`");
  return new Map(read.map((match) => [Number(match?.[1]), match?.[2] ?? ""]));
};

const Environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().default("127.0.0.1"),
  /** PostgreSQL; without it the embedded database in DATA_DIR. */
  DATABASE_URL: z
    .url()
    .refine((url) => /^postgres(ql)?:/i.test(url), "expected postgres:// or postgresql://")
    .optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  DATA_DIR: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** When set, needed as a bearer token by everything but health, metrics and signed webhooks. */
  API_TOKEN: z.string().min(16).optional(),
  /** Ids of agents, separated by commas, who get unassigned tickets in turn. None: nobody is assigned. */
  AGENTS: list.default([]),
  /** Base URLs of the services that carry out effects. Without one, its effects are given up, with the reason. */
  BOTS_URL: z.url({ protocol: /^https?$/ }).optional(),
  SURVEYS_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Hosts, addresses and CIDR ranges that the notification webhook may call although private. For development. */
  OUTBOUND_ALLOW: list.default([]),
  /** Effects that are tried at the same time. */
  EFFECT_WORKERS: z.coerce.number().int().min(1).max(100).default(8),
  /** Until the second attempt; thrice as long until the third, and so on. */
  EFFECT_RETRY_BASE_MS: z.coerce.number().int().min(1).default(5_000),
  /** After so long without a word a worker is taken for dead, and its effect is tried again. */
  EFFECT_LEASE_MS: z.coerce.number().int().min(1_000).default(30_000),
  /** After so long a stop breaks off the attempts under way, and gives their effects back. */
  EFFECT_STOP_MS: z.coerce.number().int().min(1).default(10_000),
  EFFECT_SWEEP_MS: z.coerce.number().int().min(100).default(5_000),
  /** Secrets of Chatwoot's webhooks, separated by commas; the secret in the URL for versions that do not sign. */
  CHATWOOT_SECRETS: list.default([]),
  CHATWOOT_TOKEN: z
    .string()
    .min(16)
    .regex(/^[\w-]+$/)
    .optional(),
  /** Chatwoot's inboxes and accounts of the workspace: `1=acc-wsp,2=acc-web`. */
  CHATWOOT_INBOXES: list.default([]).transform(inboxes),
  /** The field of the classification that takes Chatwoot's labels; `none`: no field does. */
  CHATWOOT_LABELS_FIELD: z.string().min(1).default("labels"),
  /** The number of the Chatwoot account, when its webhooks come from several. */
  CHATWOOT_ACCOUNT: z.coerce.number().int().positive().optional(),
});

export type Config = z.infer<typeof Environment>;

/** Throws an error that names each variable that is not valid, without its value. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const read = Environment.safeParse(given);
  if (read.success) return read.data;
  throw new ConfigProblem(read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`));
}

export class ConfigProblem extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`configuration is not valid\n${problems.join("\n")}`);
    this.problems = problems;
  }
}
