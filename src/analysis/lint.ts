import type { Instant } from "../time/instant.ts";
import { requireInstant } from "../time/instant.ts";
import type { Found } from "./checks/define.ts";
import { checks } from "./checks/index.ts";
import {
  type DocumentPath,
  type Finding,
  type FindingCode,
  findingCodes,
  type Severity,
} from "./findings.ts";
import { sceneOf } from "./linting/scene.ts";
import { studyOf } from "./linting/study.ts";
import { type Usable, usableOf } from "./linting/usable.ts";

/** What `lint` is asked for. */
export interface LintOptions {
  /** The instant at which a range of dates may be over: without it, none is. */
  at?: Instant | undefined;
  /** Only these. Absent: all but those that run on request only (`slowElsewhere`). */
  codes?: readonly FindingCode[] | undefined;
  /**
   * Whether to prove what does not show at once, by search: what never or always fires, which conditions matter,
   * which rules cover others. Takes milliseconds a rule. Absent: yes, for up to 1,000 rules.
   */
  proofs?: boolean | undefined;
  /** Another weight for some codes, or none at all: `off`. */
  severity?: { readonly [Code in FindingCode]?: Severity | "off" | undefined } | undefined;
}

/**
 * The mistakes that are seen in a workspace, ordered by path, then by code: data, with a sentence in Spanish and English.
 * Takes a document as it is stored or edited: what does not load is told as `notLoaded`, and the rest is looked at. Pure,
 * and total for every document. Holds no secret.
 * @throws TypeError for what is no workspace document at all, and when `at` is no instant.
 */
export function lint(document: unknown, options: LintOptions = {}): Finding[] {
  const { workspace, place, left } = usableOf(document);
  const { at, codes, proofs = workspace.rules.length <= MOST_PROVED, severity = {} } = options;
  const scene = sceneOf(workspace, left, at === undefined ? undefined : requireInstant(at, "at"));
  const study = studyOf(scene, { proofs });
  const asked = new Set(codes);
  const findings = findingCodes.flatMap((code): Finding[] => {
    const check = checks[code];
    const weight = (Object.hasOwn(severity, code) ? severity[code] : undefined) ?? check.severity;
    const runs =
      codes === undefined ? check.onRequest !== true || Object.hasOwn(severity, code) : asked.has(code);
    if (!runs || weight === "off") return [];
    const found = [...check.find(scene, study)];
    // What did not load stands where it stood.
    return found.map((each) => ({
      ...{ code, severity: weight },
      ...(code === "notLoaded" ? each : placed(each, place)),
    }));
  });
  return findings.sort(
    (one, other) =>
      comparePaths(one.path, other.path) || (one.code < other.code ? -1 : one.code > other.code ? 1 : 0),
  );
}

/** A finding with its paths in the document. */
function placed(found: Found, place: Usable["place"]): Found {
  const { suggest } = found;
  return {
    ...found,
    path: place(found.path),
    ...(suggest === undefined
      ? {}
      : { suggest: suggest.map((edit) => ({ ...edit, path: place(edit.path) })) }),
  };
}

/** How many rules are proved things about unasked: some seconds. */
const MOST_PROVED = 1000;

/** In the order of the document's lists; what stands above goes first. */
function comparePaths(one: DocumentPath, other: DocumentPath): number {
  for (const [at, key] of one.entries()) {
    const rival = other[at];
    if (rival === undefined) return 1;
    if (key === rival) continue;
    if (typeof key === "number" && typeof rival === "number") return key - rival;
    return String(key) < String(rival) ? -1 : 1;
  }
  return one.length - other.length;
}
