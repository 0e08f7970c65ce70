import type { Finding } from "../findings.ts";
import type { RuleScene } from "./scene.ts";
import type { Study } from "./study.ts";

/** An event on which the rule fires, as a part of a finding about it. */
export function witnessOf(each: RuleScene, { firing }: Study): Pick<Finding, "witness"> {
  const yes = firing(each)?.yes;
  return yes?.kind === "yes" ? { witness: yes.event } : {};
}
