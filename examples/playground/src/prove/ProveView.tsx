/** Never, always, sometimes; overlaps; before and after. */
import { Safe } from "../app/Safe.tsx";
import { locale } from "../state/preferences.ts";
import { CompareRules } from "./CompareRules.tsx";
import { EachRule } from "./EachRule.tsx";
import { firing } from "./firing.ts";
import { Together } from "./Together.tsx";
import { proveTexts } from "./texts.ts";
import { Versions } from "./Versions.tsx";

/** The tab. */
export function ProveView() {
  const text = proveTexts();
  return (
    <div class="stack prove">
      <header class="stack">
        <h2>{text.title}</h2>
        <p class="soft prose">{text.intro}</p>
      </header>
      <Safe>
        <EachRule />
      </Safe>
      <Safe>
        <CompareRules />
      </Safe>
      <Safe>
        <Together />
      </Safe>
      <Safe>
        <Versions />
      </Safe>
      <Safe>
        <Basis />
      </Safe>
    </div>
  );
}

/** What each “no” rests on. */
function Basis() {
  const text = proveTexts();
  const { basis } = firing.value;
  const date = (day: string) =>
    new Intl.DateTimeFormat(locale.value, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(day));
  const { from, to } = basis?.horizon ?? { from: "2010-01-01", to: "2049-12-31" };
  return (
    <section class="card stack basis" aria-labelledby="prove-basis">
      <h3 id="prove-basis">{text.basis}</h3>
      <ul class="bullets">
        <li>{text.horizon(date(from), date(to))}</li>
        {text.assumptions.map((assumption) => (
          <li key={assumption}>{assumption}</li>
        ))}
        <li>{text.alone}</li>
      </ul>
    </section>
  );
}
