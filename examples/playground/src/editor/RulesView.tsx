/** The tab where rules are written: the settings beside, the rules. */
import { useEffect, useState } from "preact/hooks";
import { integrationNames } from "../state/allowed.ts";
import { document } from "../state/document.ts";
import { focusPath, focusRequest } from "../state/focus.ts";
import { keyOf } from "../state/identity.ts";
import { at, isObject, listOf, type Path, pathKey } from "../state/json.ts";
import { TextInput } from "../ui/controls.tsx";
import { Field } from "../ui/Field.tsx";
import { Menu } from "../ui/Menu.tsx";
import { Empty, Notice } from "../ui/Notice.tsx";
import { isChecking, lintError } from "./lint.ts";
import { setOpen } from "./open.ts";
import { placesOf, RuleList } from "./RuleList.tsx";
import { addRule } from "./rules.ts";
import { Settings } from "./settings/Settings.tsx";
import { openSectionOf } from "./settings/sections.ts";
import { editorTexts } from "./texts.ts";

/** From how many rules on they can be looked for. */
const MANY = 8;

/** The tab. */
export function RulesView() {
  const text = editorTexts();
  const [wanted, setWanted] = useState("");
  const rules = listOf(document.value.rules);
  const request = focusRequest.value;
  useEffect(() => {
    if (request !== undefined) show(request.path);
  }, [request]);
  return (
    <div class="rules-view">
      <div class="settings-side">
        <Settings />
      </div>
      <section class="stack rules-side" aria-labelledby="rules-title">
        <div class="rules-head">
          <div>
            <h2 id="rules-title">
              {text.rules} <span class="count">{rules.length}</span>
            </h2>
            <p class="soft small">{text.rulesAbout}</p>
          </div>
          <span class="soft small checking" role="status">
            {isChecking.value ? text.checking : ""}
          </span>
          <AddRule />
        </div>
        {lintError.value !== undefined && (
          <Notice tone="error">
            {text.lintFailed} <code>{lintError.value}</code>
          </Notice>
        )}
        {rules.length > MANY && (
          <div data-own-undo>
            <Field
              label={text.find}
              hint={wanted === "" ? undefined : text.found(placesOf(rules, wanted).length, rules.length)}
            >
              <TextInput type="search" value={wanted} onInput={setWanted} />
            </Field>
          </div>
        )}
        {rules.length === 0 ? (
          <Empty title={text.noRules}>
            <p>{text.noRulesAbout}</p>
          </Empty>
        ) : (
          <RuleList wanted={rules.length > MANY ? wanted : ""} />
        )}
      </section>
    </div>
  );
}

/** Adds a rule for one of the integrations that are there. */
function AddRule() {
  const text = editorTexts();
  const installed = integrationNames.filter((name) => isObject(at(document.value, ["integrations", name])));
  return (
    <Menu
      label={text.addRule}
      text={text.addRule}
      icon="plus"
      look="primary"
      items={(installed.length > 0 ? installed : integrationNames).map((name) => ({
        label: text.addRuleFor(text.integrations[name]),
        onSelect: () => focusPath(["rules", addRule(name), "name"]),
      }))}
    />
  );
}

/** Opens what a path leads to, and focuses the first control of the smallest part of it that is in the page. */
function show(path: Path): void {
  if (path[0] === "rules") {
    const rule = at(document.peek(), path.slice(0, 2));
    if (rule !== undefined && typeof path[1] === "number") setOpen(keyOf(rule), true);
  } else openSectionOf(path);
  // Once what was opened is drawn.
  requestAnimationFrame(() =>
    setTimeout(() => {
      const part = smallest(path);
      part?.scrollIntoView({ block: "center" });
      const control = part?.matches(CONTROLS) ? part : part?.querySelector<HTMLElement>(CONTROLS);
      control?.focus({ preventScroll: true });
      focusRequest.value = undefined;
    }),
  );
}

const CONTROLS = "input, select, textarea";

function smallest(path: Path): HTMLElement | null {
  for (let length = path.length; length > 0; length -= 1) {
    const key = CSS.escape(pathKey(path.slice(0, length)));
    const found = globalThis.document.querySelector<HTMLElement>(`[data-path="${key}"]`);
    if (found !== null) return found;
  }
  return null;
}
