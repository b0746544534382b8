import { describe, expect, it } from "vitest";
import { mayReadMetrics } from "@/lib/metrics/may-read";

const here = { authorization: null, client: "127.0.0.1", isPassedOn: false };
const token = "a-token-of-an-operator";

describe("the metrics", () => {
  it.each([
    ["this machine", here, { host: "localhost" }, true],
    ["this machine, by the new family", { ...here, client: "::ffff:127.0.0.1" }, { host: "localhost" }, true],
    ["another machine", { ...here, client: "192.0.2.7" }, { host: "localhost" }, false],
    ["what a proxy passes on", { ...here, isPassedOn: true }, { host: "localhost" }, false],
    ["this machine, where the portal is reached from outside", here, { host: "portal.example.org" }, false],
    ["nobody knows whom", { ...here, client: "" }, { host: "localhost" }, false],
    ["this machine without the token that is set", here, { host: "localhost", token }, false],
    [
      "a wrong token",
      { ...here, authorization: "Bearer another" },
      { host: "portal.example.org", token },
      false,
    ],
    [
      "the token",
      { ...here, client: "192.0.2.7", authorization: `Bearer ${token}` },
      { host: "portal.example.org", token },
      true,
    ],
  ])("are for %s: as told", (_, asking, rule, may) => {
    expect(mayReadMetrics(asking, { token: undefined, ...rule })).toBe(may);
  });
});
