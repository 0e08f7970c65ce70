/** The rules, in pieces: only those near what is in sight are in the page. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Issue } from "ticket-rules";
import { document } from "../state/document.ts";
import { focusRequest } from "../state/focus.ts";
import { keyOf } from "../state/identity.ts";
import { type Json, listOf, member, textOf } from "../state/json.ts";
import { betweenRules } from "../state/loaded.ts";
import { plain } from "../ui/ManyPicker.tsx";
import { RuleCard } from "./RuleCard.tsx";

/** How many rules come and go together. */
const PIECE = 20;

/** About how high a folded rule is: the room of those that were never in sight. */
const FOLDED_PX = 112;

/** The rules whose text holds what is looked for, all for the empty text. */
export function RuleList({ wanted }: { wanted: string }) {
  const rules = listOf(document.value.rules);
  const cross = crossIssuesByRule(betweenRules.value);
  const shown = placesOf(rules, wanted);
  const pieces: number[][] = [];
  for (let start = 0; start < shown.length; start += PIECE) pieces.push(shown.slice(start, start + PIECE));
  return (
    <div class="rule-list">
      {pieces.map((places, number) => (
        // A piece is its place in the list, whatever stands there.
        <Piece key={number} places={places} rules={rules} cross={cross} first={number === 0} />
      ))}
    </div>
  );
}

/** The places of the rules that hold a text in their names, ids or anywhere else. */
export function placesOf(rules: readonly Json[], wanted: string): number[] {
  const looked = plain(wanted.trim());
  return rules.flatMap((rule, place) => {
    if (looked === "") return [place];
    const said = `${textOf(member(rule, "name"))} ${textOf(member(rule, "id"))} ${textOf(member(rule, "integration"))}`;
    return plain(said).includes(looked) ? [place] : [];
  });
}

interface PieceProps {
  readonly places: readonly number[];
  readonly rules: readonly Json[];
  readonly cross: ReadonlyMap<number, readonly Issue[]>;
  readonly first: boolean;
}

function Piece({ places, rules, cross, first }: PieceProps) {
  const element = useRef<HTMLOListElement>(null);
  const [near, setNear] = useState(first);
  const height = useRef<number | undefined>(undefined);
  const asked = focusRequest.value?.path;
  const holdsAsked = asked?.[0] === "rules" && places.includes(Number(asked[1]));

  useEffect(() => {
    const own = element.current;
    if (own === null) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry === undefined) return;
        // What has the focus stays, or the focus would be lost.
        if (!entry.isIntersecting && own.contains(globalThis.document.activeElement)) return;
        if (!entry.isIntersecting && entry.boundingClientRect.height > 0)
          height.current = entry.boundingClientRect.height;
        setNear(entry.isIntersecting);
      },
      { rootMargin: "1200px 0px" },
    );
    observer.observe(own);
    return () => observer.disconnect();
  }, []);

  const isShown = near || holdsAsked;
  return (
    <ol
      ref={element}
      class="rule-piece"
      style={isShown ? {} : { blockSize: `${height.current ?? places.length * FOLDED_PX}px` }}
    >
      {isShown &&
        places.map((place) => {
          const rule = rules[place];
          if (rule === undefined) return null;
          return (
            <RuleCard
              key={keyOf(rule)}
              rule={rule}
              place={place}
              count={rules.length}
              crossIssues={cross.get(place) ?? NONE}
            />
          );
        })}
    </ol>
  );
}

const NONE: readonly Issue[] = [];

let lastCross: { of: readonly Issue[]; byRule: Map<number, readonly Issue[]> } | undefined;

/** By the place of the rule, with paths from the rule; the same lists for the same issues. */
function crossIssuesByRule(of: readonly Issue[]): ReadonlyMap<number, readonly Issue[]> {
  if (lastCross?.of === of) return lastCross.byRule;
  const byRule = new Map<number, Issue[]>();
  for (const issue of of) {
    const place = Number(issue.path[1]);
    const own = { ...issue, path: issue.path.slice(2) };
    const others = byRule.get(place);
    if (others === undefined) byRule.set(place, [own]);
    else others.push(own);
  }
  lastCross = { of, byRule };
  return byRule;
}
