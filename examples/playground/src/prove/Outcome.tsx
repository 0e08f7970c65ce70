/** What has come of a question so far. */
import type { ComponentChildren } from "preact";
import { Safe } from "../app/Safe.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import type { Asked } from "./asked.ts";
import { proveTexts } from "./texts.ts";

/** Progress with a way to stop it, then the answer. */
export function Outcome<Output>({
  state,
  onCancel,
  told,
  children,
}: {
  state: Asked<Output>;
  onCancel: () => void;
  /** The progress in words. */
  told?: (progress: unknown) => { readonly text: string; readonly part: number | undefined };
  children: (output: Output) => ComponentChildren;
}) {
  const text = proveTexts();
  if (state.status === "done") {
    // A fault in an answer must not take away the button that asks for another.
    return (
      <Safe>
        <Answered output={state.output}>{children}</Answered>
      </Safe>
    );
  }
  if (state.status === "failed") {
    return (
      <Notice tone="error">
        {text.failed}: <code class="user-text">{state.problem}</code>
      </Notice>
    );
  }
  if (state.status !== "running") return null;
  const { text: progress, part } = told?.(state.progress) ?? { text: "…", part: undefined };
  return (
    <div class="progress-row">
      <progress {...(part === undefined ? {} : { max: 1, value: part })} aria-label={progress} />
      <span class="small soft" role="status">
        {progress}
      </span>
      <Button look="quiet" icon="cross" onClick={onCancel}>
        {text.cancel}
      </Button>
    </div>
  );
}

function Answered<Output>({
  output,
  children,
}: {
  output: Output;
  children: (output: Output) => ComponentChildren;
}) {
  return <>{children(output)}</>;
}
