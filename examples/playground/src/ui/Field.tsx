/** A label, a control, and below it what is wrong with the part of the document that it edits. */
import { type ComponentChildren, createContext } from "preact";
import { useContext, useId } from "preact/hooks";
import { describeIssue, type Issue } from "ticket-rules";
import { locale } from "../state/preferences.ts";
import { Icon } from "./Icon.tsx";

/** What a control needs to be told of by its field. */
interface Wiring {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

const FieldWiring = createContext<Wiring | undefined>(undefined);

interface FieldProps {
  readonly label: string;
  readonly children: ComponentChildren;
  readonly hint?: ComponentChildren | undefined;
  readonly issues?: readonly Issue[] | undefined;
  /** What is wrong with what was typed, where the document does not hold it. */
  readonly problem?: string | undefined;
  /** Only read aloud: where the place tells everybody else. */
  readonly labelHidden?: boolean;
}

/** A field with one control of this folder in it. */
export function Field({ label, children, hint, issues = [], problem, labelHidden = false }: FieldProps) {
  const id = useId();
  const invalid = issues.length > 0 || problem !== undefined;
  const described = [hint !== undefined && `${id}-hint`, invalid && `${id}-issues`].filter(Boolean).join(" ");
  return (
    <div class={`field ${invalid ? "invalid" : ""}`}>
      <label for={id} class={labelHidden ? "visually-hidden" : "field-label"}>
        {label}
      </label>
      <FieldWiring.Provider value={{ id, invalid, describedBy: described || undefined }}>
        {children}
      </FieldWiring.Provider>
      {hint !== undefined && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      <IssueList id={`${id}-issues`} issues={issues} problem={problem} />
    </div>
  );
}

interface FieldGroupProps extends Omit<FieldProps, "children"> {
  readonly children: ComponentChildren;
  readonly class?: string;
}

/** Several controls under one label. */
export function FieldGroup({
  label,
  children,
  hint,
  issues = [],
  labelHidden = false,
  class: own = "",
}: FieldGroupProps) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, issues.length > 0 && `${id}-issues`]
    .filter(Boolean)
    .join(" ");
  return (
    <fieldset class={`field ${own}`} aria-describedby={described || undefined}>
      <legend class={labelHidden ? "visually-hidden" : "field-label"}>{label}</legend>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      <IssueList id={`${id}-issues`} issues={issues} />
    </fieldset>
  );
}

/** Issues in the language of the page. */
export function IssueList({
  issues,
  id,
  problem,
}: {
  issues: readonly Issue[];
  id?: string;
  problem?: string | undefined;
}) {
  if (issues.length === 0 && problem === undefined) return null;
  // What is edited here is JSON, which has no `Date`.
  const words = (issue: Issue) =>
    describeIssue(issue, { locale: locale.value }).replace(/\b(?:un Date, o|a Date, or) /, "");
  const said = [...new Set([...issues.map(words), ...(problem === undefined ? [] : [problem])])];
  return (
    <ul id={id} class="issues">
      {said.map((text) => (
        <li key={text}>
          <Icon name="error" size={16} />
          <span class="user-text">{text}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the control within a field puts on its element. */
export function useWiring() {
  const wiring = useContext(FieldWiring);
  return wiring === undefined
    ? {}
    : { id: wiring.id, "aria-describedby": wiring.describedBy, "aria-invalid": wiring.invalid };
}
