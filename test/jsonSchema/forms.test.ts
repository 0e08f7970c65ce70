/** Texts that must have a form: the regular expressions of the JSON Schema against the checks of the library. */
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { Calendar, Condition, Integrations, TicketEvent } from "../../src/index.ts";
import { eventJsonSchema } from "../../src/jsonSchema/event.ts";
import { workspaceJsonSchema } from "../../src/jsonSchema/workspace.ts";
import { Name } from "../../src/schema.ts";
import { EndTime, StartTime, TimeZone } from "../../src/time/calendar.ts";

const ajv = new Ajv2020();
ajv.addSchema([workspaceJsonSchema(), eventJsonSchema()]);

const validator = (reference: string) => ajv.compile({ $ref: `urn:ticket-rules:${reference}` });
const workspaceDefinition = (name: string) => validator(`workspace:1#/$defs/${name}`);

const numbers = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, "0"));
const pairs = (separator: string) =>
  numbers.flatMap((first) => numbers.map((last) => first + separator + last));
const around = (text: string) => [
  `${text}\n`,
  ` ${text}`,
  `${text}0`,
  text.slice(1),
  text.toUpperCase(),
  `x${text}`,
];

/** Texts that only the library refuses. What only the JSON Schema refuses fails at once. */
function refusedByTheLibraryAlone(
  texts: readonly string[],
  valid: (text: string) => boolean,
  schema: z.ZodType,
  wrap: (text: string) => unknown = (text) => text,
): string[] {
  return texts.filter((text) => {
    const value = wrap(text);
    const accepted = schema.safeParse(value).success;
    expect(accepted && !valid(text), `the JSON Schema refuses ${JSON.stringify(text)}`).toBe(false);
    return !accepted && valid(text);
  });
}

describe("the JSON Schema says all of", () => {
  const whole = (
    name: string,
    texts: readonly string[],
    schema: z.ZodType,
    wrap?: (text: string) => unknown,
  ) => {
    const validate = workspaceDefinition(name);
    const accepts = (text: string) => validate(wrap === undefined ? text : wrap(text));
    expect(refusedByTheLibraryAlone(texts, accepts, schema, wrap)).toEqual([]);
    expect(texts.some(accepts), "some are accepted").toBe(true);
  };

  it("a start and an end, from 00:00 to 99:99", () => {
    const times = [...pairs(":"), ...around("09:00"), "", "9:00", "09:00:00", "٠٩:٠٠"];
    whole("timeRangeCondition/properties/from", times, StartTime);
    whole("timeRangeCondition/properties/to", times, EndTime);
  });

  it("flags, up to four of any", () => {
    const letters = [..."imsuvg"];
    const longer = (texts: string[]) => texts.flatMap((text) => letters.map((letter) => text + letter));
    const one = longer([""]);
    const flags = [
      "",
      ...one,
      ...longer(one),
      ...longer(longer(one)),
      ...longer(longer(longer(one))),
      "I",
      "u v",
    ];
    whole("condition", flags, Condition, (text) => ({ type: "messageMatches", pattern: "a", flags: text }));
  });

  it("names that are not blank", () => {
    const spaces = Array.from({ length: 0x3100 }, (_, code) => String.fromCharCode(code));
    whole(
      "account/properties/name",
      ["", ...spaces, ...spaces.map((space) => `${space}a${space}`), "\ufeff", "\ud800"],
      Name,
    );
  });
});

describe("the JSON Schema leaves to the library no more than", () => {
  const days = pairs("-")
    .filter((day) => day.slice(0, 2) < "14" && day.slice(3) < "34")
    .flatMap((day) => [`2023-${day}`, `2024-${day}`, `1900-${day}`, day]);

  it("29 February of dates", () => {
    const validate = workspaceDefinition("dateRangeCondition/properties/from");
    const condition = (from: string) => ({ type: "dateRange", from });
    const left = refusedByTheLibraryAlone([...days, ...around("2024-01-31")], validate, Condition, condition);
    expect(left).toEqual(["2023-02-29", "1900-02-29"]);
  });

  it("29 February of exceptions", () => {
    const calendar = (date: string) => ({
      id: "c",
      name: "C",
      timeZone: "UTC",
      weekly: {},
      exceptions: { [date]: [] },
    });
    const validate = workspaceDefinition("calendar");
    const accepts = (date: string) => validate(calendar(date));
    const left = refusedByTheLibraryAlone([...days, ...around("12-25")], accepts, Calendar, calendar);
    expect(left).toEqual(["2023-02-29", "1900-02-29"]);
  });

  it("29 February of instants, and the ends of time", () => {
    const instants = [
      ...days.map((day) => `${day}T12:00:00Z`),
      ...pairs(":").map((time) => `2026-03-14T${time}Z`),
      ...pairs(":").map((offset) => `2026-03-14T09:30:00-${offset}`),
      ...[
        "09:30:60Z",
        "09:30:00.5Z",
        "09:30:00,123456Z",
        "09:30:00.Z",
        "09:30+0300",
        "09:30-03",
        "09:30",
        "09:30z",
      ].map((time) => `2026-03-14T${time}`),
      ...["0000-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00", "2026-03-14 09:30Z", "2026-03-14"],
    ];
    const accepts = validator("ticket-event:1#/properties/at");
    const event = (at: string) => ({ id: "e", type: "t", at, ticket: { id: "t" } });
    expect(refusedByTheLibraryAlone(instants, accepts, TicketEvent, event)).toEqual([
      "2023-02-29T12:00:00Z",
      "1900-02-29T12:00:00Z",
      "0000-01-01T00:00:00+01:00",
      "9999-12-31T23:59:59-01:00",
    ]);
  });

  it("which zones there are", () => {
    const zones = Intl.supportedValuesOf("timeZone");
    const odd = [
      "UTC",
      "utc",
      "GMT",
      "EST",
      "+03:00",
      "America/Santigo",
      "a/b",
      "/b",
      "a/",
      "a//b",
      "Etc/GMT+3",
      "1/b",
    ];
    const texts = [
      ...zones,
      ...zones.map((zone) => zone.toLowerCase()),
      ...odd,
      ...around("America/Santiago"),
    ];
    const left = refusedByTheLibraryAlone(
      texts,
      workspaceDefinition("calendar/properties/timeZone"),
      TimeZone,
    );
    expect(left).toEqual(expect.arrayContaining(["America/Santigo", "a/b"]));
    for (const name of left) expect(name).toMatch(/^[\w+-]+(\/[\w+-]+)+$/);
  });

  it("what a URL means", () => {
    const controls = Array.from(
      { length: 0x120 },
      (_, code) => `https://example.com/${String.fromCharCode(code)}`,
    );
    const urls = [
      "https://a",
      "HTTPS://A.CL",
      "https:a.cl",
      "https:/a.cl",
      "https:",
      "http://a.cl",
      "ftp://a",
      "//a.cl",
      "",
    ];
    const hosts = [
      "https://[::1]",
      "https://127.1",
      "https://u:p@a.cl",
      "https://a.cl:99999",
      "https://ñandú.cl/?q#h",
    ];
    const settings = (url: string) => ({ webhook: { enabled: true, active: true, url } });
    const validate = workspaceDefinition("integrations");
    const accepts = (url: string) => validate(settings(url));
    const texts = [...controls, ...urls, ...hosts];
    const left = refusedByTheLibraryAlone(texts, accepts, Integrations, settings);
    expect(left).toEqual(["https://[::1]", "https://127.1", "https://u:p@a.cl", "https://a.cl:99999"]);
  });
});
