import { describe, expect, it, test } from "vitest";
import { renderMarkdown } from "../../../lib/discussion/markdown";

const OUTSIDE = 'rel="nofollow noopener ugc"';

describe("links", () => {
  test.each([
    [
      "a link to elsewhere is not endorsed",
      "[x](https://e.org/)",
      `<a href="https://e.org/" ${OUTSIDE}>x</a>`,
    ],
    [
      "an address becomes a link",
      "https://e.org/a?b=c",
      `<a href="https://e.org/a?b=c" ${OUTSIDE}>https://e.org/a?b=c</a>`,
    ],
    ["a mail address becomes a link", "a@e.org", '<a href="mailto:a@e.org">a@e.org</a>'],
    ["a page of the portal is linked plainly", "[x](/meetings/4)", '<a href="/meetings/4">x</a>'],
    ["a file's name is not an address", "README.md", "README.md"],
    ["an address of another kind stays text", "[x](ftp://e.org/)", "[x](ftp://e.org/)"],
    [
      "a foreign picture becomes a link",
      "![Plan](https://e.org/p.png)",
      `<a href="https://e.org/p.png" ${OUTSIDE}>Plan</a>`,
    ],
    [
      "a nameless foreign picture shows its address",
      "![](https://e.org/p.png)",
      `<a href="https://e.org/p.png" ${OUTSIDE}>https://e.org/p.png</a>`,
    ],
    [
      "a foreign picture in a link leaves its name",
      "[![Plan](https://e.org/p.png)](/x)",
      '<a href="/x">Plan</a>',
    ],
    ["a picture of the portal is shown", "![Plan](/files/p.png)", '<img src="/files/p.png" alt="Plan" />'],
  ])("%s", (_, source, html) => {
    expect(renderMarkdown(source)).toBe(`<p>${html}</p>`);
  });
});

describe("references", () => {
  const amara = '<a href="/people/amara">@amara</a>';
  const proposal = '<a href="/proposals/63">#63</a>';
  test.each([
    ["a person is linked", "@amara", amara],
    ["at the end of a sentence", "Thanks @amara.", `Thanks ${amara}.`],
    ["in brackets", "(@amara)", `(${amara})`],
    ["in bold", "**@amara**", `<strong>${amara}</strong>`],
    ["a handle with an underscore and a dash", "@a_b-c", '<a href="/people/a_b-c">@a_b-c</a>'],
    ["a proposal is linked", "see #63, please", `see ${proposal}, please`],
    ["a ticket is linked", "ticket#12", '<a href="/tickets/12">ticket#12</a>'],
    ["a ticket at the start of a sentence", "Ticket#12!", '<a href="/tickets/12">Ticket#12</a>!'],
    ["an issue of another tracker is not", "centos-infra#12", "centos-infra#12"],
    [
      "a thread of a tracker is marked, for it may have been imported",
      "centos/board#63",
      '<span class="ref">centos/board#63</span>',
    ],
    ["a number in a word is not", "#63abc and x#63", "#63abc and x#63"],
    ["nothing is #0", "#0 #012", "#0 #012"],
    ["a mail address is not a mention", "amara@localhost", "amara@localhost"],
    ["an address of another network is not", "@amara@social.example", "@amara@social.example"],
    ["an escaped sign is not", "\\@amara \\#63 a\\_@amara", "@amara #63 a_@amara"],
    ["not in code", "`@amara #63`", "<code>@amara #63</code>"],
    ["not in a link", "[@amara #63](/x)", '<a href="/x">@amara #63</a>'],
    [
      "not in an address",
      "https://e.org/@amara#63",
      `<a href="https://e.org/@amara#63" ${OUTSIDE}>https://e.org/@amara#63</a>`,
    ],
  ])("%s", (_, source, html) => {
    expect(renderMarkdown(source)).toBe(`<p>${html}</p>`);
  });

  it("none is made in a block of code", () => {
    expect(renderMarkdown("```\n@amara #63\n```")).toBe("<pre><code>@amara #63\n</code></pre>");
  });
});

describe("form", () => {
  test.each([
    ["the largest heading is the third", "# A", "<h3>A</h3>"],
    ["headings keep their order", "## A", "<h4>A</h4>"],
    ["the smallest heading is the sixth", "##### A", "<h6>A</h6>"],
    ["an underlined heading too", "A\n=", "<h3>A</h3>"],
    ["crossed out", "~~A~~", "<p><s>A</s></p>"],
    ["a line break in the source is none on the page", "a\nb", "<p>a\nb</p>"],
    ["a list that starts later", "3. a", '<ol start="3">\n<li>a</li>\n</ol>'],
    ["code names its language", "```sh\na\n```", '<pre><code class="language-sh">a\n</code></pre>'],
    ["code names nothing else", "```sh {x=1}\na\n```", '<pre><code class="language-sh">a\n</code></pre>'],
    ["an odd language is dropped", "```a:b\na\n```", "<pre><code>a\n</code></pre>"],
    ["nothing gives nothing", " \n", ""],
  ])("%s", (_, source, html) => {
    expect(renderMarkdown(source)).toBe(html);
  });

  it("a table keeps its columns' alignment without a style attribute", () => {
    const html = renderMarkdown("| a | b |\n|:-:|---|\n| 1 | 2 |");
    expect(html).toContain('<th class="align-center">a</th>\n<th>b</th>');
    expect(html).not.toContain("style");
  });

  it("a task list says which tasks are done, to eyes and ears", () => {
    const html = renderMarkdown("- [ ] VM\n- [x] DNS");
    expect(html).toContain('<li><span class="task-box" role="img" aria-label="to do:">☐</span> VM</li>');
    expect(html).toContain('<li><span class="task-box" role="img" aria-label="done:">☑</span> DNS</li>');
  });
});
