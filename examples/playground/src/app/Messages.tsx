import { dismiss, message } from "../state/messages.ts";
import { IconButton } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { uiTexts } from "../ui/texts.ts";

/** What is being told, over the page. */
export function Messages() {
  const told = message.value;
  return (
    <div class="messages" role="status" aria-live="polite">
      {told !== undefined && (
        <div key={told.id} class="message">
          <Notice tone={told.tone}>{told.text}</Notice>
          <IconButton icon="cross" label={uiTexts().close} onClick={() => dismiss(told.id)} />
        </div>
      )}
    </div>
  );
}
