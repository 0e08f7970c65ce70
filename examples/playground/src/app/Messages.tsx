import { dismiss, messages } from "../state/messages.ts";
import { IconButton } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { uiTexts } from "../ui/texts.ts";

/** What is being told, over the page. */
export function Messages() {
  return (
    <div class="messages" role="status" aria-live="polite">
      {messages.value.map(({ id, tone, text }) => (
        <div key={id} class="message">
          <Notice tone={tone}>{text}</Notice>
          <IconButton icon="cross" label={uiTexts().close} onClick={() => dismiss(id)} />
        </div>
      ))}
    </div>
  );
}
