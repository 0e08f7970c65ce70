/** A rule in words, each word linked to the part of the rule that it came from. */
import type { Token } from "ticket-rules";
import { locale } from "../state/preferences.ts";

interface SentenceProps {
  readonly tokens: readonly Token[];
  /** What is lit: words whose part lies within it. */
  readonly isLit?: (token: Token) => boolean;
  /** Called with the word under the pointer or focus, with `undefined` when there is none. */
  readonly onPoint?: (token: Token | undefined) => void;
  /** Words that came from somewhere become buttons. */
  readonly onSelect?: (token: Token) => void;
}

/** The sentence. Plain text where nothing is to be selected. */
export function Sentence({ tokens, isLit = () => false, onPoint, onSelect }: SentenceProps) {
  return (
    <p class="sentence user-text" lang={locale.value} onPointerLeave={() => onPoint?.(undefined)}>
      {tokens.map((token, place) => {
        const kind = `word ${token.role} ${isLit(token) ? "lit" : ""}`;
        if (token.path === undefined || onSelect === undefined)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: words have no identity but their place
            <span key={place} class={kind}>
              {token.text}
            </span>
          );
        return (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: words have no identity but their place
            key={place}
            type="button"
            class={kind}
            onPointerEnter={() => onPoint?.(token)}
            onFocus={() => onPoint?.(token)}
            onBlur={() => onPoint?.(undefined)}
            onClick={() => onSelect(token)}
          >
            {token.text}
          </button>
        );
      })}
    </p>
  );
}
