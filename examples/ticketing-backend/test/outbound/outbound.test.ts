import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createOutbound, type Outbound, type OutboundOptions } from "../../src/outbound/outbound.ts";

const closing: (() => Promise<unknown> | unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const post = (outbound: Outbound, url: string) => outbound.post({ url, headers: {}, body: "{}" });

describe("a receiver that answers", () => {
  it("gives its status and the beginning of its body, in one line", async () => {
    const url = await receiver((_, response) =>
      response.writeHead(418).end("I am\r\n a\u0000 teapot\u001b[31m"),
    );
    const answer = await post(outboundOf(), url);
    expect(answer).toEqual({
      type: "answered",
      status: 418,
      retryAfter: null,
      excerpt: "I am a teapot [31m",
    });
  });

  it("gets the body and the headers as they are", async () => {
    const seen: unknown[] = [];
    const url = await receiver(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      seen.push(request.method, request.headers["idempotency-key"], request.headers["content-type"], body);
      response.end();
    });
    await outboundOf().post({ url, headers: { "idempotency-key": "evt-1:r:0" }, body: '{"ñ":1}' });
    expect(seen).toEqual(["POST", "evt-1:r:0", "application/json", '{"ñ":1}']);
  });

  it("tells when it wants to be asked again", async () => {
    const url = await receiver((_, response) => response.writeHead(429, { "retry-after": "120" }).end());
    expect(await post(outboundOf(), url)).toMatchObject({ status: 429, retryAfter: "120" });
  });

  it("is not followed where it redirects to, so that no redirect reaches a private address", async () => {
    let reached = 0;
    const inside = await receiver((_, response) => {
      reached += 1;
      response.end("secret");
    });
    const url = await receiver((_, response) => response.writeHead(307, { location: inside }).end());
    expect(await post(outboundOf(), url)).toMatchObject({ type: "answered", status: 307 });
    expect(reached).toBe(0);
  });

  it("may send a body without end: a kilobyte of it is read", async () => {
    let sent = 0;
    let closed: () => void = () => {};
    const gone = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const url = await receiver((_, response) => {
      const flood = () => {
        while (!response.destroyed && response.write("x".repeat(65_536))) sent += 65_536;
      };
      response.writeHead(200).on("drain", flood).on("close", closed);
      flood();
    });
    const answer = await post(outboundOf(), url);
    expect(answer).toMatchObject({ type: "answered", status: 200, excerpt: "x".repeat(1_024) });
    await gone;
    expect(sent).toBeLessThan(50_000_000);
  });

  it("has accepted with its status, though its body drips or is cut off", async () => {
    const drips = await receiver((_, response) => {
      response.writeHead(200).write("o");
      const timer = setInterval(() => response.write("o"), 100);
      response.on("close", () => clearInterval(timer));
    });
    const cutsOff = await receiver((_, response) => {
      response.writeHead(202, { "content-length": "100" }).write("half");
      setImmediate(() => response.destroy());
    });
    const outbound = outboundOf();
    expect(await post(outbound, drips)).toMatchObject({ type: "answered", status: 200 });
    expect(await post(outbound, cutsOff)).toMatchObject({ type: "answered", status: 202, excerpt: "half" });
  });
});

describe("a receiver that does not answer", () => {
  it("that never says a word", async () => {
    const url = await receiver(() => {});
    const answer = await post(outboundOf({ headersMs: 200 }), url);
    expect(answer).toMatchObject({ type: "unanswered", problem: expect.stringMatching(/Headers Timeout/) });
  });

  it("that sends its headers byte by byte", async () => {
    const url = await tcp((socket) => {
      const timer = setInterval(() => socket.write("X"), 20);
      socket.write("HTTP/1.1 200 OK\r\nx-drip: ");
      socket.on("close", () => clearInterval(timer));
    });
    const answer = await post(outboundOf({ totalMs: 300 }), url);
    expect(answer).toEqual({ type: "unanswered", problem: "no answer within 300 ms" });
  });

  it("that sends headers without end", async () => {
    const url = await tcp((socket) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      const flood = () => {
        while (!socket.destroyed && socket.write(`x-${"a".repeat(1_000)}: b\r\n`));
      };
      socket.on("drain", flood);
      flood();
    });
    expect(await post(outboundOf(), url)).toMatchObject({ type: "unanswered" });
  });

  it("that closes the socket", async () => {
    const url = await tcp((socket) => socket.destroy());
    expect(await post(outboundOf(), url)).toMatchObject({ type: "unanswered" });
  });

  it("that does not speak HTTP", async () => {
    const url = await tcp((socket) => socket.end("220 mail.example.com ESMTP\r\n"));
    expect(await post(outboundOf(), url)).toMatchObject({ type: "unanswered" });
  });

  it("that is not there", async () => {
    const url = await receiver(() => {});
    await closing.pop()?.();
    const answer = await post(outboundOf(), url);
    expect(answer).toMatchObject({ type: "unanswered", problem: expect.stringContaining("ECONNREFUSED") });
  });

  it("while the service stops", async () => {
    const url = await receiver(() => {});
    const answer = await outboundOf().post({ url, headers: {}, body: "", signal: AbortSignal.timeout(50) });
    expect(answer).toMatchObject({ type: "unanswered" });
  });
});

describe("a name", () => {
  const loopback = { address: "127.0.0.1", family: 4 };
  const elsewhere = { address: "93.184.215.14", family: 4 };

  it.each([
    ["a private address", [loopback]],
    ["a metadata address", [{ address: "169.254.169.254", family: 4 }]],
    ["a public and a private address", [elsewhere, loopback]],
    ["an IPv4 address in IPv6 clothes", [{ address: "::ffff:127.0.0.1", family: 6 }]],
    ["no address", []],
  ])("that leads to %s is forbidden, and nothing is sent", async (_, addresses) => {
    let connections = 0;
    const port = new URL(
      await tcp(() => {
        connections += 1;
      }),
    ).port;
    const outbound = outboundOf({ allow: [], resolve: async () => addresses });
    const answer = await post(outbound, `https://hook.example.com:${port}/`);
    expect(answer).toMatchObject({ type: "forbidden", problem: expect.stringContaining("hook.example.com") });
    expect(connections).toBe(0);
  });

  it("is resolved once for its connection: a second answer has no say", async () => {
    const url = new URL(await receiver((_, response) => response.end("ok")));
    const answers = [[loopback], [{ address: "169.254.169.254", family: 4 }]];
    let asked = 0;
    const resolve = async () => answers[asked++] ?? [];
    const outbound = outboundOf({ allow: ["hook.example.com"], resolve });
    const answer = await post(outbound, `http://hook.example.com:${url.port}/`);
    expect(answer).toMatchObject({ type: "answered", status: 200 });
    expect(asked).toBe(1);
  });

  it("that cannot be resolved now may be later", async () => {
    const failure = Object.assign(new Error("getaddrinfo EAI_AGAIN hook.example.com"), { code: "EAI_AGAIN" });
    const outbound = outboundOf({ resolve: () => Promise.reject(failure) });
    expect(await post(outbound, "https://hook.example.com/")).toMatchObject({
      type: "unanswered",
      problem: expect.stringContaining("EAI_AGAIN"),
    });
  });

  it("whose server never answers costs no more than the time to connect", async () => {
    const outbound = outboundOf({ connectMs: 200, resolve: () => new Promise(() => {}) });
    expect(await post(outbound, "https://hook.example.com/")).toMatchObject({ type: "unanswered" });
  });

  it("that is allowed by the configuration may lead inside", async () => {
    const url = new URL(await receiver((_, response) => response.end()));
    const outbound = outboundOf({ allow: ["bots.internal"], resolve: async () => [loopback] });
    expect(await post(outbound, `http://bots.internal:${url.port}/`)).toMatchObject({ status: 200 });
  });
});

it("refuses a forbidden URL without a request", async () => {
  const url = await receiver(() => {});
  expect(await post(outboundOf({ allow: [] }), url)).toEqual({
    type: "forbidden",
    problem: "127.0.0.1 is not a public address (loopback)",
  });
});

function outboundOf(options: OutboundOptions = {}): Outbound {
  const outbound = createOutbound({ allow: ["127.0.0.1"], ...options });
  closing.push(() => outbound.close());
  return outbound;
}

async function receiver(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  return listening(server, () => server.closeAllConnections());
}

async function tcp(onSocket: Parameters<typeof createTcpServer>[1] & {}): Promise<string> {
  const sockets = new Set<{ destroy(): void }>();
  const server = createTcpServer((socket) => {
    sockets.add(socket.on("error", () => {}));
    onSocket(socket);
  });
  return listening(server, () => {
    for (const socket of sockets) socket.destroy();
  });
}

async function listening(server: Server | TcpServer, cut: () => void): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    cut();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
