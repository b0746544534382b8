import fc from "fast-check";
import { expect, test } from "vitest";
import { findRequestType } from "../../../lib/tickets/request-types/catalogue";
import { asBlock, asValue } from "../../../lib/tickets/request-types/markdown";

const hostile = [
  "plain",
  "`tick`",
  "``two`` and `one`",
  "a\n# heading",
  "a\r\n\r\n- [ ] done",
  "a\u2028> quote",
  "<script>alert(1)</script>",
  "</code></pre><img src=x onerror=alert(1)>",
  "![x](http://evil.example/pixel.png) @everyone #1",
  "[ref]: http://evil.example",
  "```\n<!-- \n```",
  "    indented",
  "a\u202Egnp.exe",
  "\u0002wzxhzdk:0\u0003",
];

function generalWith(description: string): string {
  return findRequestType("general")?.toMarkdown({ kind: "task", description }) ?? "";
}

test.each(hostile)("%j stays inside its code span", (text) => {
  const value = asValue(text);
  const fence = /^`+/.exec(value)?.[0] ?? "";
  expect(value.endsWith(fence)).toBe(true);
  expect(value).not.toMatch(/[\p{Cc}\u2028\u202E]/u);
  const runs = [...value.slice(fence.length, -fence.length).matchAll(/`+/g)].map((run) => run[0].length);
  expect(runs).not.toContain(fence.length);
});

test.each(hostile)("%j stays inside its indented block", (text) => {
  for (const line of asBlock(text).split(/[\n\r\u2028\u0085]/)) expect(line).toMatch(/^( {4}|$)/);
});

test("a description cannot add a line of its own to the tracker's text", () => {
  const skeleton = generalWith("An ordinary description.").replace("    An ordinary description.", "");
  const ours = new Set(skeleton.split("\n"));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...hostile, "\n", "\r", "\t", " ")), (parts) => {
      const written = generalWith(`Long enough: ${parts.join("")}`);
      for (const line of written.split(/[\n\r\v\f\u0085\u2028\u2029]/)) {
        expect(ours.has(line) || line.startsWith("    ")).toBe(true);
      }
    }),
  );
});

test("any text at all stays in its span", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("`", "a", " ", "\n", "\\", "<") }), (text) => {
      const value = asValue(text);
      const fence = /^`*/.exec(value)?.[0].length ?? 0;
      const inner = value.slice(fence, value.length - fence);
      expect([...inner.matchAll(/`+/g)].every((run) => run[0].length < Math.max(fence, 1))).toBe(true);
    }),
  );
});

test("the text of a request reads like this", () => {
  const markdown = findRequestType("dns_record")?.toMarkdown({
    name: "api.example.org",
    type: "A",
    values: ["192.0.2.10", "192.0.2.11"],
    ttlSeconds: 3600,
  });
  expect(markdown?.split("\n").slice(0, 6)).toEqual([
    "### DNS record",
    "",
    "- Name: `api.example.org`",
    "- Type: `A`",
    "- Values: `192.0.2.10`, `192.0.2.11`",
    "- Time to live, in seconds: `3600`",
  ]);
});
