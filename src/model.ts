import type { Field } from "./field.ts";
import type { CompiledRegex } from "./text/regex/port.ts";
import type { Schedule } from "./time/calendar.ts";
import type { Zone } from "./time/zone.ts";

/** A calendar as the evaluator uses it. */
export interface OpeningHours {
  readonly id: string;
  readonly zone: Zone;
  readonly schedule: Schedule;
}

/** What a workspace says that conditions and facts refer to: all but its rules, looked up by id. */
export interface Model {
  /** The workspace's own zone. Absent when the document's is not valid. */
  readonly zone: Zone | undefined;
  /** The one zone of the workspace and of every account's calendar. Absent when there are several. */
  readonly commonZone: Zone | undefined;
  /** Accounts by id, with the id of their calendar. */
  readonly accounts: ReadonlyMap<string, { readonly calendar?: string | undefined }>;
  readonly calendars: ReadonlyMap<string, OpeningHours>;
  readonly fields: ReadonlyMap<string, Field>;
  readonly patterns: Patterns;
}

/** The patterns of a rule set, each compiled once. */
export interface Patterns {
  /** @throws what the engine throws for a pattern it cannot take. */
  compile(pattern: string, flags: string): CompiledRegex;
  /** Steps that one pattern may take on a text of this length, so that all together stay bounded. */
  stepsAllowed(textLength: number): number;
}
