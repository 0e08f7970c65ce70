/** Everything that rules refer to: integrations, accounts, business hours, fields, the time zone. */
import { document } from "../../state/document.ts";
import { issues } from "../../state/loaded.ts";
import { IssueList } from "../../ui/Field.tsx";
import { FindingList } from "../Findings.tsx";
import { findings } from "../lint.ts";
import type { Part } from "../part.ts";
import { editorTexts } from "../texts.ts";
import { Accounts } from "./Accounts.tsx";
import { Calendars } from "./Calendars.tsx";
import { Fields } from "./Fields.tsx";
import { Integrations } from "./Integrations.tsx";
import { settingsTexts } from "./texts.ts";
import { Zone } from "./Zone.tsx";

/** The keys of the document that have a place in the page. */
const SHOWN = ["integrations", "accounts", "calendars", "fields", "timeZone"];

/** The settings. */
export function Settings() {
  const text = settingsTexts();
  const editor = editorTexts();
  const outside = issues.value.filter(({ path: [key, place] }) => key !== "rules" || place === undefined);
  const part: Part = { path: [], value: document.value, issues: outside, label: editor.editSettings };
  const others = outside.filter(({ path: [key] }) => !SHOWN.includes(String(key)));
  return (
    <div class="stack">
      {others.length > 0 && (
        <section class="card stack tight">
          <h2 class="small-title">{editor.otherProblems}</h2>
          <IssueList issues={others.map((issue) => issue)} />
        </section>
      )}
      <section class="card" aria-labelledby="integrations-title">
        <h2 class="small-title" id="integrations-title">
          {text.integrations}
        </h2>
        <Integrations part={part} />
      </section>
      <section class="card" aria-labelledby="data-title">
        <h2 class="small-title" id="data-title">
          {text.data}
        </h2>
        <Accounts part={part} />
        <Calendars part={part} />
        <Fields part={part} />
        <Zone part={part} />
        <FindingList found={findings.value.others} />
      </section>
    </div>
  );
}
