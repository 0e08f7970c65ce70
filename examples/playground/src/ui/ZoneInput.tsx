import { useId } from "preact/hooks";
import { useWiring } from "./Field.tsx";

let known: readonly string[] | undefined;

/** The zones that the browser knows. Asked for once, when a field first wants them: there are hundreds. */
function zones(): readonly string[] {
  known ??= [...Intl.supportedValuesOf("timeZone"), "UTC"];
  return known;
}

/** A time zone, with those there are to choose from. */
export function ZoneInput({ value, onInput }: { value: string; onInput: (value: string) => void }) {
  const list = useId();
  return (
    <>
      <input
        {...useWiring()}
        class="input mono"
        type="text"
        list={list}
        value={value}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
      <datalist id={list}>
        {zones().map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
