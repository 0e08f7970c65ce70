import type { ComponentChildren } from "preact";
import { Icon } from "./Icon.tsx";

/** Something the reader should know, beside what it is about. */
export function Notice({
  tone,
  children,
}: {
  tone: "error" | "warning" | "info" | "good";
  children: ComponentChildren;
}) {
  return (
    <div class={`notice ${tone}`}>
      <Icon name={tone === "good" ? "check" : tone} size={18} />
      <div class="notice-text">{children}</div>
    </div>
  );
}

/** Where there is nothing yet. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}
