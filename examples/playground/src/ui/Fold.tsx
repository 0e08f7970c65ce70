import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Icon } from "./Icon.tsx";

interface FoldProps {
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
  /** The level of the heading that the title is. */
  readonly level?: 2 | 3 | 4;
  /** Stands beside the title and does not fold. */
  readonly aside?: ComponentChildren;
}

/** Something that folds. What is folded is not in the page. */
export function Fold({ open, onToggle, title, children, level = 3, aside }: FoldProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <div class={`fold ${open ? "open" : ""}`}>
      <div class="fold-head">
        <Heading class="fold-title">
          <button
            type="button"
            class="fold-button"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => onToggle(!open)}
          >
            <Icon name="chevron" />
            <span class="fold-name">{title}</span>
          </button>
        </Heading>
        {aside}
      </div>
      {open && (
        <div id={id} class="fold-body">
          {children}
        </div>
      )}
    </div>
  );
}
