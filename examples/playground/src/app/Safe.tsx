import { Component, type ComponentChildren } from "preact";
import { undo } from "../state/document.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { appTexts } from "./texts.ts";

/** Keeps a fault in one part from taking the page away, and with it what was edited. */
export class Safe extends Component<{ children: ComponentChildren }, { failed: string | undefined }> {
  override state = { failed: undefined };

  static override getDerivedStateFromError(error: unknown) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    const { failed } = this.state;
    if (failed === undefined) return this.props.children;
    const text = appTexts();
    const again = () => this.setState({ failed: undefined });
    const undoLast = () => {
      undo();
      again();
    };
    return (
      <Notice tone="error">
        <p>
          {text.broken} <code>{failed}</code>
        </p>
        <div class="row">
          <Button onClick={again}>{text.tryAgain}</Button>
          <Button look="quiet" onClick={undoLast}>
            {text.reload}
          </Button>
        </div>
      </Notice>
    );
  }
}
