/** What the strips show, as text: for those who do not see them, and to be copied. */
import { useState } from "preact/hooks";
import { locale } from "../state/preferences.ts";
import { Fold } from "../ui/Fold.tsx";
import { blockAt, type Lane } from "./lanes.ts";
import { tryTexts } from "./texts.ts";
import { clock, instant } from "./tried.ts";
import { clockText, wallTime, weekdayOf } from "./zoneTime.ts";

/** Folded at first: a lane a line, with how it stands now and its stretches. */
export function WeekInWords({ lanes }: { lanes: readonly Lane[] }) {
  const text = tryTexts();
  const [open, setOpen] = useState(false);
  return (
    <Fold open={open} onToggle={setOpen} title={text.weekInWords} level={4}>
      <ul class="stack week-words">
        {lanes.map((lane) => (
          <li key={lane.key}>
            <strong class="user-text">{lane.name}</strong>: {standing(lane)}
            <span class="small soft">
              {lane.blocks.length === 0 ? text.never : lane.blocks.map(stretchText).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function standing(lane: Lane): string {
  const text = tryTexts();
  const look = blockAt(lane, instant.value)?.look;
  if (lane.kind === "calendar") return look === undefined ? text.closed : text.open;
  if (look === undefined) return text.quietNow;
  return look === "fires" ? text.firesNow : text.unknownNow;
}

/** "lun 09:00–13:00"; a stretch that ends on another day names both. */
function stretchText({ from, to, look }: Lane["blocks"][number]): string {
  const { zone } = clock.value;
  const [start, end] = [wallTime(zone, from), wallTime(zone, to)];
  // What ends at midnight ends with its own day.
  const last = wallTime(zone, to - 1);
  const day = (date: string) => WEEKDAYS[locale.value][weekdayOf(date)];
  const till =
    last.date === start.date
      ? end.minuteOfDay === 0 || end.date !== start.date
        ? "24:00"
        : clockText(end.minuteOfDay)
      : `${day(end.date)} ${clockText(end.minuteOfDay)}`;
  return `${day(start.date)} ${clockText(start.minuteOfDay)}–${till}${look === "unknown" ? " (?)" : ""}`;
}

const WEEKDAYS = {
  es: ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
};
