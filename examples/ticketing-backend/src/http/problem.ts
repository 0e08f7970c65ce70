/** What goes wrong, as problem details (RFC 9457), in Spanish or English. One place, one form. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { describeIssue, type Issue, type Locale } from "ticket-rules";
import { localeOf } from "./language.ts";

interface Kind {
  status: number;
  title: Record<Locale, string>;
}

const KINDS = {
  malformedJson: {
    status: 400,
    title: { en: "The body is not JSON", es: "El cuerpo no es JSON" },
  },
  tooDeep: {
    status: 400,
    title: { en: "The body is nested too deeply", es: "El cuerpo tiene demasiados niveles" },
  },
  badRequest: {
    status: 400,
    title: { en: "The request is not valid", es: "La petición no es válida" },
  },
  unauthorized: {
    status: 401,
    title: {
      en: "The request does not say who may ask this",
      es: "La petición no acredita a quien la envía",
    },
  },
  notFound: {
    status: 404,
    title: { en: "There is nothing here", es: "Aquí no hay nada" },
  },
  otherEventWithId: {
    status: 409,
    title: { en: "Another event has this id", es: "Otro evento tiene este id" },
  },
  staleVersion: {
    status: 412,
    title: { en: "The rules were changed in the meantime", es: "Las reglas cambiaron entretanto" },
  },
  tooLarge: {
    status: 413,
    title: { en: "The body is too large", es: "El cuerpo es demasiado grande" },
  },
  notJson: {
    status: 415,
    title: { en: "The body must be application/json", es: "El cuerpo debe ser application/json" },
  },
  invalid: {
    status: 422,
    title: { en: "The content is not valid", es: "El contenido no es válido" },
  },
  versionNeeded: {
    status: 428,
    title: {
      en: "Say which version you edit: send its ETag as If-Match",
      es: "Indique qué versión edita: envíe su ETag como If-Match",
    },
  },
  internal: {
    status: 500,
    title: { en: "The service failed", es: "El servicio falló" },
  },
  unavailable: {
    status: 503,
    title: { en: "The database does not answer now", es: "La base de datos no responde ahora" },
  },
  stopping: {
    status: 503,
    title: { en: "The service is stopping", es: "El servicio se está deteniendo" },
  },
} as const satisfies Record<string, Kind>;

export type ProblemKind = keyof typeof KINDS;

export interface ProblemDetails {
  detail?: string;
  issues?: readonly Issue[];
}

/** Answers with a problem; issues are told in the language of the caller, whole paths, at most 100 of them. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: ProblemKind,
  { detail, issues }: ProblemDetails = {},
): FastifyReply {
  const locale = localeOf(request);
  const { status, title } = KINDS[kind];
  const body = {
    type: `urn:ticketing-backend:problem:${kind}`,
    title: title[locale],
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(issues === undefined
      ? {}
      : { issues: issues.slice(0, MOST_ISSUES).map((issue) => inWords(issue, locale)) }),
    ...(issues !== undefined && issues.length > MOST_ISSUES
      ? { moreIssues: issues.length - MOST_ISSUES }
      : {}),
  };
  return reply
    .code(status)
    .header("content-type", "application/problem+json; charset=utf-8")
    .header("content-language", locale)
    .header("vary", "Accept-Language")
    .send(JSON.stringify(body));
}

const MOST_ISSUES = 100;

function inWords(issue: Issue, locale: Locale) {
  const { code, path, params } = issue;
  return { code, path, message: describeIssue(issue, { locale }), params };
}
