import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../ui/Icon.tsx";
import { onHandleDown, onHandleKey, type Reorder, takesFocus } from "./reorder.ts";
import { editorTexts } from "./texts.ts";

/** What an item is moved by: dragged, or with the arrow keys. */
export function Handle({ own, name, ...reorder }: Reorder & { own: string; name: string }) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (takesFocus(own)) button.current?.focus();
  });
  return (
    <button
      ref={button}
      type="button"
      class="icon-button handle"
      aria-label={editorTexts().drag(name)}
      title={editorTexts().dragHint}
      onKeyDown={(event) => onHandleKey(event, own, reorder)}
      onPointerDown={(event) => onHandleDown(event, reorder)}
    >
      <Icon name="grip" />
    </button>
  );
}
