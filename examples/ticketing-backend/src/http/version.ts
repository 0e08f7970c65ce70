/** Versions of the workspace as entity tags (RFC 9110, 13.1). */
import type { FastifyRequest } from "fastify";

export function etagOf(version: number): string {
  return `"${version}"`;
}

/** Whether the request allows to replace a version; undefined when it does not say which one it edits. */
export function ifMatchOf(request: FastifyRequest): ((version: number) => boolean) | undefined {
  const header = request.headers["if-match"];
  if (header === undefined) return undefined;
  const tags = tagsOf(header);
  return (version) => tags.includes("*") || tags.includes(etagOf(version));
}

/** Whether the caller has this version already. */
export function isNoneMatch(request: FastifyRequest, version: number): boolean {
  const tags = tagsOf(request.headers["if-none-match"] ?? "").map((tag) => tag.replace(/^W\//, ""));
  return tags.includes("*") || tags.includes(etagOf(version));
}

function tagsOf(header: string): string[] {
  return header.split(",").map((tag) => tag.trim());
}
