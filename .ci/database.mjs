// Makes an empty database on the PostgreSQL server at an address and prints its address; fails where none answers.
import { createRequire } from "node:module";

const { Client } = createRequire(new URL("../examples/ticketing-backend/", import.meta.url))("pg");
const name = "ticket_rules_ci";
const address = new URL(process.argv[2]);
const client = new Client({ connectionString: address.href, connectionTimeoutMillis: 3000 });
try {
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${name}`);
  address.pathname = name;
  console.log(address.href);
} catch (error) {
  console.error(`no PostgreSQL server at ${address.host}: ${error.message}`);
  process.exitCode = 1;
} finally {
  await client.end().catch(() => {});
}
