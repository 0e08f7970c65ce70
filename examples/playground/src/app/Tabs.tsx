import { showTab, type TabName, tab, tabNames } from "../state/tab.ts";
import { appTexts } from "./texts.ts";

/** The tabs: one stop of the Tab key, arrows within. */
export function Tabs() {
  const text = appTexts();
  const onKeyDown = (event: KeyboardEvent) => {
    const place = tabNames.indexOf(tab.value);
    const steps: { [key: string]: number } = {
      ArrowRight: place + 1,
      ArrowLeft: place - 1,
      Home: 0,
      End: tabNames.length - 1,
    };
    const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
    if (step === undefined) return;
    event.preventDefault();
    const name = tabNames.at(step % tabNames.length);
    if (name === undefined) return;
    showTab(name);
    globalThis.document.getElementById(tabId(name))?.focus();
  };
  return (
    <nav class="tabs" aria-label={text.tabList}>
      <div class="tab-list" role="tablist" aria-label={text.tabList} onKeyDown={onKeyDown}>
        {tabNames.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={tabId(name)}
            class="tab"
            aria-selected={tab.value === name}
            aria-controls={tab.value === name ? `panel-${name}` : undefined}
            tabIndex={tab.value === name ? 0 : -1}
            onClick={() => showTab(name)}
          >
            {text.tabs[name]}
          </button>
        ))}
      </div>
    </nav>
  );
}

function tabId(name: TabName): string {
  return `tab-${name}`;
}
