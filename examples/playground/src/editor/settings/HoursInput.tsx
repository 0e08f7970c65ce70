import { useState } from "preact/hooks";
import type { Json } from "../../state/json.ts";
import { TextInput } from "../../ui/controls.tsx";

/** The intervals of a day as a line of text: `09:00-13:00, 14:00-18:00`. */
export function HoursInput({
  value,
  onChange,
  placeholder = "",
}: {
  value: Json | undefined;
  onChange: (value: Json) => void;
  placeholder?: string;
}) {
  const [typed, setTyped] = useState(() => written(value));
  // What was typed stays as it was, as long as it says what the document holds.
  const shown = JSON.stringify(read(typed)) === JSON.stringify(value ?? []) ? typed : written(value);
  return (
    <TextInput
      mono
      value={shown}
      placeholder={placeholder}
      onInput={(text) => {
        setTyped(text);
        onChange(read(text));
      }}
    />
  );
}

/** Intervals, whatever they hold: what is no time is told as an issue. */
function read(text: string): Json {
  return text
    .split(",")
    .map((interval) => interval.trim())
    .filter((interval) => interval !== "")
    .map((interval) => {
      const [start = "", end = ""] = interval.split(/\s*[-–]\s*/);
      return [start, end];
    });
}

function written(value: Json | undefined): string {
  if (!Array.isArray(value)) return "";
  return value
    .map((interval) => (Array.isArray(interval) ? interval.map(String).join("-") : String(interval)))
    .join(", ");
}
