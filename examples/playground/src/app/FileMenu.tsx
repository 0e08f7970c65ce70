/** The workspace as a file and as a link. */
import { useState } from "preact/hooks";
import { redact } from "ticket-rules";
import { document, edit } from "../state/document.ts";
import { event } from "../state/event.ts";
import { emptyDocument, startingDocument } from "../state/examples.ts";
import { isObject, placeOfMistake } from "../state/json.ts";
import { tell } from "../state/messages.ts";
import { withPlaceholders } from "../state/placeholders.ts";
import { scenarios } from "../state/scenarios.ts";
import { hashOf } from "../state/share.ts";
import { Menu } from "../ui/Menu.tsx";
import { ShareDialog } from "./ShareDialog.tsx";
import { appTexts } from "./texts.ts";

/** Import, export, share, start again. */
export function FileMenu() {
  const text = appTexts();
  const [link, setLink] = useState<string>();
  const share = async () => {
    const hash = await hashOf({
      document: document.value,
      event: event.value,
      scenarios: scenarios.value,
    });
    setLink(globalThis.location.href.replace(/#.*$/, "") + hash);
  };
  return (
    <>
      <Menu
        label={text.file}
        text={text.file}
        icon="download"
        items={[
          { label: text.importFile, icon: "upload", onSelect: importFile },
          { label: text.exportFile, icon: "download", onSelect: exportFile },
          { label: text.share, icon: "link", onSelect: share },
          {
            label: text.startAgain,
            icon: "undo",
            onSelect: () => edit(text.startAgain, () => startingDocument),
          },
          {
            label: text.startEmpty,
            icon: "plus",
            onSelect: () => edit(text.startEmpty, () => emptyDocument),
          },
        ]}
      />
      {link !== undefined && <ShareDialog link={link} onClose={() => setLink(undefined)} />}
    </>
  );
}

/** The name of the file that is exported. */
export const FILE_NAME = "workspace.json";

function exportFile(): void {
  const json = `${JSON.stringify(redact(document.value), null, 2)}\n`;
  const url = URL.createObjectURL(new Blob([json], { type: "application/json" }));
  const anchor = Object.assign(globalThis.document.createElement("a"), { href: url, download: FILE_NAME });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  tell("good", appTexts().exported);
}

function importFile(): void {
  const input = Object.assign(globalThis.document.createElement("input"), {
    type: "file",
    accept: ".json,application/json",
  });
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (file !== undefined) read(await file.text());
  });
  input.click();
}

/** Takes the text of a file for the document. What is wrong within is shown in the editor, not refused here. */
function read(json: string): void {
  const text = appTexts();
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (error) {
    tell("error", text.notJson(placeOfMistake(error)));
    return;
  }
  if (!isObject(parsed)) {
    tell("error", text.notObject);
    return;
  }
  const { document: filled, count } = withPlaceholders(parsed);
  edit(text.importFile, () => filled);
  tell("good", count === 0 ? text.imported : `${text.imported} ${text.placeholders}`);
}
