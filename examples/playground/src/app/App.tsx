/** The page: header, tabs, the tab that is shown. */
import type { ComponentType } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { RulesView } from "../editor/RulesView.tsx";
import { ProveView } from "../prove/ProveView.tsx";
import { ScenariosView } from "../scenarios/ScenariosView.tsx";
import { type TabName, tab } from "../state/tab.ts";
import { TryView } from "../try/TryView.tsx";
import { Header } from "./Header.tsx";
import { Messages } from "./Messages.tsx";
import { Safe } from "./Safe.tsx";
import { Tabs } from "./Tabs.tsx";
import { appTexts } from "./texts.ts";

const views: { readonly [Name in TabName]: ComponentType } = {
  rules: RulesView,
  try: TryView,
  prove: ProveView,
  scenarios: ScenariosView,
};

/** All of it. */
export function App() {
  const View = views[tab.value];
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    // A tab begins at its beginning.
    if (!isFirst.current) globalThis.scrollTo(0, 0);
    isFirst.current = false;
  }, [tab.value]);
  return (
    <>
      <a class="skip" href="#content">
        {appTexts().skip}
      </a>
      <Header />
      <Tabs />
      <main id="content" class="content" tabIndex={-1}>
        <div role="tabpanel" id={`panel-${tab.value}`} aria-labelledby={`tab-${tab.value}`}>
          <Safe key={tab.value}>
            <View />
          </Safe>
        </div>
      </main>
      <Messages />
    </>
  );
}
