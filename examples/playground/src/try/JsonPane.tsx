/** The event as JSON, to be pasted or edited by hand. */
import { useState } from "preact/hooks";
import { event } from "../state/event.ts";
import { isObject, placeOfMistake } from "../state/json.ts";
import { TextArea } from "../ui/controls.tsx";
import { Field, IssueList } from "../ui/Field.tsx";
import { Fold } from "../ui/Fold.tsx";
import { Notice } from "../ui/Notice.tsx";
import { tryTexts } from "./texts.ts";
import { eventIssues } from "./tried.ts";

/** Folded at first. Text that is no event stays as it was typed, and the event as it was before. */
export function JsonPane() {
  const text = tryTexts();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState<{ readonly text: string; readonly problem: string | undefined }>();
  const problem = draft?.problem;
  const type = (written: string) => {
    const read = eventIn(written);
    if (typeof read !== "string") event.value = read;
    setDraft({ text: written, problem: typeof read === "string" ? read : undefined });
  };
  // What was typed is shown as long as it says what the event is; a change elsewhere writes it anew.
  const isOwn = draft !== undefined && (problem !== undefined || sameJson(draft.text));
  return (
    <>
      {eventIssues.value.length > 0 && (
        <Notice tone="warning">
          <p>{text.issues(eventIssues.value.length)}</p>
          <IssueList issues={eventIssues.value} />
        </Notice>
      )}
      <Fold open={open} onToggle={setOpen} title={text.json} level={4}>
        <div data-own-undo onBlurCapture={() => problem === undefined && setDraft(undefined)}>
          <Field label={text.jsonLabel} labelHidden>
            <TextArea
              mono
              rows={14}
              value={isOwn ? draft.text : JSON.stringify(event.value, null, 2)}
              onInput={type}
            />
          </Field>
        </div>
        {problem !== undefined && <Notice tone="error">{problem}</Notice>}
      </Fold>
    </>
  );
}

/** The event that a text says, or what is wrong with the text. */
function eventIn(written: string) {
  const text = tryTexts();
  try {
    const parsed: unknown = JSON.parse(written);
    return isObject(parsed) ? parsed : text.jsonNotObject;
  } catch (error) {
    return text.jsonBroken(placeOfMistake(error));
  }
}

function sameJson(written: string): boolean {
  try {
    return JSON.stringify(JSON.parse(written)) === JSON.stringify(event.value);
  } catch {
    return false;
  }
}
