/** Stores the decision and what it asks for: its effects, their jobs, and the surveys that customers are to get. */
import { createHash } from "node:crypto";
import type { DecisionRecord, Effect } from "ticket-rules";
import type { Transaction } from "../database/database.ts";
import type { EffectQueue } from "../effects/queue.ts";
import type { RulesInForce } from "../workspace/ruleSets.ts";

export interface Planned {
  record: DecisionRecord;
  rules: RulesInForce;
  ticket: string;
  assignedTo: string | null;
  traceparent: string | null;
}

export async function plan(transaction: Transaction, planned: Planned, queue: EffectQueue): Promise<void> {
  const { record, rules, ticket, assignedTo, traceparent } = planned;
  const { decision } = record;
  await transaction.query(
    `insert into decisions (event_id, ticket_id, workspace_version, record, assigned_to) values ($1, $2, $3, $4, $5)`,
    [decision.event.id, ticket, rules.version, JSON.stringify(record), assignedTo],
  );
  if (decision.effects.length === 0) return;

  const rows = decision.effects.map((effect) => ({
    id: effectId(effect.key),
    effect,
    executeAt: executeAt(effect),
  }));
  await transaction.query(
    `insert into effects (id, key, event_id, ticket_id, type, effect, execute_at, traceparent)
     select id, key, $1, $2, type, effect, execute_at, $3
       from unnest($4::uuid[], $5::text[], $6::text[], $7::json[], $8::timestamptz[])
         as row (id, key, type, effect, execute_at)`,
    [
      decision.event.id,
      ticket,
      traceparent,
      rows.map(({ id }) => id),
      rows.map(({ effect }) => effect.key),
      rows.map(({ effect }) => effect.type),
      rows.map(({ effect }) => JSON.stringify(effect)),
      rows.map((row) => row.executeAt.toISOString()),
    ],
  );
  for (const { id, effect } of rows) {
    if (effect.type !== "sendSurvey" || effect.customer === null) continue;
    await transaction.query("insert into surveys (effect_id, key, customer, at) values ($1, $2, $3, $4)", [
      id,
      effect.key,
      effect.customer,
      effect.executeAt,
    ]);
  }
  await queue.send(
    transaction,
    rows.map(({ id, executeAt: at }) => ({ id, executeAt: at })),
  );
}

/** A UUID of the key, version 8: the key of a redelivered event gives the same row and the same job. */
export function effectId(key: string): string {
  const bytes = createHash("sha256").update(key).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function executeAt(effect: Effect): Date {
  return effect.type === "sendSurvey" ? new Date(effect.executeAt) : new Date();
}
