import { useState } from "preact/hooks";
import { TextInput } from "./controls.tsx";

/**
 * A list as a line of text with commas. What was typed stays as it was typed, as long as it says what the list holds:
 * else a comma that begins the next item would be gone at once.
 */
export function ListInput({
  values,
  parse,
  onChange,
  placeholder = "",
}: {
  values: readonly string[];
  parse: (text: string) => string[];
  onChange: (values: string[]) => void;
  placeholder?: string;
}) {
  const [typed, setTyped] = useState(() => written(values));
  const says = parse(typed);
  const isSame = says.length === values.length && says.every((value, place) => value === values[place]);
  return (
    <TextInput
      value={isSame ? typed : written(values)}
      placeholder={placeholder}
      onInput={(text) => {
        setTyped(text);
        onChange(parse(text));
      }}
    />
  );
}

function written(values: readonly string[]): string {
  return values.map((value) => value.replaceAll(/[\\,]/g, String.raw`\$&`)).join(", ");
}
