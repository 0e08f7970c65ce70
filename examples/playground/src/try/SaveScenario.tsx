import type { Decision, TicketEvent } from "ticket-rules";
import { addScenario } from "../scenarios/scenarioList.ts";
import { tell } from "../state/messages.ts";
import { Button } from "../ui/Button.tsx";
import { tryTexts } from "./texts.ts";

/** Keeps the event as a scenario that expects what is shown. */
export function SaveScenario({ event, decision }: { event: TicketEvent; decision: Decision }) {
  const text = tryTexts();
  return (
    <Button
      icon="check"
      onClick={() => tell("good", text.scenarioSaved(addScenario(event, decision, text.saveScenario)))}
    >
      {text.saveScenario}
    </Button>
  );
}
