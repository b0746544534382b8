import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import type { Door } from "@/lib/outgoing/door";
import { type Ask, fetchOutside } from "@/lib/outgoing/fetch-outside";
import { doorFor, outsideWorld } from "../../support/outside-world";

const world = outsideWorld();
afterEach(() => world.end());

async function whyNot(address: string, door: Door, ask: Ask = {}): Promise<string> {
  const answer = await fetchOutside(address, ask, door);
  return answer.ok ? `answered ${answer.value.status}` : answer.refusal.why;
}

describe("a request to the outside", () => {
  it("brings back status, headers and body", async () => {
    const { host } = await world.serve((_request, response) => {
      response.writeHead(404, { "x-total": "7" }).end("nothing here");
    });
    const answer = await fetchOutside(`http://${host}/a?b=c`, {}, doorFor(host));
    expect(answer).toMatchObject({ ok: true, value: { status: 404, url: `http://${host}/a?b=c` } });
    expect(answer.ok && [answer.value.headers["x-total"], String(answer.value.body)]).toEqual([
      "7",
      "nothing here",
    ]);
  });

  it("sends what it was given, whole", async () => {
    const { host } = await world.serve(async (request, response) => {
      let body = "";
      for await (const part of request) body += part;
      response.end(`${request.method} ${request.headers["x-signature"]} ${body}`);
    });
    const ask = { method: "POST", headers: { "X-Signature": "s1" }, body: "{“ä”}" } as const;
    const answer = await fetchOutside(`http://${host}/`, ask, doorFor(host));
    expect(answer.ok && String(answer.value.body)).toBe("POST s1 {“ä”}");
  });

  it.each([
    "http://127.0.0.1:9/",
    "http://localhost:9/",
    "http://[::1]:9/",
    "http://[::ffff:127.0.0.1]:9/",
    "http://0x7f.1:9/",
    "http://2130706433:9/",
    "http://0177.0.0.1:9/",
    "http://0:9/",
    "http://169.254.169.254/latest/meta-data/",
    "http://127.0.0.1.:9/",
    "http://localhost.:9/",
  ])("to %s stays here", async (address) => {
    const door = doorFor("", { localhost: ["127.0.0.1"], "localhost.": ["::1"] });
    expect(await whyNot(address, door)).toBe("private");
  });

  it.each([
    "file:///etc/passwd",
    "ftp://example.org/",
    "gopher://example.org/",
    "https://user:secret@example.org/",
    "no address",
    "",
  ])("to %s is none", async (address) => {
    expect(await whyNot(address, doorFor(""))).toBe("address");
  });

  it("goes over http only where that is allowed", async () => {
    const door = doorFor("", { "example.org": ["127.0.0.1"] }, false);
    expect(await whyNot("http://example.org/", door)).toBe("address");
  });

  it("that finds no such name, or nobody who listens, is told so", async () => {
    const { host } = await world.serve((_request, response) => response.end());
    await world.end();
    expect(await whyNot("http://nowhere.example/", doorFor(""))).toBe("unreachable");
    expect(await whyNot(`http://${host}/`, doorFor(host))).toBe("unreachable");
  });
});

describe("an answer that leads on", () => {
  it("is followed to a place that is open, and no credentials follow to another one", async () => {
    const last = await world.serve((request, response) => response.end(JSON.stringify(request.headers)));
    const first = await world.serve((_request, response) => {
      response.writeHead(302, { location: `http://${last.host}/there` }).end();
    });
    const headers = {
      Authorization: "token s3cret",
      "Private-Token": "s3cret",
      Cookie: "s3cret",
      Accept: "a/b",
    };
    const answer = await fetchOutside(`http://${first.host}/`, { headers }, doorFor("127.0.0.1"));
    expect(answer).toMatchObject({ ok: true, value: { url: `http://${last.host}/there` } });
    const seen = answer.ok ? String(answer.value.body) : "";
    expect(seen).not.toContain("s3cret");
    expect(seen).toContain("a/b");
  });

  it("keeps its credentials at the same place", async () => {
    const { host } = await world.serve((request, response) => {
      if (request.url === "/") response.writeHead(301, { location: "/new" }).end();
      else response.end(request.headers.authorization);
    });
    const answer = await fetchOutside(
      `http://${host}/`,
      { headers: { authorization: "mine" } },
      doorFor(host),
    );
    expect(answer.ok && String(answer.value.body)).toBe("mine");
  });

  it.each([301, 302, 303, 307, 308])(
    "with %i to a private address is followed no further",
    async (status) => {
      const hidden = await world.serve(
        (_request, response) => response.end("the machine's own"),
        "127.0.0.2",
      );
      const first = await world.serve((_request, response) => {
        response.writeHead(status, { location: `http://${hidden.host}/` }).end();
      });
      expect(await whyNot(`http://${first.host}/`, doorFor(first.host))).toBe("private");
      expect(hidden.connections()).toBe(0);
    },
  );

  it("to a name that leads to a private address is followed no further", async () => {
    const hidden = await world.serve((_request, response) => response.end(), "127.0.0.2");
    const first = await world.serve((_request, response) => {
      response.writeHead(302, { location: `http://inside.example:${hidden.port}/` }).end();
    });
    const door = doorFor(first.host, { "inside.example": ["127.0.0.2"] });
    expect(await whyNot(`http://${first.host}/`, door)).toBe("private");
    expect(hidden.connections()).toBe(0);
  });

  it.each(["file:///etc/passwd", "http://user:pass@127.0.0.1/"])("to %s is refused", async (location) => {
    const { host } = await world.serve((_request, response) => response.writeHead(302, { location }).end());
    expect(await whyNot(`http://${host}/`, doorFor(host))).toBe("address");
  });

  it("in a ring comes to an end", async () => {
    const { host, connections } = await world.serve((_request, response) => {
      response.writeHead(302, { location: "/again" }).end();
    });
    expect(await whyNot(`http://${host}/`, doorFor(host))).toBe("redirects");
    expect(connections()).toBe(6);
  });

  it("does not carry a text that was to be written", async () => {
    const { host, connections } = await world.serve((_request, response) => {
      response.writeHead(307, { location: "/elsewhere" }).end();
    });
    expect(await whyNot(`http://${host}/`, doorFor(host), { method: "POST", body: "x" })).toBe("redirects");
    expect(connections()).toBe(1);
  });
});

describe("a name that changes its answer", () => {
  it("to a private address between two requests reaches nothing there", async () => {
    const hidden = await world.serve((_request, response) => response.end("the machine's own"), "127.0.0.2");
    const first = await world.serve((_request, response) => {
      response.writeHead(302, { location: `http://moving.example:${hidden.port}/` }).end();
    });
    const door = doorFor("127.0.0.1", { "moving.example": ["127.0.0.1", "127.0.0.2"] });
    expect(await whyNot(`http://moving.example:${first.port}/`, door)).toBe("private");
    expect([first.connections(), hidden.connections()]).toEqual([1, 0]);
  });

  it("is asked once for a connection: the address that was checked is the one connected to", async () => {
    const hidden = await world.serve((_request, response) => response.end(), "127.0.0.2");
    const first = await world.serve((_request, response) => response.end("checked"));
    const door = doorFor("127.0.0.1", { "moving.example": ["127.0.0.1", "127.0.0.2"] });
    expect(await whyNot(`http://moving.example:${first.port}/`, door)).toBe("answered 200");
    expect(hidden.connections()).toBe(0);
  });
});

describe("an answer without measure", () => {
  it("is not read beyond what was asked for", async () => {
    const { host } = await world.serve((_request, response) => response.end("x".repeat(2001)));
    expect(await whyNot(`http://${host}/`, doorFor(host), { maxBytes: 2000 })).toBe("too_large");
    expect(await whyNot(`http://${host}/`, doorFor(host), { maxBytes: 2001 })).toBe("answered 200");
  });

  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ] as const)("packed small by %s is counted as it unpacks", async (packing, pack) => {
    const bomb = pack(Buffer.alloc(50_000_000));
    const { host } = await world.serve((_request, response) => {
      response.writeHead(200, { "content-encoding": packing }).end(bomb);
    });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await whyNot(`http://${host}/`, doorFor(host))).toBe("too_large");
  });

  it("packed as it was asked for is unpacked", async () => {
    const { host } = await world.serve((request, response) => {
      expect(request.headers["accept-encoding"]).toContain("gzip");
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("unpacked"));
    });
    const answer = await fetchOutside(`http://${host}/`, {}, doorFor(host));
    expect(answer.ok && String(answer.value.body)).toBe("unpacked");
  });

  it.each([
    ["gzip", "this is not packed"],
    ["gzip, gzip", "x"],
    ["zstd", "x"],
  ])("packed as %s that cannot be unpacked is refused", async (packing, body) => {
    const { host } = await world.serve((_request, response) => {
      response.writeHead(200, { "content-encoding": packing }).end(body);
    });
    expect(await whyNot(`http://${host}/`, doorFor(host))).toBe("unreadable");
  });

  it("that never ends is cut off", async () => {
    const { host } = await world.serve((_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write("."), 20);
      response.on("close", () => clearInterval(drip));
    });
    expect(await whyNot(`http://${host}/`, doorFor(host), { timeoutMs: 200 })).toBe("too_slow");
  });

  it("that never begins is cut off", async () => {
    const { host } = await world.serve(() => {});
    expect(await whyNot(`http://${host}/`, doorFor(host), { timeoutMs: 200 })).toBe("too_slow");
  });

  it("that breaks off is told", async () => {
    const { host } = await world.serve((_request, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("half", () => response.destroy());
    });
    expect(await whyNot(`http://${host}/`, doorFor(host))).toBe("unreachable");
  });
});
