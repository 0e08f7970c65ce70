/** A receiver of effects that checks keys: it does each once, and refuses the second request with 409. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  path: string;
  key: string;
  headers: IncomingMessage["headers"];
  body: { ticket?: string; [key: string]: unknown };
}

/** Answers a request itself, and says whether it took the effect: only then is the key used up. */
export type Behaviour = (received: Received, response: ServerResponse) => "taken" | "refused";

export interface Receiver {
  url: string;
  /** Each effect that was taken, in order. */
  readonly taken: Received[];
  /** Requests whose key had been taken before. */
  readonly repeated: Received[];
  /** All requests, in order. */
  readonly requests: Received[];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

export const accept: Behaviour = (_, response) => {
  response.writeHead(204).end();
  return "taken";
};

export function answer(status: number, headers: Record<string, string> = {}): Behaviour {
  return (_, response) => {
    response.writeHead(status, headers).end();
    return status < 300 ? "taken" : "refused";
  };
}

/** Each request another behaviour, and the last one for all that follow. */
export function inTurn(...behaviours: readonly Behaviour[]): Behaviour {
  let count = 0;
  return (received, response) => {
    const behaviour = behaviours[Math.min(count, behaviours.length - 1)] ?? accept;
    count += 1;
    return behaviour(received, response);
  };
}

export async function startReceiver(port = 0): Promise<Receiver> {
  const taken: Received[] = [];
  const repeated: Received[] = [];
  const requests: Received[] = [];
  const keys = new Set<string>();
  let behaviour = accept;

  const server = createServer(async (request, response) => {
    const received = await read(request);
    requests.push(received);
    if (keys.has(received.key)) {
      repeated.push(received);
      response.writeHead(409).end("this key is done");
    } else if (behaviour(received, response) === "taken") {
      keys.add(received.key);
      taken.push(received);
    }
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));

  return {
    // A TCP server's address is always an object.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    repeated,
    requests,
    behave(next) {
      behaviour = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<Received> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  const key = request.headers["idempotency-key"];
  return {
    path: request.url ?? "",
    key: typeof key === "string" ? key : "",
    headers: request.headers,
    body: text === "" ? {} : JSON.parse(text),
  };
}
