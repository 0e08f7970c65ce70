/** A part of the document under edit: where it stands, what it holds, what is wrong within it. */
import type { Issue } from "ticket-rules";
import { put } from "../state/change.ts";
import { edit } from "../state/document.ts";
import { isObject, isWithin, type Json, type JsonObject, member, type Path, pathKey } from "../state/json.ts";

/** A part. */
export interface Part {
  /** From the document. */
  readonly path: Path;
  readonly value: Json | undefined;
  /** What is wrong in it; paths from the part. */
  readonly issues: readonly Issue[];
  /** What a change of it is called in the history. */
  readonly label: string;
}

/** A part of a part. */
export function partAt(part: Part, ...keys: Path): Part {
  return {
    path: [...part.path, ...keys],
    value: keys.reduce<Json | undefined>((found, key) => member(found, key), part.value),
    issues: issuesBelow(part.issues, keys),
    label: part.label,
  };
}

/** The part as an object; what is none is empty. */
export function objectOf(part: Part): JsonObject {
  return isObject(part.value) ? part.value : EMPTY;
}

const EMPTY: JsonObject = {};

/** Puts something in the place of a part, as typing: edits of the same part are undone together. */
export function replace(part: Part, value: Json | undefined): void {
  edit(part.label, (document) => put(document, part.path, value), pathKey(part.path));
}

/** Puts a member of a part; `undefined` takes it away. */
export function setIn(part: Part, key: string | number, value: Json | undefined): void {
  replace(partAt(part, key), value);
}

/** The issues within what a path leads to; paths from there. */
export function issuesBelow(issues: readonly Issue[], path: Path): readonly Issue[] {
  if (issues.length === 0) return issues;
  return issues
    .filter((issue) => isWithin(issue.path, path))
    .map((issue) => ({ ...issue, path: issue.path.slice(path.length) }));
}

/** The issues that no control shows: those of the part itself and of members beside these. */
export function issuesBeside(part: Part, shown: readonly string[]): readonly Issue[] {
  return part.issues.filter(({ path: [key] }) => key === undefined || !shown.includes(String(key)));
}
