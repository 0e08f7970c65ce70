/** Two sets of events, drawn as they lie to each other, with an event for each region. */
import type { Comparison, Relation } from "ticket-rules/analysis";
import { proveTexts } from "./texts.ts";
import { Witness } from "./Witness.tsx";

/** The drawing and the regions. `first` and `second` are what the sets are called. */
export function Regions({
  comparison,
  first,
  second,
}: {
  comparison: Comparison;
  first: string;
  second: string;
}) {
  const text = proveTexts();
  const { relation, onlyFirst, both, onlySecond } = comparison;
  const regions = [
    { key: "first", label: text.onlyOf(first), answer: onlyFirst },
    { key: "both", label: text.both, answer: both },
    { key: "second", label: text.onlyOf(second), answer: onlySecond },
  ];
  return (
    <div class="regions">
      <Circles relation={relation} />
      <dl class="region-list">
        {regions.map(({ key, label, answer }) => (
          <div key={key} class={`region region-${key}`} data-region={key}>
            <dt class="user-text">
              <span class={`region-sign sign-${key}`} aria-hidden="true">
                {key === "first" ? "A" : key === "second" ? "B" : "A∩B"}
              </span>
              {label}
            </dt>
            <dd>
              <Witness answer={answer} label={text.tryEvent} about={label} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Circles: A is drawn in full lines, B in dashes; where a set is empty it is a small cross. */
function Circles({ relation }: { relation: Relation }) {
  const { a, b } = LAYOUT[relation];
  return (
    <svg class="circles" viewBox="0 0 240 150" aria-hidden="true" focusable="false">
      {[
        { ...a, name: "A", look: "circle-a" },
        { ...b, name: "B", look: "circle-b" },
      ].map(({ x, r, name, look, label }) => (
        <g key={name} class={r === 0 ? `${look} circle-empty` : look}>
          {r === 0 ? <path d={`M${x - 10} 65l20 20M${x + 10} 65l-20 20`} /> : <circle cx={x} cy={75} r={r} />}
          <text x={label} y={r === 0 ? 112 : 81} text-anchor="middle">
            {name}
          </text>
        </g>
      ))}
      {relation === "unknown" && (
        <text x={120} y={82} text-anchor="middle" class="circles-unknown">
          ?
        </text>
      )}
    </svg>
  );
}

interface Circle {
  readonly x: number;
  readonly r: number;
  readonly label: number;
}

const LAYOUT: { readonly [Name in Relation]: { readonly a: Circle; readonly b: Circle } } = {
  equivalent: { a: { x: 120, r: 62, label: 100 }, b: { x: 120, r: 56, label: 140 } },
  implies: { a: { x: 138, r: 34, label: 138 }, b: { x: 120, r: 66, label: 76 } },
  impliedBy: { a: { x: 120, r: 66, label: 76 }, b: { x: 138, r: 34, label: 138 } },
  overlap: { a: { x: 88, r: 58, label: 58 }, b: { x: 152, r: 58, label: 182 } },
  disjoint: { a: { x: 62, r: 52, label: 62 }, b: { x: 178, r: 52, label: 178 } },
  firstNever: { a: { x: 46, r: 0, label: 46 }, b: { x: 158, r: 58, label: 158 } },
  secondNever: { a: { x: 82, r: 58, label: 82 }, b: { x: 194, r: 0, label: 194 } },
  bothNever: { a: { x: 72, r: 0, label: 72 }, b: { x: 168, r: 0, label: 168 } },
  unknown: { a: { x: 88, r: 58, label: 50 }, b: { x: 152, r: 58, label: 190 } },
};
