/** Each page of docs/findings: what it calls wrong has that finding and no other, what it calls right has none. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checks } from "../../src/analysis/checks/index.ts";
import { findingCodes, lint } from "../../src/analysis.ts";
import type { Workspace } from "../../src/index.ts";
import { AT, small } from "./examples.ts";

const folder = fileURLToPath(new URL("../../docs/findings/", import.meta.url));

/** A rule, several, or a part of the document, in the small office. */
function documentOf(text: string, code: string): Workspace {
  const written: unknown = JSON.parse(text);
  const rules = Array.isArray(written) ? written : [written];
  const night = {
    id: "noche",
    name: "Noche",
    timeZone: "America/Santiago",
    weekly: { fri: [["22:00", "06:00"]] },
  };
  const office = small([]);
  const isRule = rules.every((rule) => typeof rule === "object" && rule !== null && "trigger" in rule);
  if (!isRule) return { ...office, ...(written as object) };
  const named = rules.map((rule, at) => ({ id: `r${at}`, name: `Regla ${at}`, active: true, ...rule }));
  const calendars = [...(office.calendars ?? []), night];
  return code === "notLoaded"
    ? ({ ...office, calendars, rules: named } as unknown as Workspace)
    : small(named, { calendars });
}

describe.each(findingCodes)("the page of %s", (code) => {
  const text = existsSync(`${folder}${code}.md`) ? readFileSync(`${folder}${code}.md`, "utf8") : "";
  const blocks = [...text.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map((match) => match[1]!);
  const found = (block: string) =>
    lint(documentOf(block, code), {
      at: AT,
      severity: code === "slowElsewhere" ? { slowElsewhere: "info" } : {},
    });

  it("has something wrong and something right, and the severity", () => {
    expect(blocks.length).toBe(2);
    expect(text).toContain(`\`${code}\` · ${checks[code].severity}`);
    expect(readFileSync(`${folder}README.md`, "utf8")).toContain(
      `](${code}.md) | ${checks[code].severity} |`,
    );
  });

  it("shows what is found, and nothing else but what it says", () => {
    const also = [...text.matchAll(/Also told: `(\w+)`/g)].map((match) => match[1]!);
    expect(
      found(blocks[0]!)
        .map((finding) => finding.code)
        .sort(),
    ).toEqual([code, ...also].sort());
  });

  it("shows what is right", () => {
    expect(found(blocks[1]!)).toEqual([]);
  });
});

it("there is no page without a code", () => {
  const codes = readdirSync(folder).map((file) => file.replace(/\.md$/, ""));
  expect(codes.filter((code) => code !== "README").sort()).toEqual([...findingCodes].sort());
});
