/** Fields of local date and time (`datetime-local`), in a zone of our choice. */
import { clockText, instantOf, wallTime } from "./zoneTime.ts";

/** What a field of local date and time holds for an instant. */
export function localField(zone: string, ms: number): string {
  if (!Number.isFinite(ms)) return "";
  const { date, minuteOfDay } = wallTime(zone, ms);
  return `${date}T${clockText(minuteOfDay)}`;
}

/** The instant of such a field. */
export function readLocalField(zone: string, value: string): number | undefined {
  const [, date, hours, minutes] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(value) ?? [];
  if (date === undefined || Number.isNaN(Date.parse(date))) return undefined;
  return instantOf(zone, { date, minuteOfDay: Number(hours) * 60 + Number(minutes) });
}
