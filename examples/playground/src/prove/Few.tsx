/** A list of which not all is shown at once: thousands of findings must not hold the page up. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../ui/Button.tsx";
import { proveTexts } from "./texts.ts";

/** How many are shown at first. */
const FEW = 50;

/** The list, and a button for more. Nothing for no items. `look` is the list's class. */
export function Few<Item>({
  items,
  look,
  children,
}: {
  items: readonly Item[];
  look: string;
  children: (item: Item, place: number) => ComponentChildren;
}) {
  const text = proveTexts();
  const [most, setMost] = useState(FEW);
  if (items.length === 0) return null;
  const more = Math.min(items.length - most, 4 * FEW);
  return (
    <>
      <ul class={look}>{items.slice(0, most).map(children)}</ul>
      {more > 0 && (
        <div>
          <Button look="quiet" onClick={() => setMost(most + more)}>
            {text.showMore(more)}
          </Button>
        </div>
      )}
    </>
  );
}
