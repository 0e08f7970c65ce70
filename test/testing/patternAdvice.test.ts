import { describe, expect, it } from "vitest";
import { compile, evaluate } from "../../src/index.ts";
import { patternAdvice } from "../../src/testing.ts";
import { leadBot, message, workspace } from "../support/workspaces.ts";

const matching = (id: string, pattern: string) => ({
  ...leadBot,
  id,
  conditions: [{ type: "group", operator: "and", conditions: [{ type: "messageMatches", pattern }] }],
});

describe("advice on patterns for other engines", () => {
  it("points at nested stars, with the path to the pattern", () => {
    expect(
      patternAdvice(workspace([matching("nested", "^(a+)+$"), matching("plain", "hola|chao"), leadBot])),
    ).toEqual([{ rule: "nested", path: ["conditions", 0, "conditions", 0, "pattern"], pattern: "^(a+)+$" }]);
  });

  it("is advice and no gate: it flags the plain RUT and lets a hostile pattern pass, and both run here", () => {
    const rut = "^\\d{1,2}(\\.\\d{3}){2}-[\\dkK]$";
    const document = workspace([matching("rut", rut), matching("hostile", "(a|a)*$")]);
    expect(patternAdvice(document).map(({ rule }) => rule)).toEqual(["rut"]);
    const { fired, indeterminate } = evaluate(
      compile(document),
      message({ message: { text: "12.345.678-5" } }),
    );
    expect([fired, indeterminate]).toEqual([["rut", "hostile"], []]);
  });
});
