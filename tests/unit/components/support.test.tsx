import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ConcernItem } from "@/components/discussion/concern-item";
import { ConcernsStanding } from "@/components/discussion/concerns-standing";
import { EndorsementItem } from "@/components/proposals/endorsement-item";
import { RelationNote } from "@/components/proposals/relation-note";
import { SimilarTitles } from "@/components/proposals/similar-titles";
import { SupportSide } from "@/components/proposals/support-side";
import type { ConcernLine } from "@/lib/discussion/concern-queries";
import type { EndorsementLine } from "@/lib/proposals/endorsement-queries";
import type { RelationSide } from "@/lib/proposals/relation-queries";

const concern: ConcernLine = {
  ...{ id: 7, number: 1, version: 1, status: "open", html: "<p>Nobody pays.</p>", revision: 2, reason: "" },
  opener: { handle: "imani", name: "Imani Okafor" },
  resolver: { kind: "person", handle: "noor", name: "Noor Haddad" },
  response: null,
  at: "2026-10-01T12:00:00.000Z",
  settledAt: null,
  moves: [],
};

describe("a concern on its page", () => {
  const shown = (given: Partial<ConcernLine> = {}, revision = 2) =>
    renderToStaticMarkup(<ConcernItem proposal={6} revision={revision} concern={{ ...concern, ...given }} />);

  it("has an anchor, says whose it is, who is to resolve it, and that it stands in the way", () => {
    const html = shown();
    expect(html).toContain('id="concern-1"');
    expect(html).toContain('href="/people/imani"');
    expect(html).toContain("It stands in the way of approval. Noor Haddad is to resolve it.");
    expect(html).toContain("About revision 2.");
  });

  it("says that the text has moved on since, and leads to what changed", () => {
    const html = shown({}, 4);
    expect(html).toContain("About revision 2; the text has changed since.");
    expect(html).toContain("/proposals/6/revisions/compare?from=2&amp;to=4");
  });

  it("shows what was done, by whom, and the reason of its end", () => {
    const html = shown({
      status: "resolved",
      reason: "The SIG pays.",
      response: { html: "<p>We pay.</p>", by: { handle: "noor", name: "Noor Haddad" } },
      settledAt: "2026-10-02T12:00:00.000Z",
    });
    expect(html).toContain("We pay.");
    expect(html).toContain("<b>Resolved:</b> The SIG pays.");
  });
});

describe("beside the outcome of a decision", () => {
  it("each standing concern is named with a link, and nothing is said where none stands", () => {
    const concerns = [{ number: 1, opener: "Imani Okafor", text: "Nobody <pays>." }];
    const html = renderToStaticMarkup(<ConcernsStanding proposal={6} concerns={concerns} />);
    expect(html).toContain('href="/proposals/6/concerns#concern-1"');
    expect(html).toContain("Nobody &lt;pays&gt;.");
    expect(renderToStaticMarkup(<ConcernsStanding proposal={6} concerns={[]} />)).toBe("");
  });
});

const replaced: RelationSide = {
  ...{ kind: "replaces", end: "to", number: 12, title: "A smaller region", status: "closed" },
  closedAs: "declined",
};

describe("beside a proposal", () => {
  const sponsor = { part: "sponsor", person: { handle: "imani", name: "Imani Okafor" } } as const;
  const side = (status: "asked" | "confirmed", revision: number | null) =>
    renderToStaticMarkup(
      <SupportSide
        number={6}
        revision={3}
        endorsements={[{ ...sponsor, status, revision }]}
        relations={[replaced]}
      />,
    );

  it("a sponsor who was asked is not shown as one who confirmed", () => {
    expect(side("asked", null)).toContain("Asked, not confirmed");
    expect(side("confirmed", 3)).toContain("for revision 3");
    expect(side("confirmed", 3)).not.toContain("not confirmed");
  });

  it("a sponsor who confirmed an earlier text is shown with the difference", () => {
    expect(side("confirmed", 2)).toContain("/proposals/6/revisions/compare?from=2&amp;to=3");
  });

  it("another proposal is shown with its title and its state", () => {
    const html = side("confirmed", 3);
    expect(html).toContain("Replaced by");
    expect(html).toContain("A smaller region");
    expect(html).toContain("Declined");
  });

  it("nobody is shown where nobody stands behind it", () => {
    const html = renderToStaticMarkup(
      <SupportSide number={6} revision={1} endorsements={[]} relations={[]} />,
    );
    expect(html).toContain("Nobody sponsors it yet.");
  });
});

describe("at the top of a proposal", () => {
  it("stands what replaces it, and nothing of what merely belongs with it", () => {
    expect(renderToStaticMarkup(<RelationNote relations={[replaced]} />)).toContain("Replaced by");
    const near = { ...replaced, kind: "relates_to" } as const;
    expect(renderToStaticMarkup(<RelationNote relations={[near]} />)).toBe("");
  });
});

describe("somebody who stands behind a proposal", () => {
  const line: EndorsementLine = {
    ...{ id: 3, version: 2, part: "sponsor", status: "confirmed", offered: false, note: "We need it." },
    person: { handle: "imani", name: "Imani Okafor" },
    askedBy: { handle: "noor", name: "Noor Haddad" },
    revision: 1,
    at: "2026-10-01T12:00:00.000Z",
    decidedAt: "2026-10-02T12:00:00.000Z",
    moves: [],
  };

  it("is shown with who asked, their words and the revision", () => {
    const html = renderToStaticMarkup(<EndorsementItem number={6} revision={1} line={line} />);
    for (const words of ["Confirmed", "We need it.", "Noor Haddad", "for revision 1"]) {
      expect(html).toContain(words);
    }
    expect(html).not.toContain("has changed since");
  });

  it("who came forward was asked by nobody", () => {
    const html = renderToStaticMarkup(
      <EndorsementItem number={6} revision={1} line={{ ...line, offered: true }} />,
    );
    expect(html).toContain("Came forward");
    expect(html).not.toContain("Asked by");
  });
});

describe("likely duplicates under a title", () => {
  it("are announced politely, and without JavaScript nothing is there", () => {
    expect(renderToStaticMarkup(<SimilarTitles />)).toBe('<div class="similar" aria-live="polite"></div>');
  });
});
