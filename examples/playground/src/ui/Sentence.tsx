/** A rule in words, each word linked to the part of the rule that it came from. */
import { useState } from "preact/hooks";
import type { Token } from "ticket-rules";
import { locale } from "../state/preferences.ts";

interface SentenceProps {
  readonly tokens: readonly Token[];
  /** What is lit: words whose part lies within it. */
  readonly isLit?: (token: Token) => boolean;
  /** Called with the word under the pointer or focus, with `undefined` when there is none. */
  readonly onPoint?: (token: Token | undefined) => void;
  /** Words that came from somewhere become links: one stop of the Tab key, arrows from word to word. */
  readonly onSelect?: (token: Token) => void;
}

/** The sentence. Plain text where nothing is to be selected. */
export function Sentence({ tokens, isLit = () => false, onPoint, onSelect }: SentenceProps) {
  const [stop, setStop] = useState(0);
  const linked = tokens.flatMap(({ path }, place) => (path === undefined ? [] : [place]));
  const current = linked.includes(stop) ? stop : linked[0];
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = linked[linked.indexOf(current ?? 0) + step];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    setStop(next);
    event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-word="${next}"]`)?.focus();
  };
  return (
    <p class="sentence user-text" lang={locale.value} onPointerLeave={() => onPoint?.(undefined)}>
      {tokens.map((token, place) => {
        const kind = `word word-${token.role} of-${token.path?.[0] ?? ""} ${isLit(token) ? "lit" : ""}`;
        if (token.path === undefined || onSelect === undefined)
          return (
            <span key={place} class={kind}>
              {token.text}
            </span>
          );
        return (
          // biome-ignore lint/a11y/useValidAnchor: it leads to a part of the page; a button would not wrap with the sentence
          <a
            key={place}
            href="#content"
            class={kind}
            data-word={place}
            tabIndex={place === current ? 0 : -1}
            onPointerEnter={() => onPoint?.(token)}
            onFocus={() => onPoint?.(token)}
            onBlur={() => onPoint?.(undefined)}
            onKeyDown={onKeyDown}
            onClick={(event) => {
              event.preventDefault();
              setStop(place);
              onSelect(token);
            }}
          >
            {token.text}
          </a>
        );
      })}
    </p>
  );
}
