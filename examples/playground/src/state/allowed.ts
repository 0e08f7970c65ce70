/**
 * What the rules of each integration may use. The library is asked: a rule in which all is wrong comes back with issues
 * that name what would be right.
 */
import { type IntegrationName, type Issue, type IssueCode, issuesOf, Rule } from "ticket-rules";

/** What rules of one integration may use. */
export interface Allowed {
  readonly triggers: readonly string[];
  /** Kinds of conditions, groups among them. */
  readonly conditions: readonly string[];
  readonly actions: readonly string[];
  /** Whether a rule may have several actions. */
  readonly manyActions: boolean;
}

/** Text that is the name of nothing. */
const WRONG = "?";

/** The integrations there are. */
export const integrationNames = expected(probe({}), "missing", "integration") as readonly IntegrationName[];

/** What the operators are. */
export const operators = expected(
  probe({ integration: integrationNames[0], operator: WRONG }),
  "unknownWord",
  "operator",
);

/** What rules of an integration may use. Of an unknown one: nothing. */
export function allowedFor(integration: string): Allowed {
  return table.get(integration) ?? NOTHING;
}

const NOTHING: Allowed = { triggers: [], conditions: [], actions: [], manyActions: false };

const table = new Map<string, Allowed>(
  integrationNames.map((integration) => {
    const wrong = probe({
      integration,
      trigger: WRONG,
      conditions: [{ type: WRONG }],
      actions: [{ type: WRONG }],
    });
    const none = probe({ integration, actions: [] });
    return [
      integration,
      {
        triggers: expected(wrong, "triggerNotAllowed", "trigger"),
        conditions: expected(wrong, "unknownCondition", "conditions"),
        actions: expected(wrong, "actionNotAllowed", "actions"),
        manyActions: !none.some(({ code }) => code === "notOneAction"),
      },
    ];
  }),
);

function probe(parts: object): readonly Issue[] {
  const parsed = Rule.safeParse({
    id: "?",
    name: "?",
    active: true,
    operator: "and",
    conditions: [],
    ...parts,
  });
  return parsed.success ? [] : issuesOf(parsed.error);
}

/** What an issue of this code names as right, at the part of the rule that begins with this key. */
function expected(issues: readonly Issue[], code: IssueCode, key: string): readonly string[] {
  const issue = issues.find((each) => each.code === code && each.path[0] === key);
  const named = issue !== undefined && "expected" in issue.params ? issue.params.expected : undefined;
  if (Array.isArray(named)) return named;
  if (typeof named === "object" && named !== null && "oneOf" in named)
    return named.oneOf as readonly string[];
  throw new Error(`the library names nothing for \`${key}\``);
}
