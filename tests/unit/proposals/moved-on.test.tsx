import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MovedOn } from "@/components/proposals/moved-on";
import { movedOnHtml } from "@/components/proposals/moved-on-html";
import { movedOn } from "@/lib/proposals/moved-on";

describe("what was said about an earlier text says so", () => {
  const table = [
    { case: "the text has changed twice", spoke: 2, current: 4, link: "See what changed up to revision 4" },
    { case: "the text has changed once", spoke: 3, current: 4, link: "See what changed" },
    { case: "the text is still the same", spoke: 4, current: 4, link: undefined },
    { case: "nobody knows which text it was", spoke: null, current: 4, link: undefined },
    { case: "it was said of a draft", spoke: 0, current: 1, link: undefined },
  ];

  it.each(table)("$case", ({ spoke, current, link }) => {
    expect(movedOn(63, spoke, current)?.link).toBe(link);
  });

  it("leads to the difference", () => {
    expect(movedOn(63, 2, 4)).toMatchObject({
      text: "About revision 2; the text has changed since.",
      href: "/proposals/63/revisions/compare?from=2&to=4",
    });
  });

  it("says the same in both ways of writing a page", () => {
    const props = { proposal: 63, spoke: 2, current: 4 };
    const written = renderToStaticMarkup(<MovedOn {...props} />);
    expect(movedOnHtml(props)?.text).toBe(written);
    expect(movedOnHtml({ ...props, spoke: 4 })).toBeNull();
  });
});
