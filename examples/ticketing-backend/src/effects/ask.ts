/** A request to a service of the operator's, made of its base URL; or why there can be none. */
import type { Post } from "../outbound/outbound.ts";

export type Asked = Omit<Post, "signal"> | { problem: string };

interface Question {
  /** The variable that holds `url`, for the sentence that says it is missing. */
  service: string;
  url: string | undefined;
  token: string | undefined;
  path: string;
  key: string;
  body: object;
}

export function ask({ service, url, token, path, key, body }: Question): Asked {
  if (url === undefined) return { problem: `${service} is not configured` };
  return {
    url: `${url.replace(/\/+$/, "")}/${path}`,
    headers: {
      "idempotency-key": key,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  };
}
