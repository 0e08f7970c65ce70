import { useState } from "preact/hooks";
import { locale } from "../state/preferences.ts";
import { Button } from "../ui/Button.tsx";
import { TextArea } from "../ui/controls.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import { appTexts } from "./texts.ts";

/** Shows the link that was made. */
export function ShareDialog({ link, onClose }: { link: string; onClose: () => void }) {
  const text = appTexts();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      // Not allowed to: the link is selected, to be copied by hand.
      globalThis.document.querySelector<HTMLTextAreaElement>(".dialog textarea")?.select();
    }
  };
  return (
    <Dialog title={text.linkTitle} onClose={onClose}>
      <p>{text.linkAbout}</p>
      <Field label={text.linkLabel}>
        <TextArea mono value={link} rows={4} onInput={() => {}} />
      </Field>
      {link.length > LONG && (
        <Notice tone="warning">{text.linkLong(link.length.toLocaleString(locale.value))}</Notice>
      )}
      <div class="row">
        <Button look="primary" icon="copy" onClick={copy}>
          {text.copy}
        </Button>
        <span role="status">{copied ? text.copied : ""}</span>
      </div>
    </Dialog>
  );
}

/** From here on some mail programs cut a link. */
const LONG = 8000;
