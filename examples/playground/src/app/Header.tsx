import { redo, redoLabel, undo, undoLabel } from "../state/document.ts";
import { tell } from "../state/messages.ts";
import { locale, type Theme, theme } from "../state/preferences.ts";
import { IconButton } from "../ui/Button.tsx";
import { Segments } from "../ui/controls.tsx";
import { Menu, type MenuItem } from "../ui/Menu.tsx";
import { FileMenu } from "./FileMenu.tsx";
import { appTexts } from "./texts.ts";

/** What the page is, and what can be done anywhere on it. */
export function Header() {
  const text = appTexts();
  return (
    <header class="header">
      <div class="brand">
        <h1>ticket-rules</h1>
        <p class="soft small">{text.tagline}</p>
      </div>
      <div class="tools">
        <IconButton
          icon="undo"
          label={text.undo(undoLabel.value)}
          disabled={undoLabel.value === undefined}
          onClick={undoAloud}
        />
        <IconButton
          icon="redo"
          label={text.redo(redoLabel.value)}
          disabled={redoLabel.value === undefined}
          onClick={redoAloud}
        />
        <FileMenu />
        <ThemeMenu />
        <Segments
          label={text.language}
          labelHidden
          value={locale.value}
          choices={[
            { value: "es", label: "ES" },
            { value: "en", label: "EN" },
          ]}
          onChange={(chosen) => {
            locale.value = chosen;
          }}
        />
      </div>
    </header>
  );
}

/** Takes the last edit back and says which. */
export function undoAloud(): void {
  const label = undoLabel.peek();
  if (label === undefined) return;
  undo();
  tell("info", appTexts().undone(label));
}

/** Does it again and says which. */
export function redoAloud(): void {
  const label = redoLabel.peek();
  if (label === undefined) return;
  redo();
  tell("info", appTexts().redone(label));
}

function ThemeMenu() {
  const text = appTexts();
  const icons = { system: "half", light: "sun", dark: "moon" } as const;
  const items = (["system", "light", "dark"] as const satisfies readonly Theme[]).map(
    (name): MenuItem => ({
      label: text.themes[name],
      checked: theme.value === name,
      icon: icons[name],
      onSelect: () => {
        theme.value = name;
      },
    }),
  );
  return <Menu label={text.theme} icon={icons[theme.value]} items={items} />;
}
