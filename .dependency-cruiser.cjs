// The layers of src. Each may use what stands before it in the list, and nothing after.
const layers = [
  ["issues", "^src/issues/|^src/locale\\.ts$"],
  ["schema and words", "^src/(schema|extensions|verdict|version|redact)\\.ts$"],
  ["time and text", "^src/(time|text)/"],
  ["languages", "^src/language/"],
  ["nouns below conditions", "^src/(event|decision|account|field|key)\\.ts$"],
  ["contracts", "^src/(model|facts)\\.ts$|^src/conditions/(define|leaf)\\.ts$"],
  ["facts of an event", "^src/readFacts\\.ts$"],
  [
    "kinds of condition",
    "^src/conditions/(?!define|leaf|index|tree|node|blame|traceNodes|root)[a-zA-Z]+\\.ts$",
  ],
  ["list of conditions", "^src/conditions/index\\.ts$"],
  ["tree", "^src/conditions/(tree|node|blame|traceNodes|root)\\.ts$"],
  ["phrases of conditions", "^src/conditions/phrases/"],
  ["contract of integrations", "^src/integrations/(define|actions)\\.ts$"],
  ["integrations", "^src/integrations/(botcenter|timepoints|webhook)\\.ts$"],
  ["list of integrations", "^src/integrations/index\\.ts$"],
  ["phrases of integrations", "^src/integrations/phrases/"],
  ["rule and workspace", "^src/(rule|workspace|trace)\\.ts$"],
  ["sentences", "^src/sentences/"],
  ["matching", "^src/matching/"],
  ["compile", "^src/(load|compile)\\.ts$"],
  ["judge", "^src/judge\\.ts$"],
  [
    "verbs",
    "^src/(evaluate|explain|eventsFor|recheck|dispatch|notification|migrate|describe|describeTrace|describeDecision|describeIssue)\\.ts$",
  ],
  ["records", "^src/(decisionRecord|decisionDifference)\\.ts$|^src/(recording|replaying)/"],
  ["verbs over decisions", "^src/(record|verify|replay)\\.ts$"],
  ["JSON Schema, for the build", "^src/jsonSchema/"],
  ["testing", "^src/testing/"],
  ["analysis", "^src/analysis/"],
  ["entries", "^src/(index|analysis|testing)\\.ts$"],
];

const paths = layers.map(([, path]) => path);

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    ...layers.slice(0, -1).map(([name, path], at) => ({
      name: `${name}: nothing above`,
      severity: "error",
      from: { path },
      to: { path: paths.slice(at + 1).join("|") },
    })),
    {
      name: "every file has a layer",
      severity: "error",
      from: { path: "^src/", pathNot: paths.join("|") },
      to: {},
    },
    {
      name: "nothing imports an entry",
      severity: "error",
      from: {},
      to: { path: "^src/(index|analysis|testing)\\.ts$" },
    },
    {
      name: "the evaluator does not know its tests",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(testing|analysis)" },
      to: { path: "^src/(testing|analysis)" },
    },
    {
      name: "descriptions for editors are in no bundle",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/jsonSchema/" },
      to: { path: "^src/jsonSchema/" },
    },
    {
      name: "the reference shares no evaluation with the fast path",
      severity: "error",
      from: { path: "^src/testing/reference" },
      to: {
        path: "^src/",
        pathNot:
          "^src/(testing/|event\\.ts|decision\\.ts|trace\\.ts|rule\\.ts|workspace\\.ts|field\\.ts|account\\.ts|verdict\\.ts|time/(zone|date|calendar)\\.ts|conditions/(tree|index)\\.ts|integrations/)",
      },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.json$" },
  },
};
