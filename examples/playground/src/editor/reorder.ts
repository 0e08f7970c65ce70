/** Moving the items of a list: with the arrow keys on an item's handle, or by dragging it. */
import { tell } from "../state/messages.ts";
import { editorTexts } from "./texts.ts";

/** What a handle is told. */
export interface Reorder {
  /** The item's place among `count`. */
  readonly place: number;
  readonly count: number;
  readonly move: (from: number, to: number) => void;
}

/** The key of the handle that gets the focus back once it stands in its new place. */
let awaitingFocus: string | undefined;

/** Moves with the keys, and says where the item is now. */
export function onHandleKey(event: KeyboardEvent, own: string, { place, count, move }: Reorder): void {
  const targets: { [key: string]: number } = {
    ArrowUp: place - 1,
    ArrowDown: place + 1,
    Home: 0,
    End: count - 1,
  };
  const to = Object.hasOwn(targets, event.key) ? targets[event.key] : undefined;
  if (to === undefined) return;
  event.preventDefault();
  if (to < 0 || to >= count || to === place) return;
  awaitingFocus = own;
  move(place, to);
  tell("info", editorTexts().moved(to + 1, count));
}

/** Whether the handle of this key is to have the focus. True once. */
export function takesFocus(own: string): boolean {
  if (awaitingFocus !== own) return false;
  awaitingFocus = undefined;
  return true;
}

/** Drags the item whose handle is pressed, among the items of its list: `<li data-place>` in one `<ol>`. */
export function onHandleDown(event: PointerEvent, { place, move }: Reorder): void {
  const handle = event.currentTarget;
  if (!(handle instanceof HTMLElement) || event.button !== 0) return;
  const item = handle.closest<HTMLElement>("li[data-place]");
  const list = item?.parentElement;
  if (!item || !list) return;
  handle.setPointerCapture(event.pointerId);
  item.classList.add("dragged");
  let over: HTMLElement | undefined;
  let target = place;

  const follow = ({ clientY }: PointerEvent) => {
    over?.classList.remove("drop-before", "drop-after");
    const others = [...list.querySelectorAll<HTMLElement>(":scope > li[data-place]")];
    over = others.find((each) => clientY < each.getBoundingClientRect().bottom) ?? others.at(-1);
    if (over === undefined || over === item) {
      over = undefined;
      target = place;
      return;
    }
    const { top, height } = over.getBoundingClientRect();
    const isBefore = clientY < top + height / 2;
    over.classList.add(isBefore ? "drop-before" : "drop-after");
    const gap = Number(over.dataset.place) + (isBefore ? 0 : 1);
    // Taking the item out moves those behind it up by one.
    target = gap > place ? gap - 1 : gap;
  };
  const end = () => {
    over?.classList.remove("drop-before", "drop-after");
    item.classList.remove("dragged");
    handle.removeEventListener("pointermove", follow);
    handle.removeEventListener("pointerup", drop);
    handle.removeEventListener("pointercancel", end);
  };
  const drop = () => {
    end();
    if (target !== place) move(place, target);
  };
  handle.addEventListener("pointermove", follow);
  handle.addEventListener("pointerup", drop);
  handle.addEventListener("pointercancel", end);
}
