/** Which dates the analysis looks at. */
import type { Condition } from "../conditions/tree.ts";
import type { Rule } from "../rule.ts";
import type { Horizon } from "./answer.ts";

const FIRST = "2010-01-01";
/** The last year, and how far the dates of rules may put it off: what is later stands for "for ever". */
const LAST_YEAR = 2049;
const LATEST_YEAR = 2100;

/** Forty years from 2010 on, and those until the last year that dates of these rules are in. */
export function horizonOf(rules: readonly Pick<Rule, "conditions">[]): Horizon {
  const years = rules.flatMap(({ conditions }) => conditions.flatMap(yearsIn));
  const last = years.reduce(
    (latest, year) => (year > LATEST_YEAR ? latest : Math.max(latest, year)),
    LAST_YEAR,
  );
  return { from: FIRST, to: `${last}-12-31` };
}

function yearsIn(condition: Condition): number[] {
  if (condition.type === "group") return condition.conditions.flatMap(yearsIn);
  if (condition.type !== "dateRange") return [];
  return [condition.from, condition.to].flatMap((date) =>
    date === undefined ? [] : Number(date.slice(0, 4)),
  );
}
