/** Verdicts and outcomes as signs: each has a shape of its own, so that no colour is needed to tell them apart. */
import type { Outcome, Verdict } from "ticket-rules";
import { tryTexts } from "./texts.ts";

/** A verdict: a disc with a tick, a square with a cross, a dashed diamond with a question mark. */
export function VerdictMark({ verdict, label }: { verdict: Verdict; label?: string | undefined }) {
  const name = String(verdict) as "true" | "false" | "unknown";
  return (
    <span class={`verdict verdict-${name}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {SHAPES[name]}
      </svg>
      <span class="visually-hidden">{label ?? tryTexts().verdicts[name]}</span>
    </span>
  );
}

/** An outcome, with its name. */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  return (
    <span class={`outcome outcome-${outcome}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {SHAPES[SHAPE_OF[outcome]]}
      </svg>
      {tryTexts().outcomes[outcome]}
    </span>
  );
}

const SHAPES = {
  true: (
    <>
      <circle cx="8" cy="8" r="7" class="shape-body" />
      <path d="M4.6 8.4l2.3 2.3 4.5-5" class="shape-sign" />
    </>
  ),
  false: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="2.5" class="shape-body" />
      <path d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6" class="shape-sign" />
    </>
  ),
  unknown: (
    <>
      <path d="M8 .8L15.2 8 8 15.2.8 8z" class="shape-body" />
      <path d="M6.1 6.4a1.9 1.9 0 1 1 2.8 1.7c-.6.3-.9.7-.9 1.3M8 11.4v.1" class="shape-sign" />
    </>
  ),
  off: (
    <>
      <circle cx="8" cy="8" r="7" class="shape-body" />
      <path d="M4.5 8h7" class="shape-sign" />
    </>
  ),
  broken: (
    <>
      <path d="M8 1.2L15.2 14H.8z" class="shape-body" />
      <path d="M8 5.6v4M8 11.7v.1" class="shape-sign" />
    </>
  ),
};

const SHAPE_OF: { readonly [Name in Outcome]: keyof typeof SHAPES } = {
  fired: "true",
  notFired: "false",
  indeterminate: "unknown",
  skipped: "off",
  invalid: "broken",
};
