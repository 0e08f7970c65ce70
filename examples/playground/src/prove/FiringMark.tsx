import type { FiringReport } from "ticket-rules/analysis";

/** Never is an empty disc, always a full one, sometimes half of one; unknown is a dashed diamond, pending a dotted disc. */
export function FiringMark({ verdict }: { verdict: FiringReport["verdict"] | undefined }) {
  return (
    <svg
      class={`firing-mark firing-${verdict ?? "pending"}`}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      {verdict === "unknown" ? (
        <path d="M10 1.5L18.5 10 10 18.5 1.5 10z" class="mark-line" />
      ) : (
        <circle cx="10" cy="10" r="8" class="mark-line" />
      )}
      {verdict === "always" && <circle cx="10" cy="10" r="5" class="mark-body" />}
      {verdict === "sometimes" && <path d="M10 5a5 5 0 0 1 0 10z" class="mark-body" />}
      {verdict === "never" && <path d="M4.5 15.5l11-11" class="mark-line" />}
    </svg>
  );
}
