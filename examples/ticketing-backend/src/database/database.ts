/** What the service asks of a database. PostgreSQL and PGlite answer it alike. */
import type { ConstructorOptions } from "pg-boss";

/** Runs one statement. Placeholders are `$1` …; JSON goes in as text, and comes out parsed; timestamps come as `Date`. */
export interface Queryable {
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

export interface Database extends Queryable {
  readonly kind: "postgres" | "pglite";
  /**
   * Commits what `work` did when it resolves, takes all of it back when it throws. Read committed. After a deadlock
   * `work` is run again: what it does outside the database it may do twice.
   */
  transaction<Value>(work: (transaction: Transaction) => Promise<Value>): Promise<Value>;
  /** How pg-boss reaches the same database. */
  readonly queue: Pick<ConstructorOptions, "db" | "backend" | "connectionString" | "max">;
  close(): Promise<void>;
}

export interface Transaction extends Queryable {
  /** Several statements without placeholders: migrations. */
  script(text: string): Promise<void>;
}
