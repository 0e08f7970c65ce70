/** A button that opens a short list of things to do. */
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon, type IconName } from "./Icon.tsx";

/** One thing to do. */
export interface MenuItem {
  readonly label: string;
  readonly icon?: IconName;
  readonly onSelect: () => void;
  readonly disabled?: boolean;
  /** Where the menu chooses one of several: whether it is this one. */
  readonly checked?: boolean;
}

/** With arrow keys, Home, End and Escape; closes when something else is clicked. */
export function Menu({
  label,
  items,
  icon = "more",
  text,
  look = "plain",
}: {
  label: string;
  items: readonly MenuItem[];
  icon?: IconName;
  /** Shown beside the sign. */
  text?: string;
  look?: "plain" | "primary";
}) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const entries = () => [...(root.current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];

  useLayoutEffect(() => {
    if (!open) return;
    entries()[0]?.focus();
    const closeOutside = ({ target }: Event) => {
      if (target instanceof Node && root.current?.contains(target) !== true) setOpen(false);
    };
    const own = root.current;
    globalThis.document.addEventListener("pointerdown", closeOutside);
    own?.addEventListener("keydown", onKeyDown);
    return () => {
      globalThis.document.removeEventListener("pointerdown", closeOutside);
      own?.removeEventListener("keydown", onKeyDown);
    };
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries();
    const place = all.findIndex((entry) => entry.matches(":focus"));
    const next: { [key: string]: number } = {
      ArrowDown: (place + 1) % all.length,
      ArrowUp: (place - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    };
    const target = Object.hasOwn(next, event.key) ? next[event.key] : undefined;
    if (target !== undefined) {
      event.preventDefault();
      all[target]?.focus();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      close();
    } else if (event.key === "Tab") setOpen(false);
  };

  return (
    <div class="menu" ref={root}>
      <button
        ref={button}
        type="button"
        class={text === undefined ? "icon-button" : `button ${look}`}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} size={text === undefined ? 20 : 18} />
        {text !== undefined && <span>{text}</span>}
      </button>
      {open && (
        <div id={id} role="menu" class="menu-items" aria-label={label}>
          {items.map((item) => (
            <button
              key={item.label}
              type="button"
              role={item.checked === undefined ? "menuitem" : "menuitemradio"}
              aria-checked={item.checked}
              tabIndex={-1}
              class="menu-item"
              aria-disabled={item.disabled === true}
              onClick={() => {
                if (item.disabled === true) return;
                close();
                item.onSelect();
              }}
            >
              {item.icon && <Icon name={item.icon} size={18} />}
              <span>{item.label}</span>
              {item.checked === true && <Icon name="check" size={16} />}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
