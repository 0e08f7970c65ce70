/** Which of the two languages the caller would rather read. */
import type { FastifyRequest } from "fastify";
import type { Locale } from "ticket-rules";

/** By `Accept-Language` (RFC 9110, 12.5.4): the highest weight of `es` and `en`, of whatever region; else English. */
export function localeOf(request: FastifyRequest): Locale {
  const ranges = (request.headers["accept-language"] ?? "").slice(0, 500).split(",").map(parseRange);
  const weight = (locale: string) =>
    ranges.reduce(
      (most, { tag, q }) => (tag === locale || tag.startsWith(`${locale}-`) ? Math.max(most, q) : most),
      0,
    );
  return weight("es") > weight("en") ? "es" : "en";
}

function parseRange(range: string): { tag: string; q: number } {
  const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
  const given = parameters.find((parameter) => parameter.startsWith("q="));
  const q = given === undefined ? 1 : Number(given.slice(2));
  return { tag, q: q >= 0 && q <= 1 ? q : 0 };
}
