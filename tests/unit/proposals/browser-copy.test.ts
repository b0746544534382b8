import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  type BrowserCopy,
  browserPlace,
  dropFromBrowser,
  isShown,
  keepInBrowser,
  keptInBrowser,
} from "@/components/proposals/writing/browser-copy";

/** A browser's storage: each key a property, as `Object.keys` finds them. */
class Storage {
  [key: string]: unknown;
  getItem(key: string) {
    return this[key] ?? null;
  }
  setItem(key: string, text: string) {
    this[key] = text;
  }
  removeItem(key: string) {
    delete this[key];
  }
}

const now = Date.UTC(2026, 5, 1);
const kept = (copy: string, at = now): BrowserCopy => ({ at, copy, copyVersion: 0, values: { title: copy } });
const place = browserPlace(7, undefined);

beforeEach(() => {
  vi.stubGlobal("localStorage", new Storage());
});

describe("what stays in the browser", () => {
  it("is offered to whoever typed it, on that form, the latest first", () => {
    keepInBrowser(place, kept("older", now - 1000));
    keepInBrowser(place, kept("later"));
    keepInBrowser(browserPlace(8, undefined), kept("somebody else's"));
    keepInBrowser(browserPlace(7, 63), kept("another form's"));
    expect(keptInBrowser(place, now).map(({ copy }) => copy)).toEqual(["later", "older"]);
    dropFromBrowser(place, "later");
    expect(keptInBrowser(place, now).map(({ copy }) => copy)).toEqual(["older"]);
  });

  it("goes after 90 days, and where it makes no sense", () => {
    keepInBrowser(place, kept("old", now - 91 * 86_400_000));
    localStorage.setItem(`${place}broken`, "{");
    expect(keptInBrowser(place, now)).toEqual([]);
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it("is said not to be kept where the browser has no room", () => {
    vi.stubGlobal("localStorage", {
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    });
    expect(keepInBrowser(place, kept("much"))).toBe(false);
    expect(keptInBrowser(place, now)).toEqual([]);
  });

  it.each([
    ["the form shows it already", { title: "A" }, { title: "A " }, true],
    ["only a kind is chosen", { "asks.0.kind": "inform" }, {}, true],
    ["a field says something else", { title: "A" }, { title: "B" }, false],
    ["the form has no such row", { "asks.7.text": "A" }, {}, false],
  ])("is offered or not, where %s", (_where, values, form, shown) => {
    expect(isShown(values, form as Record<string, string>)).toBe(shown);
  });
});
