import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./Icon.tsx";

interface ButtonProps {
  readonly onClick: () => void;
  readonly children: ComponentChildren;
  readonly icon?: IconName;
  /** `primary` stands out, `quiet` has no frame, `danger` takes something away. */
  readonly look?: "plain" | "primary" | "quiet" | "danger";
  readonly disabled?: boolean;
  readonly title?: string;
}

/** A button with a text. */
export function Button({ onClick, children, icon, look = "plain", disabled = false, title }: ButtonProps) {
  return (
    <button type="button" class={`button ${look}`} onClick={onClick} disabled={disabled} title={title}>
      {icon && <Icon name={icon} size={18} />}
      <span>{children}</span>
    </button>
  );
}

interface IconButtonProps {
  readonly onClick: () => void;
  readonly icon: IconName;
  /** What it does; shown on hover, read aloud. */
  readonly label: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
}

/** A button with a sign. */
export function IconButton({ onClick, icon, label, disabled = false, pressed }: IconButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      onClick={onClick}
      disabled={disabled}
      title={label}
      aria-label={label}
      aria-pressed={pressed}
    >
      <Icon name={icon} />
    </button>
  );
}
