/**
 * Questions of which the answers were worked out by hand from the specification before any was asked: about time, text,
 * classification, unknown facts and edges.
 */
import type { Rule, Workspace } from "ticket-rules";
import type { AnalyzerOptions, ConditionVerdict, Relation } from "ticket-rules/analysis";
import {
  worldA as A,
  acc,
  all,
  and,
  B,
  cls,
  worldD as D,
  type Draft,
  day,
  dr,
  edited,
  NOT,
  na,
  not,
  OR,
  on,
  open,
  or,
  R,
  re,
  worldS as S,
  shut,
  sub,
  suball,
  T,
  tr,
  un,
  WEEK,
  w,
  worldB as Z,
} from "./examinerWorlds.ts";

const [n, s, a] = ["never", "sometimes", "always"] as const;
type V = "never" | "sometimes" | "always";
const leapDays = [2012, 2016, 2020, 2024, 2028, 2032, 2036, 2040, 2044, 2048].map((y) => on(`${y}-02-29`));
const satJul4 = [2015, 2020, 2026, 2037, 2043, 2048].map((y) => on(`${y}-07-04`));
const y26 = dr("2026-01-01", "2026-12-31"),
  y27 = dr("2027-01-01", "2027-12-31");

const utc = (id: string, weekly: NonNullable<Workspace["calendars"]>[number]["weekly"]) => ({
  id,
  name: id,
  timeZone: "UTC",
  weekly,
});
const A2: Workspace = { ...A, calendars: [...A.calendars!, utc("sun34", { sun: [["03:00", "04:00"]] })] };
const Z2: Workspace = {
  ...Z,
  calendars: [
    ...Z.calendars!,
    utc("sun0231", { sun: [["02:31", "03:30"]] }),
    utc("sun0230", { sun: [["02:30", "02:31"]] }),
  ],
};
/** world, rule, verdict, edges, options */
export const fires: [Workspace, Rule, V, (Record<string, "yes" | "no"> | undefined)?, AnalyzerOptions?][] = [
  // time
  [A, R([acc("apia"), on("2011-12-30")]), n],
  [A, R([on("2011-12-30")]), s],
  [A, R([acc("apia"), dr("2011-12-29", "2011-12-31"), day("fri")]), n],
  [A, R([acc("wsp"), on("2026-09-06"), tr("00:00", "01:00")]), n],
  [A, R([acc("wsp"), on("2026-09-06"), tr("00:30", "01:30")]), s],
  [A, R([on("2026-09-06"), tr("00:00", "01:00")]), s],
  [S, R([on("2026-09-06"), tr("00:00", "01:00")]), n],
  [A, R([not(acc("mad", "apia", "ny")), on("2026-09-06"), tr("00:00", "01:00")]), n],
  [A, R([acc("mad"), on("2026-03-29"), tr("02:00", "03:00")]), n],
  [A, R([acc("mad"), open(), day("sun"), on("2026-03-29")]), n],
  [A, R([acc("mad"), open(), day("sun"), on("2026-10-25")]), s],
  [A, R([acc("mad"), shut(), on("2026-10-25"), tr("02:00", "03:00")]), n],
  [A, R([acc("bare"), open()]), n],
  [A, R([acc("bare"), or(open(), shut())]), n],
  [A, R([or(open(), shut())]), s],
  [A, R([not(open(), shut())]), n],
  [A, R([or(open("guard"), shut("guard"))]), a],
  [A, R([open("guard")]), a],
  [A, R([shut("guard")]), n],
  [A, R([open("empty")]), n],
  [A, NOT([open("empty")]), a],
  [A, R([open("nope")]), n],
  [A, R([not(open("nope"))]), n],
  [A, R([not(acc("ghost"))]), a],
  [A, R([acc("wsp"), open(), on("2024-02-29"), tr("20:00", "23:00")]), s],
  [A, R([acc("wsp"), open(), tr("20:00", "23:00"), not(...leapDays)]), n],
  [A, R([acc("wsp"), open(), tr("20:00", "23:00"), not(...leapDays.slice(0, 9))]), s],
  [A, R([acc("wsp"), open(), on("2026-01-01"), tr("09:00", "10:00")]), n],
  [A, R([acc("wsp"), open(), on("2026-01-01"), tr("10:00", "12:00")]), s],
  [A, R([acc("wsp"), open(), on("2027-01-01")]), n],
  [A, R([acc("ny"), open(), on("2026-07-04"), tr("00:00", "06:00")]), n],
  [A, R([acc("ny"), open(), on("2025-07-05")]), n],
  [A, R([acc("ny"), open(), on("2025-07-04"), tr("13:00", "12:00")]), n],
  [A, R([acc("ny"), open(), on("2020-07-04"), tr("05:59", "06:00")]), s],
  [A, R([acc("ny"), open(), on("2020-07-04"), tr("06:00", "12:00")]), n],
  [A, R([acc("ny"), open(), day("sat"), tr("06:00", "22:00")]), s],
  [A, R([acc("ny"), open(), day("sat"), tr("06:00", "22:00"), not(...satJul4)]), n],
  [A, R([acc("bare"), open("office"), day("sun")]), s],
  [A, R([acc("bare"), open("office"), day("sun"), not(on("2032-02-29"))]), n],
  [A, R([acc("mad"), open("office"), day("sun")]), s],
  [A, R([acc("mad"), open("office"), day("sun"), y26]), n],
  [A, R([acc("mad"), open("office"), tr("09:00", "13:00"), y26]), n],
  [A, R([acc("mad"), open("office"), tr("09:00", "13:01"), y26]), s],
  [A, R([dr(undefined, "2009-12-31")]), n],
  [A, R([tr("22:00", "06:00"), tr("06:00", "22:00")]), n],
  [A, R([or(tr("22:00", "06:00"), tr("06:00", "22:00"))]), a],
  [A, R([or(tr("22:00", "06:00"), tr("06:00", "21:59"))]), s],
  [A, R([or(day("mon", "tue", "wed"), day("thu", "fri"), day("sat", "sun"))]), a],
  [A, R([or(dr(undefined, "2026-05-01"), dr("2026-05-02"))]), a],
  [A, R([or(dr(undefined, "2011-12-29"), dr("2011-12-31"))]), s],
  [A, R([or(not(acc("apia")), dr(undefined, "2011-12-29"), dr("2011-12-31"))]), a],
  [A, R([day("mon"), dr("2026-03-17", "2026-03-22")]), n],
  [A, R([day("tue"), dr("2026-02-28", "2026-03-01")]), n],
  [A, R([day("tue"), dr("2028-02-28", "2028-03-01")]), s],
  [Z, R([acc("pyong"), on("2018-05-04"), tr("23:30", "24:00")]), n],
  [Z, R([acc("pyong"), on("2018-05-04"), tr("23:29", "24:00")]), s],
  [Z, R([acc("lh"), on("2026-10-04"), tr("02:00", "02:30")]), n],
  [Z, R([acc("lh"), on("2026-10-04"), tr("02:00", "02:31")]), s],
  [Z, R([acc("lh"), open(), on("2026-10-04")]), n],
  [Z, R([acc("lh"), open(), tr("01:30", "02:00")]), n],
  [Z, R([acc("scores"), on("2025-03-29"), tr("23:00", "24:00")]), n],
  [Z, R([acc("cairo"), on("2026-04-24"), tr("00:00", "01:00")]), n],
  [Z, R([acc("cairo"), open(), on("2026-04-24"), tr("00:00", "09:00")]), n],
  [Z, R([acc("cairo"), open(), on("2026-04-17"), tr("00:00", "09:00")]), s],
  [Z, R([acc("troll"), on("2026-03-29"), tr("01:00", "03:00")]), n],
  [Z, R([acc("faka"), on("2011-12-30")]), n],
  [Z, R([acc("ccs"), on("2016-05-01"), tr("02:30", "03:00")]), n],
  [Z, R([acc("kiri"), open("utcmon"), day("sun")]), n],
  [Z, R([acc("kiri"), open("utcmon"), day("tue"), tr("13:59", "14:00")]), s],
  [Z, R([acc("kiri"), open("utcmon"), day("tue"), tr("14:00", "24:00")]), n],
  [Z, R([acc("ktm"), open("utcmon"), day("mon"), tr("00:00", "05:45")]), n],
  [Z, R([acc("ktm"), open("utcmon"), day("mon"), tr("00:00", "05:46")]), s],
  [Z, R([acc("kiri", "ktm"), open("utcmon"), day("tue"), tr("05:45", "14:00")]), s],
  [Z, R([acc("ktm"), open("utcmon"), day("tue"), tr("05:45", "14:00")]), n],
  [D, R([acc("lost"), day(...WEEK)]), n],
  [D, R([day(...WEEK)]), s],
  [D, R([acc("lost"), not(day(...WEEK))]), n],
  [D, R([acc("lost"), or(day(...WEEK), un)]), s],
  // classification
  [A, R([cls("motivo", "zzz")]), n],
  [A, NOT([cls("motivo", "zzz")]), a],
  [A, R([cls("nofield", "x")]), n],
  [A, R([not(cls("nofield", "x"))]), a],
  [A, R([cls("urgente", "false")]), n],
  [A, R([cls("urgente", [true, false])]), s],
  [A, R([cls("etiquetas", "vip"), cls("etiquetas", "moroso")]), s],
  [A, R([cls("motivo", "soporte"), cls("motivo", "ventas")]), n],
  [A, R([cls("motivo", "reclamacion"), not(cls("motivo", "RECLAMACIÓN"))]), n],
  [A, R([cls("motivo", "reclamacion")]), s],
  [A, R([cls("nota", "año"), cls("nota", "ano")]), n],
  [A, R([cls("nota", " Año  Nuevo "), not(cls("nota", "AÑO NUEVO"))]), n],
  [A, R([cls("monto", 5), not(cls("monto", [4, 5]))]), n],
  [A, R([cls("monto", "5")]), n],
  [A, R([cls("monto", 0), not(cls("monto", -0))]), n],
  [A, R([cls("etiquetas", "vip"), not(cls("etiquetas", ["vip", "nuevo"]))]), n],
  [A, R([cls("etiquetas", "vip"), not(cls("etiquetas", "nuevo"))]), s],
  [A, R([cls("fecha", "2026-01-01"), cls("fecha", ["2026-01-02", "2026-01-01"])]), s],
  [A, R([un, not(un)]), n],
  [A, R([or(un, not(un))]), a],
  [A, NOT([]), a],
  [A, NOT([un, not(un)]), n],
  // words
  [A, R([w("baja"), not(sub("baja"))]), n],
  [A, R([sub("baja"), not(w("baja"))]), s],
  [A, R([w("dar de baja"), not(w("baja"))]), n],
  [A, R([w("e-mail"), not(w("mail"))]), n],
  [A, R([w("👍baja"), not(w("baja"))]), n],
  [A, R([w("x2"), not(w("2"))]), s],
  [A, R([w("ano"), not(w("año"))]), s],
  [A, R([w("año"), sub("ano")]), s],
  [A, R([w("cancelacion"), not(w("CANCELACIÓN"))]), n],
  [A, R([w("ＡＢＣ"), not(w("abc"))]), n],
  [A, R([w("ﬁn"), not(w("fin"))]), n],
  [A, R([w("ΟΔΟΣ"), not(w("οδος"))]), n],
  [A, R([w("İzmir"), not(w("izmir"))]), n],
  [A, R([w("👍🏽"), not(w("👍"))]), n],
  [A, R([w("👍"), not(w("👍🏽"))]), s],
  [A, R([w("❤️"), not(w("❤"))]), n],
  [A, R([w("👩‍💻"), not(w("💻"))]), n],
  [A, R([w("👩💻"), not(w("👩‍💻"))]), s],
  [A, R([all("a", "b"), not(w("a"))]), n],
  [A, R([not(all("a", "b")), w("a"), w("b")]), n],
  [A, R([w("a b"), w("b c"), not(w("a b c"))]), s],
  [A, R([w("ba\u200Bja"), not(sub("\u00ADbaja"))]), n],
  // patterns against words
  [A, R([re("^\\d+$"), w("baja")]), n],
  [A, R([re("^baja$"), not(w("baja"))]), n],
  [A, R([re("cancelación"), not(w("cancelacion"))]), s],
  [A, R([w("cancelacion"), not(re("cancelacion")), not(re("cancelación"))]), s],
  [A, R([re("^\\u212Ailo$", "iu"), w("kilo")]), s],
  [A, R([re("q\\u0301")]), s],
  [A, R([re("^.{2}$"), w("fin")]), s],
  [A, R([re("^.$"), w("no")]), s],
  [A, R([re("^.$"), w("tel")]), s],
  [A, R([re("^[^a-z]*$"), w("hola")]), s],
  [A, R([re("^\\w+$"), w("no"), not(re("no"))]), n],
  [A, R([re("^\\w+$"), w("baja"), not(re("^baja$"))]), s],
  [A, R([re("\\bno\\b"), not(w("no"))]), s],
  [A, R([w("no"), not(re("\\bno\\b"))]), s],
  [A, R([re("^[\\x20-\\x7e]*$"), w("no"), not(re("(^|[^a-z0-9])no([^a-z0-9]|$)"))]), n],
  [A, R([re("^\\S+$"), w("dar de baja")]), s], // an acute accent by itself folds to a space
  [A, R([re("^[!-~]+$"), w("dar de baja")]), n],
  [A, R([w("10"), not(re("10"))]), s],
  [A, R([re("^\\d+$"), w("٣")]), n],
  [A, R([w("a"), re("^[^a-z]+$")]), s],
  [A, R([re("^[a-zñáéíóúü ]+$"), w("baja"), not(re("baja"))]), s],
  [A, R([re("^[a-z ]+$"), sub("baja"), not(re("baja"))]), n],
  [A, R([re("^[a-z ]+$"), w("dar de"), not(re("dar de"))]), s],
  [A, R([re("^[a-z ]+$"), w("dar de"), not(re("dar +de"))]), n],
  [A, R([re("^ſ$", "i"), w("s")]), s],
  // patterns against patterns
  [A, R([re("BAJA", ""), not(re("baja"))]), n],
  [A, R([re("baja"), not(re("BAJA", ""))]), s],
  [A, R([re("a.b", "s"), not(re("a.b", ""))]), s],
  [A, R([re("a.b", ""), not(re("a.b", "s"))]), n],
  [A, R([re("^b$", "m"), not(re("^b$", ""))]), s],
  [A, R([re("^b$", ""), not(re("^b$", "m"))]), n],
  [A, R([re("^.$", "u"), re("^..$", "")]), s],
  [A, R([re("^.$", "u"), re("^...$", "")]), n],
  [A, R([re("^ſ$", "i"), re("^s$", "i")]), n],
  [A, R([re("^ſ$", "iu"), re("^s$", "i")]), s],
  [A, R([re("ñ"), not(re("Ñ"))]), n],
  [A, R([re("ẞ", "i"), not(re("ß", "i"))]), s],
  [A, R([re("^\\p{Lu}$", "iu"), re("^a$", "")]), s],
  [A, R([re("^\\p{Lu}$", "u"), re("^[a-z]+$", "")]), n],
  [A, R([re("^[\\p{L}--[a-z]]+$", "v"), re("^[a-z]", "")]), n],
  [A, R([re("^[\\p{L}--[a-z]]+$", "v"), w("hola")]), s],
  [A, R([re("^$"), w("a")]), n],
  [A, R([re("(?:)")]), s],
  [A, R([not(re("(?:)"))]), s],
  [A, R([not(re("[^]")), not(re("^$"))]), s],
  [A, R([not(re("(?:)")), or(re("^$"), w("x"))]), n],
  [A, R([re("a^")]), n],
  [A, R([re("a^", "m")]), n],
  [A, R([re("\\n^", "m")]), s],
  [A, R([re("\\b\\B")]), n],
  [A, R([re("[]")]), n],
  [A, R([re("^(ab)+$"), re("^(ba)+$")]), n],
  [A, R([re("^(aa)+$"), re("^(aaa)+$"), not(re("^(a{6})+$"))]), n],
  [A, R([re("^a{2,5}$"), re("^a{6,}$")]), n],
  [A, R([re("^[^@]+@[^@]+$"), re("@.*@")]), n],
  // or, and its edges
  [A, T([cls("motivo", "soporte")], { operator: "or" }), a, { "ticket.classified": "yes" }],
  [
    A,
    T([and(cls("motivo", "soporte"), cls("motivo", "ventas"))], { operator: "or" }),
    a,
    { "ticket.classified": "no" },
  ],
  [
    A,
    T([or(cls("motivo", "soporte"), not(cls("motivo", "soporte")))], { operator: "or" }),
    a,
    { "ticket.classified": "yes" },
  ],
  [A, T([acc("wsp")], { operator: "or" }), a, {}],
  [A, OR([w("baja")]), a, { "message.received": "yes" }],
  [
    A,
    OR([cls("motivo", "soporte"), w("x")], { trigger: "message.received" }),
    a,
    { "ticket.classified": "yes" },
  ],
  [A, OR([not(w("baja"))]), a, { "message.received": "yes" }],
  [A, OR([or(w("baja"), open("guard"))]), a, { "message.received": "no" }],
  [A, OR([and(cls("motivo", "soporte"), cls("nofield", "x"))]), a, { "ticket.classified": "no" }],
  [
    A,
    OR([and(w("baja"), cls("motivo", "soporte"))]),
    a,
    { "ticket.classified": "yes", "message.received": "yes" },
  ],
  [A, OR([and(cls("motivo", "soporte"), dr(undefined, "2009-12-31"))]), a, { "ticket.classified": "no" }],
  [
    A,
    OR([and(cls("motivo", "soporte"), acc("apia"), on("2011-12-30")), and(w("x"), not(w("x")))]),
    a,
    { "ticket.classified": "no", "message.received": "no" },
  ],
  [A, OR([and(re("^\\d+$"), w("baja"))]), a, { "message.received": "no" }],
  [
    A,
    OR([or(cls("motivo", "soporte"), acc("wsp")), and(acc("wsp"), cls("nofield", "1"))]),
    a,
    { "ticket.classified": "yes" },
  ],
  [A, OR([and(or(cls("motivo", "soporte"), acc("wsp")), acc("wsp"))]), a, { "ticket.classified": "no" }],
  [A, OR([]), a, {}],
  [A, OR([not(cls("motivo", "soporte"))]), a, { "ticket.classified": "yes" }],
  [A, OR([and(cls("motivo", "soporte"), acc("bare"), open())]), a, { "ticket.classified": "no" }],
  [A, OR([and(acc("bare"), or(cls("motivo", "soporte"), open()))]), a, { "ticket.classified": "yes" }],
  [A, OR([and(acc("wsp"), or(cls("motivo", "soporte"), open("guard")))]), a, { "ticket.classified": "no" }],
  [A, OR([not(re("[^]"))]), a, { "message.received": "yes" }],
  [A, OR([and(w("a"), not(sub("a")))]), a, { "message.received": "no" }],
  [A, OR([cls("motivo", "ghost")]), a, { "ticket.classified": "no" }],
  [A, OR([not(cls("motivo", "ghost"))]), a, { "ticket.classified": "no" }],
  [A, OR([not(cls("motivo", "ghost"), cls("urgente", true))]), a, { "ticket.classified": "yes" }],
  [A, OR([not(and(cls("etiquetas", "vip"), cls("etiquetas", "nuevo")))]), a, { "ticket.classified": "yes" }],
  [A, OR([and(cls("urgente", true), cls("urgente", false))]), a, { "ticket.classified": "no" }],
  [
    A,
    OR([and(cls("monto", 1), cls("motivo", "soporte"), w("x"))]),
    a,
    { "message.received": "yes", "ticket.classified": "yes" },
  ],
  // what is assumed, and the horizon
  [
    A,
    R([or(cls("urgente", true), cls("urgente", false))]),
    a,
    undefined,
    { assume: [cls("urgente", [true, false])] },
  ],
  [
    A,
    R([or(open(), shut())]),
    a,
    undefined,
    { assume: [not(acc("bare")), acc("wsp", "mad", "apia", "ny", "bare")] },
  ],
  [A, R([or(open(), shut())]), s, undefined, { assume: [not(acc("bare"))] }], // no account at all
  [A, R([not(acc("wsp")), un]), n, undefined, { assume: [acc("wsp")] }],
  [A, R([w("baja"), un]), n, undefined, { assume: [re("^\\d*$")] }],
  [
    A,
    R([acc("mad"), tr("02:00", "03:00")]),
    n,
    undefined,
    { horizon: { from: "2026-03-29", to: "2026-03-29" } },
  ],
  [A, R([day("sun")]), a, undefined, { horizon: { from: "2026-03-29", to: "2026-03-29" } }],
  [A, R([acc("apia")]), n, undefined, { horizon: { from: "2011-12-30", to: "2011-12-30" } }],
  [A, R([not(acc("apia")), day("fri")]), a, undefined, { horizon: { from: "2011-12-30", to: "2011-12-30" } }],
  [Z, R([acc("kiri"), open("utcmon")]), s, undefined, { horizon: { from: "2026-03-16", to: "2026-03-16" } }],
  [Z, R([acc("kiri"), open("utcmon")]), n, undefined, { horizon: { from: "2026-03-15", to: "2026-03-15" } }],
  [
    Z,
    R([acc("kiri"), open("utcmon"), tr("00:00", "14:00")]),
    s,
    undefined,
    { horizon: { from: "2026-03-17", to: "2026-03-17" } },
  ],
  [
    Z,
    R([acc("kiri"), open("utcmon"), tr("14:00", "00:00")]),
    n,
    undefined,
    { horizon: { from: "2026-03-17", to: "2026-03-17" } },
  ],
  [A, R([acc("wsp"), open()]), n, undefined, { horizon: { from: "2026-09-18", to: "2026-09-18" } }],
  // hours that come twice
  [Z2, R([acc("stj"), on("2010-11-06"), tr("23:01", "24:00"), open("sun0231")]), s],
  [Z2, R([acc("stj"), on("2010-11-07"), open("sun0231")]), n],
  [Z2, R([acc("stj"), on("2010-11-07"), open("sun0230")]), s],
  [Z2, R([acc("stj"), on("2010-11-06"), open("sun0230")]), n],
  [A2, R([acc("wsp"), on("2026-04-04"), open("sun34")]), s],
  [A2, R([acc("wsp"), on("2026-04-05"), open("sun34")]), n],
  [A2, R([acc("wsp"), day("sat"), open("sun34")]), s],
  [A2, R([acc("wsp"), day("sat"), open("sun34"), dr("2026-10-01", "2027-03-31")]), n],
  [A2, R([acc("wsp"), on("2026-09-06"), open("sun34")]), n], // 03:00 to 04:00 Z is the last hour of the 5th
  [A2, R([acc("wsp"), on("2026-09-05"), open("sun34"), tr("23:00", "24:00")]), s],
  [A2, R([acc("mad"), open("sun34"), on("2026-03-29"), tr("05:00", "06:00")]), s],
  [A2, R([acc("mad"), open("sun34"), on("2026-10-25"), tr("05:00", "06:00")]), n],
  [A2, R([acc("mad"), open("sun34"), on("2026-10-25"), tr("04:00", "05:00")]), s],
  // values that are nothing
  [A, R([cls("etiquetas", "MOROSO"), not(cls("etiquetas", "moroso"))]), n],
  [A, R([cls("motivo", 5)]), n],
  [A, R([cls("nota", 5)]), n],
  [A, R([cls("etiquetas", true)]), n],
  [A, R([not(cls("nota", "\u200b"))]), a],
  [A, R([cls("__proto__", "x")]), n],
  [A, R([acc("constructor")]), n],
  [A, R([cls("urgente", [true, "x", 1]), not(cls("urgente", true))]), n],
  // words within words, edges, phrases
  [A, R([w("c++"), not(w("c"))]), n],
  [A, R([w("c"), not(w("c++"))]), s],
  [A, R([w("c++"), re("^c\\+\\+x$")]), s], // + is no letter: nothing guards that edge
  [A, R([w("++c"), re("^x\\+\\+c$")]), s],
  [A, R([w("c#"), re("^xc#$")]), n],
  [A, R([w("a-b"), not(all("a", "b"))]), n],
  [A, R([all("a", "b"), not(sub("a-b", "a b", "b a", "b-a"))]), s],
  [A, R([sub("dar de"), sub("de baja"), not(sub("dar de baja"))]), s],
  [A, R([re("^dar de baja$"), not(suball("dar de", "de baja"))]), n],
  [A, R([re("^.{11}$"), sub("dar de baja"), re("^[a-z ]+$"), not(re("^dar de baja$"))]), n],
  [A, R([w("ñ"), not(w("n"))]), s],
  [A, R([w("n\u0303o"), not(w("ño"))]), n],
  [A, R([re("^[0-9]{3}$"), w("100", "200"), not(w("100"))]), s],
  [A, R([re("^[0-9]{2}$"), w("100", "200")]), n],
  [A, R([w("a"), re("^(ab)+$")]), n],
  [A, R([sub("ba"), re("^(ab)+$"), not(sub("abab"))]), n],
  [A, R([re("^\\W+$"), w("si")]), s],
  [A, R([re("^\\d{1,2}(\\.\\d{3}){2}-[\\dk]$"), not(re("-"))]), n],
  [A, R([re("^\\d{1,2}(\\.\\d{3}){2}-[\\dk]$"), w("k")]), s],
  [A, R([re("^\\d{1,2}(\\.\\d{3}){2}-[\\dk]$"), sub("kk")]), n],
  [A, R([re("^(?:hola|buenas)\\b"), not(w("hola", "buenas"))]), s], // holañ
  [A, R([re("^(?:hola|buenas)$"), not(w("hola", "buenas"))]), n],
  [A, R([re("^[^,]*,[^,]*$"), re("^([^,]*,){2}")]), n],
  [A, R([re("^\\s*$"), w("a")]), n],
  [A, R([re("^\\s+$"), not(re(" "))]), s],
  [A, R([re("x{3,}"), not(re("xxx"))]), n],
  [A, R([re("^(?:a?){5}$"), re("a{6}")]), n],
  [A, R([re("[a-c]", ""), not(re("[abc]", ""))]), n],
  [A, R([re("^\\u{1F44D}$", "u"), w("👍")]), s],
  // three things at once
  [A, R([acc("mad"), open(), day("sun"), not(tr("02:00", "03:00"))]), n],
  [A, R([acc("mad"), open(), on("2026-12-25")]), n],
  [A, R([acc("mad"), open(), day("sat")]), n],
  [A, R([or(acc("mad"), acc("apia")), open(), day("sat")]), n],
  [A, R([acc("ny"), open(), day("mon"), tr("04:00", "12:00")]), n],
  [A, R([acc("ny"), open(), day("mon"), tr("12:00", "13:00")]), s],
  [A, R([acc("ny"), open(), day("tue")]), s], // 4 July 2017
  [A, R([acc("ny"), open(), day("tue"), tr("13:00", "12:00")]), n],
  [A, R([acc("wsp"), open(), day("fri"), on("2027-01-01")]), n],
  [
    A,
    R([
      acc("wsp"),
      open(),
      tr("13:00", "14:00"),
      day("mon", "tue", "wed", "thu", "fri"),
      dr("2026-01-01", "2027-12-31"),
    ]),
    n,
  ],
  [A, R([acc("wsp"), open(), tr("13:00", "14:00"), day("mon", "tue", "wed", "thu", "fri")]), s], // leap days
  [A, R([re("^cancelación$"), not(w("cancelacion"))]), n],
  [A, R([re("^[a-z ]*$"), w("ñandú")]), n],
  [A, R([re("^ñ$"), w("n")]), n],
  [A, R([re("^n\u0303$"), not(w("ñ"))]), n], // pattern and text are put into NFC
  [A, R([re("👍"), not(sub("👍"))]), n],
];

/** What texts leave open so far: the answer may be unknown, and is never the contrary. */
export const hard: [Workspace, Rule, V][] = [
  [A, R([re("\\u212A", "i")]), n],
  [A, R([re("e\\u0301")]), n],
  [A, R([re("ẞ", "iu"), not(re("ß", "iu"))]), n],
  [A, R([re("^\\u{1F44D}$", "u"), not(w("👍"))]), n],
];

/** world, rule, verdict of each condition (or nothing to ask), what simplify leaves */
export const simplified: [Workspace, Rule, ConditionVerdict[] | null, Rule["conditions"]][] = [
  [A, R([day("mon", "tue"), day("tue")]), ["alwaysTrue", "matters"], [day("tue")]],
  [A, R([w("dar de baja", "baja")]), ["matters"], [w("baja")]],
  [A, R([sub("trabaja", "baja")]), ["matters"], [sub("baja")]],
  [A, R([w("trabaja", "baja")]), ["matters"], [w("trabaja", "baja")]],
  [A, R([all("dar de baja", "baja")]), ["matters"], [all("dar de baja")]],
  [A, R([open(), shut()]), ["alwaysFalse", "alwaysFalse"], [open(), shut()]],
  [A, R([open("guard"), un]), ["alwaysTrue", "matters"], [un]],
  [
    A,
    R([acc("mad"), on("2026-03-29"), not(tr("02:00", "03:00"))]),
    ["matters", "matters", "alwaysTrue", "alwaysFalse"],
    [acc("mad"), on("2026-03-29")],
  ],
  [A, R([tr("09:00", "18:00"), tr("08:00", "20:00")]), ["matters", "alwaysTrue"], [tr("09:00", "18:00")]],
  [
    A,
    R([tr("22:00", "06:00"), not(tr("06:00", "22:00"))]),
    ["alwaysTrue", "alwaysTrue", "alwaysFalse"],
    [not(tr("06:00", "22:00"))],
  ],
  [
    A,
    R([cls("motivo", "soporte"), not(cls("motivo", "ventas"))]),
    ["matters", "alwaysTrue", "alwaysFalse"],
    [cls("motivo", "soporte")],
  ],
  [
    A,
    R([cls("etiquetas", "vip"), not(cls("etiquetas", "nuevo"))]),
    ["matters", "matters", "matters"],
    [cls("etiquetas", "vip"), not(cls("etiquetas", "nuevo"))],
  ],
  [A, R([w("baja"), re("baja")]), ["matters", "matters"], [w("baja"), re("baja")]],
  [A, R([re("^baja$"), w("baja")]), ["matters", "alwaysTrue"], [re("^baja$")]],
  [A, R([re("^\\d{3}$"), re("\\d")]), ["matters", "alwaysTrue"], [re("^\\d{3}$")]],
  [A, R([re("a"), re("A", "")]), ["alwaysTrue", "matters"], [re("A", "")]],
  [A, R([or(open(), shut())]), ["matters", "matters", "matters"], [or(open(), shut())]],
  [
    A,
    R([acc("wsp"), or(open(), shut())]),
    ["matters", "alwaysTrue", "alwaysTrue", "alwaysTrue"],
    [acc("wsp")],
  ],
  [A, R([un, un]), ["alwaysTrue", "alwaysTrue"], [un]],
  [A, R([not(un), not(na)]), ["matters", "matters", "matters", "matters"], [not(un), not(na)]],
  [A, R([or(w("baja"), w("dar de baja"))]), ["matters", "matters", "alwaysFalse"], [or(w("baja"))]],
  [
    A,
    R([acc("wsp"), day("sat"), open(), tr("10:00", "14:00")]),
    ["matters", "matters", "matters", "matters"],
    [acc("wsp"), day("sat"), open(), tr("10:00", "14:00")],
  ],
  [
    A,
    R([acc("wsp"), y26, day("sat"), open(), tr("10:00", "14:00")]),
    ["matters", "matters", "matters", "alwaysTrue", "alwaysTrue"],
    [acc("wsp"), y26, day("sat"), tr("10:00", "14:00")],
  ],
  [
    A,
    R([acc("bare"), not(open())]),
    ["alwaysFalse", "alwaysFalse", "alwaysTrue"],
    [acc("bare"), not(open())],
  ],
  [A, R([re("^[a-z]+$"), not(w("dar de baja"))]), ["matters", "alwaysTrue", "alwaysFalse"], [re("^[a-z]+$")]],
  [A, R([y26, dr("2026-06-01")]), ["matters", "matters"], [y26, dr("2026-06-01")]],
  [A, R([dr("2026-01-01"), dr("2026-06-01")]), ["alwaysTrue", "matters"], [dr("2026-06-01")]],
  [
    A,
    R([dr("2026-03-16", "2026-03-20"), day("mon", "tue", "wed", "thu", "fri")]),
    ["matters", "alwaysTrue"],
    [dr("2026-03-16", "2026-03-20")],
  ],
  [
    A,
    T([cls("motivo", "soporte"), cls("motivo", ["soporte", "ventas"])], { operator: "or" }),
    ["matters", "matters"],
    [cls("motivo", "soporte"), cls("motivo", ["soporte", "ventas"])],
  ],
  [
    A,
    T([cls("motivo", "soporte"), cls("motivo", "SOPORTE")], { operator: "or" }),
    ["alwaysFalse", "alwaysFalse"],
    [cls("motivo", "SOPORTE")],
  ],
  [A, T([cls("motivo", "soporte"), acc("wsp")], { operator: "or" }), null, [cls("motivo", "soporte")]],
  [A, NOT([un, and(un, na)]), null, [un]],
  [
    A,
    R([cls("urgente", [true, false]), not(cls("urgente", true))]),
    ["matters", "matters", "matters"],
    [cls("urgente", [true, false]), not(cls("urgente", true))],
  ],
  [
    A,
    R([acc("wsp", "mad"), not(acc("mad"))]),
    ["matters", "matters", "matters"],
    [acc("wsp", "mad"), not(acc("mad"))],
  ],
  [A, R([acc("wsp"), acc("wsp", "mad")]), ["matters", "alwaysTrue"], [acc("wsp")]],
  [A, R([w("hola", "holá", "HOLA")]), ["matters"], [w("hola")]],
  [A, R([sub("a", "ab", "abc", "b")]), ["matters"], [sub("a", "b")]],
  [A, R([w("👍🏽"), w("👍")]), ["matters", "alwaysTrue"], [w("👍🏽")]],
  [A, R([all("a", "b"), w("b", "c")]), ["matters", "alwaysTrue"], [all("a", "b")]],
  [A, R([or(and(un, na), un)]), null, [or(un)]],
  [A, R([not(not(un))]), ["matters", "matters", "matters"], [not(not(un))]],
  [A, R([re("baja"), not(re("^$"))]), ["matters", "alwaysTrue", "alwaysFalse"], [re("baja")]],
  [A, R([not(re("^$")), re("[^]")]), ["alwaysTrue", "alwaysFalse", "matters"], [re("[^]")]],
  [A, R([re("^.{5,10}$"), re("^.{3,8}$")]), ["matters", "matters"], [re("^.{5,10}$"), re("^.{3,8}$")]],
  [A, R([re("^a+$"), re("^(aa)+$")]), ["alwaysTrue", "matters"], [re("^(aa)+$")]],
  [
    A,
    R([re("^\\w+@\\w+\\.com$"), re("@"), re("com")]),
    ["matters", "alwaysTrue", "alwaysTrue"],
    [re("^\\w+@\\w+\\.com$")],
  ],
  [
    A,
    R([w("mail", "e-mail", "correo"), not(un)]),
    ["matters", "matters", "matters"],
    [w("mail", "correo"), not(un)],
  ],
  [
    A,
    R([acc("ny"), y27, day("sat"), open(), tr("00:00", "06:00")]),
    null,
    [y27, day("sat"), open(), tr("00:00", "06:00")],
  ],
  [
    Z,
    R([acc("lh"), on("2026-10-04"), not(tr("02:00", "02:30")), tr("02:00", "03:00")]),
    null,
    [acc("lh"), on("2026-10-04"), tr("02:00", "03:00")],
  ],
  [A, OR([w("baja"), w("dar de baja")]), ["matters", "alwaysFalse"], [w("baja")]],
  [A, OR([and(w("baja"), un), w("baja")]), null, [w("baja")]],
  [
    A,
    OR([cls("motivo", "ghost"), cls("motivo", "soporte")]),
    ["alwaysFalse", "matters"],
    [cls("motivo", "soporte")],
  ],
  [
    A,
    R([or(cls("motivo", "ghost"), cls("motivo", "soporte"))]),
    ["matters", "alwaysFalse", "matters"],
    [or(cls("motivo", "soporte"))],
  ],
  [A, R([not(and(open(), shut()))]), null, [not(and(open(), shut()))]],
  [A, R([not(open("nope")), un]), null, [not(open("nope")), un]],
  [A, R([or(open("nope"), un)]), null, [or(un)]],
  [
    A,
    R([or(tr("09:00", "12:00"), tr("12:00", "15:00"), tr("11:00", "13:00"))]),
    ["matters", "matters", "matters", "alwaysFalse"],
    [or(tr("09:00", "12:00"), tr("12:00", "15:00"))],
  ],
  [
    A,
    R([or(day("sat"), day("sun")), not(day("mon"))]),
    ["matters", "matters", "matters", "alwaysTrue", "alwaysFalse"],
    [or(day("sat"), day("sun"))],
  ],
  [A, R([re("^a"), re("b$"), re("^a[^]*b$")]), null, [re("^a[^]*b$")]],
  [
    A,
    R([sub("ab"), re("^[a-z]+$"), re("ab")]),
    ["alwaysTrue", "matters", "alwaysTrue"],
    [re("^[a-z]+$"), re("ab")],
  ],
  [
    A,
    R([cls("etiquetas", ["vip", "nuevo"]), cls("etiquetas", "vip")]),
    ["alwaysTrue", "matters"],
    [cls("etiquetas", "vip")],
  ],
  [
    A,
    NOT([tr("09:00", "18:00"), tr("10:00", "11:00"), shut("guard")]),
    ["matters", "alwaysFalse", "alwaysFalse"],
    [tr("09:00", "18:00")],
  ],
  [
    A,
    T([or(cls("motivo", "soporte"), and(cls("motivo", "soporte"), acc("wsp")))]),
    null,
    [or(cls("motivo", "soporte"))],
  ],
  [
    D,
    R([or(day("mon"), not(day("mon")))]),
    ["matters", "matters", "matters", "matters"],
    [or(day("mon"), not(day("mon")))],
  ],
];

const [eq, im, ib, ov, di] = ["equivalent", "implies", "impliedBy", "overlap", "disjoint"] as const;
const officeHours = or(
  and(day("mon", "tue", "wed", "thu", "fri"), or(tr("09:00", "13:00"), tr("14:00", "18:00"))),
  and(day("sat"), tr("10:00", "14:00")),
);
const y27b = dr("2027-02-01", "2027-12-31");
export const compared: [Workspace, Rule, Rule, Relation][] = [
  [A, R([day("mon")]), R([not(day("tue", "wed", "thu", "fri", "sat", "sun"))]), eq],
  [D, R([day("mon")]), R([not(day("tue", "wed", "thu", "fri", "sat", "sun"))]), eq],
  [A, R([tr("09:00", "18:00")]), R([tr("18:00", "09:00")]), di],
  [A, R([tr("09:00", "18:00")]), R([not(tr("18:00", "09:00"))]), eq],
  [A, R([open()]), R([not(shut())]), eq],
  [A, R([open()]), R([not(acc("bare")), open()]), eq],
  [A, R([acc("wsp"), open()]), R([acc("wsp"), open("office")]), eq],
  [A, R([open()]), R([open("office")]), ov],
  [A, R([acc("wsp"), open()]), R([acc("wsp"), officeHours]), ov],
  [A, R([acc("wsp"), open(), y27b]), R([acc("wsp"), officeHours, y27b]), eq],
  [A, R([acc("bare"), open("office"), y27b]), R([acc("bare"), officeHours, y27b]), eq],
  [A, R([acc("mad"), open("office"), y27b]), R([acc("mad"), officeHours, y27b]), ov],
  [A, R([w("baja")]), R([sub("baja")]), im],
  [A, R([w("año")]), R([w("ano")]), ov],
  [A, R([w("a", "b")]), R([or(w("a"), w("b"))]), eq],
  [A, R([all("a", "b")]), R([w("a"), w("b")]), eq],
  [A, R([w("a")]), R([w("a b")]), ib],
  [A, R([re("^\\d+$")]), R([re("^[0-9]+$")]), eq],
  [A, R([re("^\\d+$")]), R([re("^\\p{Nd}+$", "u")]), im],
  [A, R([re("[a-z]")]), R([re("[a-z]", "iu")]), im],
  [A, R([re("^.$", "s")]), R([re("^[^]$")]), eq],
  [A, R([re("^a*$")]), R([re("^(a|aa)*$")]), eq],
  [A, R([re("(?:baja|alta)")]), R([or(re("baja"), re("alta"))]), eq],
  [A, R([re("^b", "m")]), R([re("(^|[\\n\\r\\u2028\\u2029])b", "")]), eq],
  [A, R([re("\\d{2}-\\d{2}")]), R([re("\\d-\\d")]), im],
  [A, R([re("[^a]")]), R([not(re("^a*$"))]), im],
  [A, R([re("[^a]")]), R([re("[^]"), not(re("^a*$"))]), eq],
  [A, R([cls("motivo", "soporte")]), R([cls("motivo", ["soporte", "ghost"])]), eq],
  [A, R([cls("motivo", "soporte")]), R([not(cls("motivo", "ventas"))]), im],
  [A, R([cls("urgente", true)]), R([not(cls("urgente", false))]), im],
  [A, R([cls("etiquetas", ["vip", "nuevo"])]), R([cls("etiquetas", "vip")]), ib],
  [A, R([cls("etiquetas", "vip"), cls("etiquetas", "nuevo")]), R([cls("etiquetas", ["vip", "nuevo"])]), im],
  [A, R([], { trigger: "ticket.closed" }), R([]), di],
  [A, R([dr("2026-01-01", "2026-01-31")]), R([dr("2026-01-31", "2026-02-28")]), ov],
  [A, R([acc("apia"), dr("2011-12-29", "2011-12-30")]), R([acc("apia"), on("2011-12-29")]), eq],
  [
    A,
    R([acc("mad"), tr("01:00", "03:00"), on("2026-03-29")]),
    R([acc("mad"), tr("01:00", "02:00"), on("2026-03-29")]),
    eq,
  ],
  [
    A,
    R([acc("wsp"), tr("00:00", "02:00"), on("2026-09-06")]),
    R([acc("wsp"), tr("01:00", "02:00"), on("2026-09-06")]),
    eq,
  ],
  [A, OR([w("x")]), R([], { trigger: "ticket.closed" }), ib],
  [A, OR([w("x")]), R([w("x")]), ib],
  [A, OR([not(w("x"))]), R([not(w("x"))]), ib],
  [
    A,
    T([cls("motivo", "soporte"), cls("motivo", "ventas")], { operator: "or" }),
    T([cls("motivo", ["soporte", "ventas"])], { operator: "or" }),
    ib,
  ],
  [
    A,
    T([and(cls("motivo", "soporte"), acc("wsp"))], { operator: "or" }),
    T([cls("motivo", "soporte")], { operator: "or" }),
    im,
  ],
  [
    A,
    T([and(cls("motivo", "soporte"), cls("urgente", true))], { operator: "or" }),
    T([cls("motivo", "soporte")], { operator: "or" }),
    ov,
  ],
  [A, NOT([un, na]), R([not(un), not(na)]), eq],
  [A, R([not(and(open(), un))]), R([or(not(open()), not(un))]), eq],
  [A, R([or(open(), not(open()))]), R([]), im],
  [A, R([acc("ny"), open(), day("sat")]), R([acc("ny"), day("sat"), tr("00:00", "06:00")]), ov],
  [A, R([acc("ny"), open(), day("sat"), y27]), R([acc("ny"), day("sat"), tr("00:00", "06:00"), y27]), eq],
  [A, R([acc("ny"), open(), day("mon")]), R([acc("ny"), day("mon"), tr("00:00", "04:00")]), ov],
  [A, R([acc("ny"), open(), day("mon"), y27]), R([acc("ny"), day("mon"), tr("00:00", "04:00"), y27]), eq],
  [A, R([re("^x")]), R([re("^y")]), di],
  [A, R([open("nope")]), R([un]), "firstNever"],
  [A, R([shut("guard")]), R([open("nope")]), "bothNever"],
  [A, R([w("e-mail")]), R([w("mail")]), im],
  [A, R([w("ﬁn")]), R([w("fin")]), eq],
  [A, R([re("^no$")]), R([w("no")]), im],
  [A, R([re("^[\\w-]+$")]), R([not(re("[^\\w-]"))]), im],
  [A, R([suball("ab", "bc")]), R([sub("abc")]), ib],
  [
    A,
    OR([cls("motivo", "soporte"), not(cls("motivo", "soporte"))]),
    OR([or(cls("motivo", "soporte"), not(cls("motivo", "soporte")))]),
    ib,
  ],
  [
    A,
    OR([and(acc("wsp"), cls("motivo", "soporte")), and(not(acc("wsp")), cls("motivo", "soporte"))]),
    OR([cls("motivo", "soporte")]),
    eq,
  ],
  [A, OR([cls("urgente", true)]), OR([not(cls("urgente", false))]), ov],
  [A, OR([w("x")], { trigger: "message.received" }), R([]), eq],
  [A, OR([not(not(cls("motivo", "soporte")))]), OR([cls("motivo", "soporte")]), eq],
  [A, OR([and(cls("motivo", "soporte"), un)]), OR([cls("motivo", "soporte")]), im],
  [A, OR([and(cls("motivo", "soporte"), w("x"))]), OR([cls("motivo", "soporte"), w("x")]), ov], // a change that changes nothing, with a message
  [
    Z,
    R([acc("kiri"), open("utcmon")]),
    R([acc("kiri"), or(and(day("mon"), tr("14:00", "24:00")), and(day("tue"), tr("00:00", "14:00")))]),
    eq,
  ],
  [
    Z,
    R([acc("ktm"), open("utcmon")]),
    R([acc("ktm"), or(and(day("mon"), tr("05:45", "24:00")), and(day("tue"), tr("00:00", "05:45")))]),
    eq,
  ],
  [
    Z,
    R([acc("ktm"), open("utcmon")]),
    R([acc("ktm"), or(and(day("mon"), tr("05:45", "24:00")), and(day("tue"), tr("00:00", "05:46")))]),
    im,
  ],
  [A, R([acc("mad"), on("2026-10-25"), tr("02:00", "03:00")]), R([acc("mad"), on("2026-10-25"), open()]), eq],
  [A, R([w("ñandú")]), R([w("nandu")]), ov],
  [A, R([w("aun")]), R([w("aún")]), eq],
  [A, R([re("aun")]), R([re("aún")]), ov],
  [A, R([re("^aun$")]), R([re("^aún$")]), di],
  [A, R([re("^a{2,4}$")]), R([re("^a{3,5}$")]), ov],
  [A, R([re("^(a|b)*$")]), R([re("^(a*b*)*$")]), eq],
  [A, R([re("^a+b+$")]), R([re("^a*b*$")]), im],
  [A, R([re("ab|cd", "")]), R([re("cd|ab", "")]), eq],
  [A, R([re("a")]), R([re("A")]), eq],
  [A, R([re("\\bbaja\\b")]), R([w("baja")]), ov],
  [A, R([cls("nota", "hola")]), R([cls("nota", ["HOLA", "chao"])]), im],
  [A, R([cls("monto", [1, 2])]), R([not(cls("monto", 3))]), im],
];

/** world, rules, what the inspection says (only the keys given), loops as sets of rules */
export const inspected: [Workspace, Rule[], Record<string, unknown>][] = [
  [
    A,
    [B([un], "lead", { id: "1" }), B([un, w("x")], "lead", { id: "2" })],
    { subsumed: [{ rule: "2", by: "1" }], duplicates: [] },
  ],
  [
    A,
    [B([tr("09:00", "18:00")], "lead", { id: "1" }), B([not(tr("18:00", "09:00"))], "lead", { id: "2" })],
    { duplicates: [["1", "2"]], subsumed: [] },
  ],
  [
    A,
    [B([acc("wsp")], "lead", { id: "1" }), B([acc("wsp")], "sales", { id: "2" })],
    { fights: [["twoBots", "1", "2"]], duplicates: [] },
  ],
  [A, [B([acc("wsp")], "lead", { id: "1" }), B([acc("mad")], null, { id: "2" })], { fights: [] }],
  [
    A,
    [B([day("mon")], "lead", { id: "1" }), B([day("mon")], null, { id: "2" })],
    { fights: [["activateAndTerminate", "1", "2"]] },
  ],
  [
    A,
    [
      B([acc("apia"), dr("2011-12-30", "2011-12-31")], "lead", { id: "1" }),
      B([acc("apia"), dr("2011-12-29", "2011-12-30")], "sales", { id: "2" }),
    ],
    { fights: [], never: [] },
  ],
  [
    A,
    [B([w("baja")], "lead", { id: "1", stop: true }), B([w("dar de baja")], "sales", { id: "2" })],
    { stopped: [{ rule: "2", by: ["1"] }] },
  ],
  [
    A,
    [
      B([open()], "lead", { id: "1", stop: true }),
      B([shut()], "lead", { id: "2", stop: true }),
      B([acc("wsp"), un], "sales", { id: "3" }),
      B([acc("bare")], "sales", { id: "4" }),
    ],
    { stopped: [{ rule: "3", by: ["1", "2"] }] },
  ],
  [A, [B([], "lead", { id: "1", stop: true }), R([w("x")], { id: "2" })], { stopped: [] }],
  [A, [B([w("x")], "lead", { id: "1" }), B([], "lead", { id: "2", stop: true })], { stopped: [] }],
  [
    A,
    [B([], "lead", { id: "1", stop: true, active: false }), B([w("x")], "lead", { id: "2" })],
    { stopped: [], subsumed: [] },
  ],
  [
    A,
    [...WEEK.map((d) => B([day(d)], "lead", { id: d, stop: true })), B([w("x")], "sales", { id: "last" })],
    { stopped: [{ rule: "last", by: [...WEEK].sort() }] },
  ],
  [
    A,
    [
      T([], { id: "1" }),
      T([cls("motivo", "soporte")], { id: "2", actions: [{ type: "sendSurvey", survey: 2 }] }),
    ],
    { fights: [["twoSurveys", "1", "2"]] },
  ],
  [
    A,
    [
      T([cls("motivo", "soporte")], { id: "1", operator: "or" }),
      T([cls("motivo", "ventas")], { id: "2", actions: [{ type: "sendSurvey", survey: 2 }] }),
    ],
    { fights: [["twoSurveys", "1", "2"]] },
  ],
  [
    A,
    [
      T([cls("motivo", "soporte")], { id: "1" }),
      T([cls("motivo", "ventas")], { id: "2", actions: [{ type: "sendSurvey", survey: 2 }] }),
    ],
    { fights: [] },
  ],
  [
    A,
    [
      T([cls("etiquetas", "vip")], { id: "1" }),
      T([cls("etiquetas", "nuevo")], { id: "2", actions: [{ type: "sendSurvey", survey: 2 }] }),
    ],
    { fights: [["twoSurveys", "1", "2"]] },
  ],
  [
    A,
    [
      R([acc("mad"), on("2026-03-29"), tr("02:00", "03:00")], { id: "1" }),
      R([shut("empty")], { id: "2" }),
      R([], { id: "3" }),
      R([open("nope")], { id: "4" }),
    ],
    { never: ["1", "4"], always: ["2"], duplicates: [["2", "3"]] },
  ],
  [A, [B([un], "lead", { id: "1" }), B([not(un)], null, { id: "2" })], { loops: ["1,2"], anyAnswer: [true] }],
  [
    A,
    [B([un, w("hola")], "lead", { id: "1" }), B([not(un)], null, { id: "2" })],
    { loops: ["1,2"], anyAnswer: [false] },
  ],
  [
    A,
    [B([un, w("hola")], "lead", { id: "1" }), B([not(un), not(w("hola"))], null, { id: "2" })],
    { loops: [] },
  ],
  [A, [B([open()], "lead", { id: "1" }), B([shut()], null, { id: "2" })], { loops: [] }],
  [A, [B([un], "lead", { id: "1" }), T([], { id: "2" })], { loops: ["1,2"] }],
  [
    A,
    [
      B([un], "lead", { id: "1" }),
      T([], { id: "2", actions: [{ type: "sendSurvey", survey: 1, spamThresholdDays: 1 }] }),
    ],
    { loops: [] },
  ],
  [A, [B([un], "off", { id: "1" }), T([], { id: "2" })], { loops: [] }],
  [
    A,
    [B([un], "lead", { id: "1" }), T([], { id: "2", actions: [{ type: "enableManualSurvey" }] })],
    { loops: [] },
  ],
  [
    A,
    [B([cls("motivo", "soporte")], "lead", { id: "1" }), T([cls("motivo", "ventas")], { id: "2" })],
    { loops: [] },
  ],
  [A, [R([], { id: "1" }), R([w("x")], { id: "2" })], { subsumed: [{ rule: "2", by: "1" }], always: [] }],
  [
    A,
    [
      B([un], "lead", { id: "1" }),
      B([un], "lead", { id: "2", actions: [{ type: "activateBot", bot: "lead" }, { type: "terminateBot" }] }),
    ],
    { subsumed: [{ rule: "1", by: "2" }], duplicates: [] },
  ],
  [
    A,
    [
      R([w("cancelación")], { id: "1" }),
      R([w("CANCELACION")], { id: "2" }),
      R([re("^cancelacion$")], { id: "3" }),
    ],
    { duplicates: [["1", "2"]], subsumed: [{ rule: "3", by: "1" }] },
  ],
  [
    A,
    [
      T([cls("urgente", true)], { id: "1" }),
      T([cls("urgente", true)], {
        id: "2",
        actions: [{ type: "sendSurvey", survey: 1, delayMinutes: 0, spamThresholdDays: 0 }],
      }),
    ],
    { duplicates: [["1", "2"]] },
  ],
  [
    A,
    [T([cls("motivo", "soporte")], { id: "1", operator: "or" }), T([], { id: "2" })],
    { subsumed: [{ rule: "2", by: "1" }] },
  ],
  [
    A,
    [
      T([cls("motivo", "soporte"), cls("motivo", "ventas")], { id: "1", operator: "or" }),
      T([cls("motivo", ["soporte", "ventas"])], { id: "2", operator: "or" }),
    ],
    { subsumed: [{ rule: "2", by: "1" }], duplicates: [] },
  ],
  [
    A,
    [
      B([un], "lead", { id: "1", stop: true }),
      B([un], "lead", { id: "2" }),
      B([w("x")], "sales", { id: "3" }),
    ],
    { duplicates: [], subsumed: [{ rule: "2", by: "1" }], stopped: [{ rule: "2", by: ["1"] }] },
  ],
  [
    A,
    [
      R([acc("wsp"), open()], { id: "1" }),
      R([acc("wsp"), open("office")], { id: "2" }),
      R([acc("mad"), open("office")], { id: "3" }),
    ],
    { duplicates: [["1", "2"]], subsumed: [], never: [] },
  ],
  [
    A,
    [
      T([cls("motivo", "soporte")], { id: "1", operator: "or", stop: true }),
      T([cls("motivo", "soporte"), cls("motivo", "SOPORTE")], { id: "2", operator: "or" }),
      T([cls("urgente", true)], { id: "3", operator: "or" }),
    ],
    { stopped: [{ rule: "2", by: ["1"] }] },
  ],
  [
    A,
    [T([], { id: "1", stop: true }), T([cls("motivo", "soporte")], { id: "2", operator: "or" })],
    { stopped: [] },
  ],
  [
    A,
    [
      R([tr("09:00", "18:00")], { id: "1", stop: true }),
      R([tr("18:00", "09:00")], { id: "2", stop: true }),
      R([], { id: "3" }),
    ],
    { stopped: [{ rule: "3", by: ["1", "2"] }] },
  ],
  [
    D,
    [
      R([day("mon", "tue", "wed", "thu")], { id: "1", stop: true }),
      R([day("fri", "sat", "sun")], { id: "2", stop: true }),
      R([un], { id: "3" }),
    ],
    { stopped: [] },
  ],
  [
    A,
    [
      R([acc("apia"), dr("2011-12-29", "2011-12-30")], { id: "1", stop: true }),
      R([acc("apia"), on("2011-12-29")], { id: "2" }),
    ],
    { stopped: [{ rule: "2", by: ["1"] }], duplicates: [], subsumed: [{ rule: "2", by: "1" }] },
  ],
  [
    A,
    [
      B([re("^\\d+$")], "lead", { id: "1" }),
      B([w("hola")], "sales", { id: "2" }),
      B([w("1")], "sales", { id: "3" }),
    ],
    { fights: [["twoBots", "1", "3"]] },
  ],
  [
    A,
    [B([w("x")], "lead", { id: "1", stop: true }), B([w("x")], null, { id: "2" })],
    { loops: [], stopped: [{ rule: "2", by: ["1"] }] },
  ],
  [
    A,
    [
      B([un, tr("09:00", "12:00")], "lead", { id: "1" }),
      B([not(un), tr("11:59", "13:00")], null, { id: "2" }),
    ],
    { loops: ["1,2"] },
  ],
  [
    A,
    [
      B([un, cls("motivo", "soporte")], "lead", { id: "1" }),
      B([not(un), cls("motivo", "ventas")], null, { id: "2" }),
    ],
    { loops: [] },
  ],
  [
    A,
    [B([un, re("^\\d+$")], "lead", { id: "1" }), B([not(un), w("baja")], null, { id: "2" })],
    { loops: [] },
  ],
  [A, [B([un], "lead", { id: "1" }), B([not(un)], null, { id: "2", active: false })], { loops: [] }],
  [
    Z,
    [
      R([acc("lh"), on("2026-10-04"), tr("01:59", "02:31")], { id: "1" }),
      R([acc("lh"), on("2026-10-04"), or(tr("01:59", "02:00"), tr("02:30", "02:31"))], { id: "2" }),
    ],
    { duplicates: [["1", "2"]] },
  ],
  [
    A,
    [B([], "lead", { id: "1", actions: [{ type: "activateBot", bot: "lead" }, { type: "terminateBot" }] })],
    { loops: ["1,1"] },
  ],
  [
    A,
    [B([un], "lead", { id: "1", actions: [{ type: "activateBot", bot: "lead" }, { type: "terminateBot" }] })],
    { loops: [] },
  ],
  [
    A,
    [
      B([cls("motivo", "soporte"), un], "lead", { id: "1" }),
      T([cls("motivo", ["soporte", "ventas"])], { id: "2" }),
    ],
    { loops: ["1,2"] },
  ],
  [A, [B([acc("wsp"), un], "lead", { id: "1" }), B([acc("mad"), not(un)], null, { id: "2" })], { loops: [] }],
  [
    A,
    [
      B([un, day("sat")], "lead", { id: "1" }),
      T([], { id: "2", actions: [{ type: "sendSurvey", survey: 1, spamThresholdDays: 0 }] }),
    ],
    { loops: ["1,2"] },
  ],
  [A, [B([un], "lead", { id: "1" }), B([not(un)], "sales", { id: "2" })], { loops: [] }],
  [
    A,
    [
      B([not(un)], "off", { id: "0", stop: true }),
      B([un], "lead", { id: "1" }),
      B([not(un)], null, { id: "2" }),
    ],
    { loops: [], stopped: [{ rule: "2", by: ["0"] }] },
  ],
  [
    A,
    [
      B([un], "lead", { id: "1" }),
      T([cls("motivo", "soporte")], { id: "2", operator: "or", active: false }),
      R([], { id: "3" }),
    ],
    { loops: [] },
  ],
  [
    A,
    [B([acc("apia"), on("2011-12-30"), un], "lead", { id: "1" }), B([not(un)], null, { id: "2" })],
    { loops: [], never: ["1"] },
  ],
  [
    A,
    [B([un, w("baja")], "lead", { id: "1" }), B([not(un), w("dar de baja")], null, { id: "2" })],
    { loops: ["1,2"], anyAnswer: [false] },
  ],
];

const found = <Item extends { id: string }>(items: Item[], id: string): Item => {
  const item = items.find((each) => each.id === id);
  if (item === undefined) throw new Error(`no ${id}`);
  return item;
};
const cal = ({ calendars }: Draft, id: string) => found(calendars, id);
const bot = ({ integrations }: Draft, id: string) => found(integrations.botcenter.bots, id);
const field = ({ fields }: Draft, id: string) => found(fields, id);
const options = (draft: Draft) => field(draft, "motivo").options ?? [];
const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index];
  if (item === undefined) throw new Error(`no item ${index}`);
  return item;
};
const rwsp = (...more: Rule["conditions"]) => R([acc("wsp"), open(), ...more], { id: "r" });
type Diff = { rules?: string[]; effects?: string[]; dates?: string[] };
/** before, after, rules as "id change relation", effects as "rule change type" (sorted), local dates of the events of effects */
export const diffed: [Workspace, Workspace, Diff][] = (
  [
    [
      A,
      [rwsp()],
      (c) => {
        cal(c, "office").exceptions["2027-09-20"] = [];
      },
      { rules: ["r changed impliedBy"], effects: ["r lost notify"], dates: ["2027-09-20"] },
    ],
    [
      A,
      [rwsp()],
      (c) => {
        cal(c, "office").exceptions["2026-09-20"] = [];
      },
      { rules: [], effects: [] },
    ],
    [
      A,
      [rwsp()],
      (c) => {
        cal(c, "office").exceptions["01-02"] = [];
        cal(c, "office").exceptions["2026-01-01"] = [];
      },
      { rules: ["r changed impliedBy"], effects: ["r lost notify"] },
    ],
    [
      A,
      [rwsp()],
      (c) => {
        cal(c, "office").exceptions["2027-03-01"] = [
          ["14:00", "18:00"],
          ["09:00", "13:00"],
        ];
      },
      { rules: [], effects: [] },
    ],
    [
      A,
      [rwsp()],
      (c) => {
        cal(c, "office").exceptions["2030-01-01"] = [];
      },
      { rules: [], effects: [] },
    ],
    [
      A,
      [rwsp()],
      (c) => {
        cal(c, "office").timeZone = "America/Punta_Arenas";
      },
      { rules: ["r changed overlap"], effects: ["r gained notify", "r lost notify"] },
    ],
    [
      A,
      [rwsp(dr("2026-10-01", "2026-12-31"))],
      (c) => {
        cal(c, "office").timeZone = "America/Punta_Arenas";
      },
      { rules: [], effects: [] },
    ],
    [
      A,
      [rwsp()],
      (c) => {
        cal(c, "office").weekly.sat = [
          ["12:00", "14:00"],
          ["10:00", "12:00"],
        ];
      },
      { rules: [], effects: [] },
    ],
    [
      A,
      [rwsp()],
      (c) => {
        c.calendars.push({ ...structuredClone(cal(c, "office")), id: "office2" });
        at(c.accounts, 0).calendar = "office2";
      },
      { rules: [], effects: [] },
    ],
    [
      A,
      [R([open("office")])],
      (c) => {
        cal(c, "office").id = "office2";
        at(c.accounts, 0).calendar = "office2";
      },
      { rules: ["r changed secondNever"], effects: ["r lost notify"] },
    ],
    [
      A,
      [R([acc("wsp"), tr("09:00", "10:00")])],
      (c) => {
        c.timeZone = "UTC";
      },
      { rules: [], effects: [] },
    ],
    [
      A,
      [R([tr("09:00", "10:00")])],
      (c) => {
        c.timeZone = "UTC";
      },
      { rules: ["r changed overlap"], effects: ["r gained notify", "r lost notify"] },
    ],
    [
      A,
      [R([shut()])],
      (c) => {
        delete at(c.accounts, 0).calendar;
      },
      { rules: ["r changed impliedBy"], effects: ["r lost notify"] },
    ],
    [
      A,
      [R([acc("ny"), open()])],
      (c) => {
        cal(c, "night").weekly = {
          fri: [["22:00", "24:00"]],
          sat: [["00:00", "06:00"]],
          sun: [["20:00", "24:00"]],
          mon: [["00:00", "04:00"]],
        };
      },
      { rules: ["r changed overlap"], effects: ["r gained notify", "r lost notify"] },
    ],
    [
      A,
      [R([acc("ny"), open(), y27])],
      (c) => {
        cal(c, "night").weekly = {
          fri: [["22:00", "24:00"]],
          sat: [["00:00", "06:00"]],
          sun: [["20:00", "04:00"]],
        };
      },
      { rules: ["r changed impliedBy"], effects: ["r lost notify"], dates: ["2027-07-05"] },
    ],
    [
      A,
      [B([w("x")], "lead", { id: "1" }), R([w("x")], { id: "2" })],
      (c) => {
        c.rules.reverse();
      },
      { rules: [], effects: [] },
    ],
    [
      A,
      [B([w("x")], "lead", { id: "1" }), B([w("y")], "sales", { id: "2" })],
      (c) => {
        c.rules.reverse();
      },
      { rules: [], effects: ["1 lost activateBot"] },
    ],
    [
      A,
      [B([w("x")], "lead", { id: "1" }), B([not(w("x"))], "sales", { id: "2" })],
      (c) => {
        c.rules.reverse();
      },
      { rules: [], effects: [] },
    ],
    [
      A,
      [B([w("x")], "lead", { id: "1" }), B([], "sales", { id: "2", stop: true })],
      (c) => {
        at(c.rules, 0).stop = true;
      },
      { rules: ["1 changed equivalent"], effects: [] },
    ],
    [
      A,
      [T([cls("urgente", true)], { id: "1" }), T([], { id: "2", actions: [{ type: "enableManualSurvey" }] })],
      (c) => {
        at(c.rules, 0).stop = true;
      },
      { rules: ["1 changed equivalent"], effects: ["1 lost enableManualSurvey"] },
    ],
    [
      A,
      [T([], { id: "1" }), T([cls("urgente", true)], { id: "2", stop: true })],
      (c) => {
        delete at(c.rules, 1).stop;
      },
      { rules: ["2 changed equivalent"], effects: [] },
    ],
    [
      A,
      [B([w("x")], "lead", { id: "1", stop: true }), B([], null, { id: "2" })],
      (c) => {
        delete at(c.rules, 0).stop;
      },
      { rules: ["1 changed equivalent"], effects: ["1 gained terminateBot"] },
    ],
    [
      A,
      [B([w("x")], "lead", { id: "1" })],
      (c) => {
        bot(c, "lead").active = false;
      },
      { rules: [], effects: ["1 lost activateBot"] },
    ],
    [
      A,
      [B([w("x")], "lead", { id: "1" }), B([w("x")], "sales", { id: "2" })],
      (c) => {
        bot(c, "lead").active = false;
      },
      { rules: [], effects: ["1 lost activateBot"] },
    ],
    [
      A,
      [B([w("x")], "lead", { id: "1" })],
      (c) => {
        bot(c, "lead").name = "Zed";
        bot(c, "off").active = true;
        c.integrations.botcenter.apiToken = "u";
      },
      { rules: [], effects: [] },
    ],
    [
      A,
      [T([], { id: "1" })],
      (c) => {
        at(at(c.rules, 0).actions, 0).delayMinutes = 60;
      },
      { rules: ["1 changed equivalent"], effects: ["1 gained sendSurvey", "1 lost sendSurvey"] },
    ],
    [
      A,
      [T([], { id: "1" })],
      (c) => {
        at(at(c.rules, 0).actions, 0).delayMinutes = 0;
        at(at(c.rules, 0).actions, 0).spamThresholdDays = 0;
        at(c.rules, 0).name = "other";
      },
      { rules: ["1 changed equivalent"], effects: [] },
    ],
    [
      A,
      [T([], { id: "1" }), R([w("x")], { id: "2" })],
      (c) => {
        c.integrations.timepoints.active = false;
      },
      { rules: ["1 removed"], effects: ["1 lost sendSurvey"] },
    ],
    [
      A,
      [R([w("x")], { id: "1" })],
      (c) => {
        c.rules.push({ ...at(c.rules, 0), id: "2" });
        c.integrations.webhook.url = "https://example.com/other";
      },
      { rules: ["2 added"], effects: [] },
    ],
    [
      A,
      [T([], { id: "1" })],
      (c) => {
        c.rules.push({ ...at(c.rules, 0), id: "2" });
      },
      { rules: ["2 added"], effects: ["2 gained sendSurvey"] },
    ],
    [
      A,
      [B([w("x")], "lead", { id: "1" })],
      (c) => {
        at(c.rules, 0).id = "2";
      },
      { rules: ["1 removed", "2 added"], effects: [] },
    ],
    [
      A,
      [B([w("x")], "lead", { id: "1" })],
      (c) => {
        at(c.rules, 0).active = false;
        c.rules.push({ ...at(c.rules, 0), id: "2", active: true, conditions: [w("x y")] });
      },
      { rules: ["1 removed", "2 added"], effects: ["1 lost activateBot"] },
    ],
    [
      A,
      [R([not(cls("motivo", "soporte"))])],
      (c) => {
        options(c).shift();
      },
      { rules: ["r changed implies"], effects: ["r gained notify"] },
    ],
    [
      A,
      [R([cls("motivo", "soporte")])],
      (c) => {
        options(c).pop();
      },
      { rules: [], effects: [] },
    ],
    [
      A,
      [R([cls("motivo", "soporte")])],
      (c) => {
        at(options(c), 0).id = "SOPÓRTE";
      },
      { rules: [], effects: [] },
    ],
    [
      A,
      [R([cls("motivo", "soporte")])],
      (c) => {
        const f = field(c, "motivo");
        f.type = "text";
        delete f.options;
      },
      { rules: [], effects: [] },
    ],
    [
      A,
      [R([w("baja")])],
      (c) => {
        at(c.rules, 0).conditions = [w("dar de baja")];
      },
      { rules: ["r changed impliedBy"], effects: ["r lost notify"] },
    ],
    [
      A,
      [R([w("baja"), re("^\\d+$")])],
      (c) => {
        at(c.rules, 0).conditions = [w("alta"), re("^\\d+$")];
      },
      { rules: ["r changed bothNever"], effects: [] },
    ],
    [
      A,
      [R([on("2011-12-30"), acc("apia")])],
      (c) => {
        cal(c, "apia").timeZone = "Pacific/Auckland";
      },
      { rules: ["r changed firstNever"], effects: ["r gained notify"] },
    ],
    [
      A,
      [R([acc("mad"), on("2026-03-29"), tr("02:00", "03:00")])],
      (c) => {
        cal(c, "madrid").timeZone = "Africa/Ceuta";
      },
      { rules: [], effects: [] },
    ],
    [
      A,
      [rwsp()],
      (c) => {
        cal(c, "office").exceptions["2026-09-06"] = [["00:00", "01:00"]];
      },
      { rules: [], effects: [] },
    ],
    [
      A,
      [rwsp()],
      (c) => {
        cal(c, "office").exceptions["2026-09-06"] = [["00:00", "01:01"]];
      },
      { rules: ["r changed implies"], effects: ["r gained notify"], dates: ["2026-09-06"] },
    ],
    [
      A,
      [rwsp()],
      (c) => {
        cal(c, "office").exceptions["09-18"] = [];
      },
      { rules: ["r changed impliedBy"], effects: ["r lost notify"] },
    ],
    [
      A,
      [rwsp(y26)],
      (c) => {
        cal(c, "office").exceptions["09-18"] = [];
      },
      { rules: [], effects: [] },
    ],
    [
      A,
      [rwsp()],
      (c) => {
        cal(c, "office").exceptions["2027-02-29".replace("29", "28")] = [];
      },
      { rules: [], effects: [] },
    ], // a Sunday
    [
      A,
      [rwsp(tr("18:00", "18:01"))],
      (c) => {
        for (const d of ["mon", "tue"])
          cal(c, "office").weekly[d] = [
            ["09:00", "13:00"],
            ["14:00", "18:01"],
          ];
      },
      { rules: ["r changed implies"], effects: ["r gained notify"] },
    ],
    [
      A,
      [R([acc("wsp"), open(), tr("18:00", "18:01"), y27])],
      (c) => {
        for (const d of ["mon", "tue"])
          cal(c, "office").weekly[d] = [
            ["09:00", "13:00"],
            ["14:00", "18:01"],
          ];
      },
      { rules: ["r changed firstNever"], effects: ["r gained notify"] },
    ],
    [
      A,
      [R([acc("wsp"), tr("09:00", "10:00")])],
      (c) => {
        at(c.accounts, 0).calendar = "madrid";
      },
      { rules: ["r changed disjoint"], effects: ["r gained notify", "r lost notify"] },
    ],
    [
      A,
      [R([acc("wsp")])],
      (c) => {
        at(c.accounts, 0).id = "wsp2";
      },
      { rules: ["r changed secondNever"], effects: ["r lost notify"] },
    ],
    [
      A,
      [R([not(acc("wsp"))])],
      (c) => {
        c.accounts.shift();
      },
      { rules: ["r changed implies"], effects: ["r gained notify"] },
    ],
    [
      A,
      [B([w("x")], "lead", { id: "1" })],
      (c) => {
        c.integrations.botcenter.bots.shift();
      },
      { rules: [], effects: ["1 lost activateBot"] },
    ],
    [
      A,
      [B([w("x")], "lead", { id: "1" })],
      (c) => {
        Reflect.deleteProperty(c.integrations, "botcenter");
      },
      { rules: ["1 removed"], effects: ["1 lost activateBot"] },
    ],
    [
      A,
      [T([], { id: "1" }), T([], { id: "2" })],
      (c) => {
        c.rules.shift();
      },
      { rules: ["1 removed"], effects: ["1 lost sendSurvey"] },
    ],
    [
      A,
      [
        T([], { id: "1", actions: [{ type: "enableManualSurvey" }] }),
        T([], { id: "2", actions: [{ type: "enableManualSurvey" }] }),
      ],
      (c) => {
        c.rules.shift();
      },
      { rules: ["1 removed"], effects: [] },
    ],
    [
      A,
      [T([], { id: "1", actions: [{ type: "sendSurvey", survey: 1, spamThresholdDays: 1 }] })],
      (c) => {
        c.rules.push({ ...at(c.rules, 0), id: "2" });
      },
      { rules: ["2 added"], effects: [] },
    ],
    [
      A,
      [T([], { id: "1", actions: [{ type: "sendSurvey", survey: 1, spamThresholdDays: 1 }] })],
      (c) => {
        c.rules.push({
          ...at(c.rules, 0),
          id: "2",
          actions: [{ type: "sendSurvey", survey: 1, spamThresholdDays: 1, delayMinutes: 1440 }],
        });
      },
      { rules: ["2 added"], effects: ["2 gained sendSurvey"] },
    ],
    [
      A,
      [T([], { id: "1", actions: [{ type: "sendSurvey", survey: 1, spamThresholdDays: 1 }] })],
      (c) => {
        c.rules.push({
          ...at(c.rules, 0),
          id: "2",
          actions: [{ type: "sendSurvey", survey: 1, spamThresholdDays: 1, delayMinutes: 1439 }],
        });
      },
      { rules: ["2 added"], effects: [] },
    ],
    [
      A,
      [R([w("x")], { id: "1", stop: true }), R([w("y")], { id: "2" })],
      (c) => {
        delete at(c.rules, 0).stop;
      },
      { rules: ["1 changed equivalent"], effects: [] },
    ],
    [
      A,
      [R([cls("urgente", true)])],
      (c) => {
        field(c, "urgente").type = "text";
      },
      { rules: ["r changed secondNever"], effects: ["r lost notify"] },
    ],
    [
      A,
      [R([tr("09:00", "10:00"), acc("wsp", "mad", "apia", "ny")])],
      (c) => {
        c.timeZone = "Asia/Tokyo";
      },
      { rules: [], effects: [] },
    ],
    [
      A,
      [R([tr("09:00", "10:00"), not(acc("wsp", "mad", "apia", "ny", "bare"))])],
      (c) => {
        c.timeZone = "Asia/Tokyo";
      },
      { rules: ["r changed disjoint"], effects: ["r gained notify", "r lost notify"] },
    ],
    [
      A,
      [R([tr("09:00", "10:00"), acc("bare"), y26])],
      (c) => {
        c.timeZone = "America/Punta_Arenas";
        at(c.rules, 0).conditions[2] = dr("2026-01-01", "2026-04-03");
      },
      { rules: ["r changed impliedBy"], effects: ["r lost notify"] },
    ],
    [
      A,
      [R([tr("09:00", "10:00"), acc("bare"), dr("2026-01-01", "2026-04-03")])],
      (c) => {
        c.timeZone = "America/Punta_Arenas";
      },
      { rules: [], effects: [] },
    ],
    [
      A,
      [OR([cls("motivo", "soporte")])],
      (c) => {
        at(c.rules, 0).conditions = [or(cls("motivo", "soporte"), cls("motivo", "ghost"))];
      },
      { rules: ["r changed equivalent"], effects: [] },
    ],
    [
      A,
      [T([cls("motivo", "soporte"), cls("motivo", "ventas")], { operator: "or" })],
      (c) => {
        at(c.rules, 0).conditions = [cls("motivo", ["soporte", "ventas"])];
      },
      { rules: ["r changed impliedBy"], effects: ["r lost sendSurvey"] },
    ],
    [
      A,
      [T([cls("motivo", "soporte")])],
      (c) => {
        at(c.rules, 0).operator = "or";
      },
      { rules: ["r changed implies"], effects: ["r gained sendSurvey"] },
    ],
    [
      A,
      [B([un], "lead", { id: "1", stop: true }), B([w("x")], null, { id: "2" })],
      (c) => {
        c.rules.reverse();
      },
      { rules: [], effects: ["1 gained terminateBot"] },
    ],
    [
      A,
      [B([w("x")], "lead", { id: "1" }), B([w("x")], "lead", { id: "2" })],
      (c) => {
        c.rules.reverse();
        at(c.rules, 0).name = "new";
      },
      { rules: ["2 changed equivalent"], effects: [] },
    ],
    [
      A,
      [OR([w("x")])],
      (c) => {
        Object.assign(at(c.rules, 0), { trigger: "message.received" });
      },
      { rules: ["r changed overlap"], effects: ["r gained notify", "r lost notify"] },
    ],
    [
      A,
      [R([un])],
      (c) => {
        at(c.rules, 0).operator = "not";
      },
      { rules: ["r changed disjoint"], effects: ["r gained notify", "r lost notify"] },
    ],
    [
      A,
      [rwsp()],
      (c) => {
        delete cal(c, "office").exceptions["02-29"];
      },
      { rules: ["r changed impliedBy"], effects: ["r lost notify"] },
    ],
    [
      A,
      [rwsp()],
      (c) => {
        cal(c, "office").exceptions["2028-02-29"] = [];
      },
      { rules: ["r changed impliedBy"], effects: ["r lost notify"], dates: ["2028-02-29"] },
    ],
    [
      A,
      [rwsp(dr("2028-02-01", "2028-03-31"))],
      (c) => {
        delete cal(c, "office").exceptions["02-29"];
        cal(c, "office").exceptions["2028-02-29"] = [["00:00", "24:00"]];
      },
      { rules: [], effects: [] },
    ],
    [
      A,
      [R([acc("ny"), open()])],
      (c) => {
        cal(c, "night").weekly.fri = [["22:00", "05:00"]];
      },
      { rules: ["r changed impliedBy"], effects: ["r lost notify"] },
    ],
    [
      A,
      [R([acc("ny"), open(), tr("00:00", "05:00")])],
      (c) => {
        cal(c, "night").weekly.fri = [["22:00", "05:00"]];
      },
      { rules: [], effects: [] },
    ],
    [
      A,
      [R([acc("mad"), open(), day("sun"), y26])],
      (c) => {
        cal(c, "madrid").exceptions["2026-03-29"] = [];
      },
      { rules: [], effects: [] },
    ],
    [
      A,
      [R([acc("mad"), open(), day("sun"), y26])],
      (c) => {
        cal(c, "madrid").exceptions["2026-10-25"] = [];
      },
      { rules: ["r changed impliedBy"], effects: ["r lost notify"], dates: ["2026-10-25"] },
    ],
    [
      A,
      [R([shut("office")])],
      (c) => {
        c.accounts.splice(0, 5);
      },
      { rules: [], effects: [] },
    ],
  ] as [Workspace, Rule[], (draft: Draft) => void, Diff][]
).map(([world, rules, change, diff]) => [edited(world, rules, () => {}), edited(world, rules, change), diff]);

/** world, rule, obligations that no test can meet: "path holds" */
export const tested: [Workspace, Rule, string[]][] = [
  [A, R([w("baja"), un]), []],
  [A, R([]), []],
  [A, R([day("mon", "tue"), day("tue")]), ["0 false"]],
  [A, R([or(and(un, na), un)]), ["0.0.0 true", "0.0.1 false", "0.0.1 true"]],
  [A, R([acc("mad"), on("2026-03-29"), not(tr("02:00", "03:00"))]), ["2.0 true"]],
  [A, R([acc("wsp"), or(open(), shut())]), ["1.0 false", "1.1 false"]],
  [A, R([or(open(), shut())]), []],
  [A, NOT([w("hola"), cls("motivo", ["soporte", "ventas"]), tr("22:00", "06:00")]), []],
  [A, R([or(w("a"), and(w("b"), not(w("c")))), na]), []],
  [A, R([re("^\\d{8}$"), not(re("^0")), or(day("sat", "sun"), shut("office"))]), []],
  [
    A,
    T([cls("motivo", "soporte"), and(cls("motivo", "ventas"), cls("urgente", true))], { operator: "or" }),
    [],
  ],
  [A, T([cls("motivo", "soporte"), cls("motivo", "SOPORTE")], { operator: "or" }), ["0 true", "1 true"]],
  [A, OR([w("baja"), cls("etiquetas", "vip")]), []],
  [A, R([re("^baja$"), w("baja")]), ["1 false"]],
  [
    A,
    R([
      w("dar de baja", "cancelar"),
      not(w("no", "nunca")),
      or(acc("wsp"), and(acc("mad"), tr("22:00", "06:00"))),
    ]),
    [],
  ],
  [
    A,
    R([
      cls("etiquetas", "vip"),
      not(cls("etiquetas", ["nuevo", "moroso"])),
      cls("monto", 5),
      cls("fecha", "2026-01-01"),
      cls("nota", "año"),
    ]),
    [],
  ],
  [A, R([un, not(un)]), ["0 true", "1.0 false"]],
  [A, R([acc("ny"), open(), day("sat")]), []],
  [A, R([w("👍", "👎"), not(sub("no")), re("[^]{3}")]), []],
  [Z, R([acc("cairo"), open(), tr("00:00", "09:00")]), []],
  [D, R([day("mon"), not(acc("ok"))]), []],
  [A, R([not(not(or(un, na)), w("x"))]), []],
  [A, OR([and(w("baja"), not(cls("motivo", "ventas"))), cls("urgente", true)]), []],
  [A, NOT([and(open(), un), or(w("x"), re("^\\d+$"))]), []],
  [A, R([or(tr("09:00", "12:00"), tr("12:00", "15:00"), tr("11:00", "13:00"))]), ["0.2 true"]],
  [A, R([acc("wsp"), open(), on("2026-01-01"), tr("10:00", "12:00")]), ["3 false", "1 false"]],
  [A, R([acc("bare"), open()]), ["0 true", "1 true"]],
];
