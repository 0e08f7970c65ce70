/** A strip of time: days or hours along the top, a lane for each calendar and rule, and the event's instant across. */
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { type Block, type Lane, within } from "./lanes.ts";
import { useWidth } from "./useWidth.ts";
import type { Stretch } from "./week.ts";
import { type ClockChange, MINUTE } from "./zoneTime.ts";

/** How high things are, in pixels. */
export const HEAD = 44;
const LANE = { calendar: 44, rule: 40 } as const;
const LABEL = 19;
const FOOT = 8;

interface StripProps {
  readonly span: Stretch;
  readonly lanes: readonly Lane[];
  readonly instant: number;
  readonly changes: readonly ClockChange[];
  /** Where vertical lines stand. */
  readonly lines: readonly number[];
  /** What stands above the lanes. */
  readonly head: (x: (at: number) => number, width: number) => ComponentChildren;
  /** Called with instants while the strip is pressed or dragged. */
  readonly onPoint: (at: number) => void;
  /** To which parts of an hour a pointer is rounded, in minutes. */
  readonly snap: number;
}

/** The drawing. What it shows is told in words beside it. */
export function Strip({ span, lanes, instant, changes, lines, head, onPoint, snap }: StripProps) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const hatch = useId().replaceAll(":", "");
  const inner = width - 2 * EDGE;
  const x = (at: number) => EDGE + ((at - span.from) / (span.to - span.from)) * inner;
  const tops = topsOf(lanes);
  const height = (tops.at(-1) ?? HEAD) + FOOT;
  const isInside = span.from <= instant && instant < span.to;

  const point = ({ clientX, currentTarget }: PointerEvent) => {
    if (!(currentTarget instanceof Element)) return;
    const part = (clientX - currentTarget.getBoundingClientRect().left - EDGE) / inner;
    const minutes = (part * (span.to - span.from)) / MINUTE;
    const last = (span.to - span.from) / MINUTE - snap;
    const rounded = Math.min(Math.max(Math.round(minutes / snap) * snap, 0), last);
    onPoint(span.from + rounded * MINUTE);
  };

  return (
    <div ref={ref} class="strip">
      <svg
        width={width}
        height={height}
        aria-hidden="true"
        focusable="false"
        onPointerDown={(pressed) => {
          pressed.currentTarget.setPointerCapture(pressed.pointerId);
          point(pressed);
        }}
        onPointerMove={(moved) => moved.currentTarget.hasPointerCapture(moved.pointerId) && point(moved)}
      >
        <defs>
          <pattern
            id={hatch}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M0 0v6" class="strip-hatch" />
          </pattern>
        </defs>
        {head(x, width)}
        {lines.map((at) => (
          <path key={at} d={`M${x(at)} ${HEAD - 6}V${height - FOOT}`} class="strip-line" />
        ))}
        {lanes.map((lane, index) => (
          <LaneRow
            key={lane.key}
            lane={lane}
            top={tops[index] ?? 0}
            width={width}
            blocks={within(lane.blocks, span)}
            x={x}
            hatch={hatch}
          />
        ))}
        {changes.map(({ at, jump }) => (
          <g key={at} class="strip-change">
            <path d={`M${x(at)} ${HEAD - 6}V${height - FOOT}`} />
            <text x={x(at) + 4} y={HEAD + 10}>
              {jumpText(jump)}
            </text>
          </g>
        ))}
        {isInside && (
          <g class="strip-now">
            <path d={`M${x(instant)} ${HEAD - 4}V${height - 2}`} />
            <path d={`M${x(instant) - 7} ${HEAD - 14}h14v5l-7 7-7-7z`} class="strip-handle" />
          </g>
        )}
      </svg>
    </div>
  );
}

/** Room at both ends, for what stands right at them. */
const EDGE = 8;

function LaneRow({
  lane,
  top,
  width,
  blocks,
  x,
  hatch,
}: {
  lane: Lane;
  top: number;
  width: number;
  blocks: readonly Block[];
  x: (at: number) => number;
  hatch: string;
}) {
  const base = top + LABEL;
  const height = LANE[lane.kind] - LABEL - 8;
  return (
    <g class={`lane lane-${lane.kind}`}>
      <text x={EDGE} y={top + 13} class="lane-name">
        {fitting(lane.name, width - 2 * EDGE)}
      </text>
      <path d={`M${EDGE} ${base + height - 0.5}H${width - EDGE}`} class="lane-base" />
      {blocks.map(({ from, to, look }) => {
        const size = Math.max(x(to) - x(from), 1.5);
        return (
          <g key={from} class={`block block-${look}`}>
            <rect x={x(from)} y={base} width={size} height={height} rx="2" />
            {look === "unknown" && (
              <rect
                x={x(from)}
                y={base}
                width={size}
                height={height}
                rx="2"
                fill={`url(#${hatch})`}
                class="block-over"
              />
            )}
            {look === "fires" && <path d={`M${x(from)} ${base + 1.5}h${size}`} class="block-edge" />}
          </g>
        );
      })}
    </g>
  );
}

/** The tops of the lanes, and the bottom of the last. */
function topsOf(lanes: readonly Lane[]): number[] {
  const tops = [HEAD];
  for (const { kind } of lanes) tops.push((tops.at(-1) ?? HEAD) + LANE[kind]);
  return tops;
}

/** As much of a name as fits; SVG does not cut text. What turns the direction of the rest around is kept to itself. */
function fitting(name: string, width: number): string {
  const line = name.replace(/\s+/g, " ");
  const most = Math.floor(width / 7);
  const signs = [...line.slice(0, most * 4)];
  return `\u2068${signs.length <= most ? signs.join("") : `${signs.slice(0, most - 1).join("")}…`}\u2069`;
}

function jumpText(jump: number): string {
  const size = Math.abs(jump);
  return `${jump < 0 ? "−" : "+"}${size % 60 === 0 ? `${size / 60} h` : `${size} min`}`;
}
