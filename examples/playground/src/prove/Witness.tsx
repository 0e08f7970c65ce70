/** An answer: an event to try, a proof that there is none, or why it is not known. */
import type { Answer } from "ticket-rules/analysis";
import { loadEvent } from "../state/event.ts";
import { VerdictMark } from "../try/Verdict.tsx";
import { Button } from "../ui/Button.tsx";
import { proveTexts } from "./texts.ts";

/** The answer, and what can be done with it. */
export function Witness({ answer, label, about }: { answer: Answer; label: string; about?: string }) {
  const text = proveTexts();
  if (answer.kind === "yes") {
    return (
      <Button icon="play" onClick={() => loadEvent(answer.event)}>
        {label}
        {about !== undefined && <span class="visually-hidden">: {about}</span>}
      </Button>
    );
  }
  return (
    <span class="no-witness">
      <VerdictMark verdict={answer.kind === "no" ? false : "unknown"} label="" />
      <span>
        {answer.kind === "no" ? text.noEvent : `${text.noProof}: ${text.unknownReasons[answer.reason]}`}
      </span>
    </span>
  );
}
