import { attach, haveRead, sayItChanged, show } from "./material-deeds";
import type { Scene } from "./scene";
import type { Stage, Told } from "./stage";

/** Slides from before the text was revised, which changed since; a page about a week; and the list as it would look. */
export function nightlyMaterials({ cast, ago }: Stage, told: Told): Scene[] {
  const { contributor, operator, directorOne } = cast;
  return [
    {
      when: ago(10.3),
      play: () =>
        show(contributor, told, {
          kind: "slides",
          title: "Four minutes about a night",
          url: "https://slides.example.org/nightly",
        }),
    },
    {
      when: ago(9.9),
      play: () =>
        attach(operator, told, {
          kind: "document",
          title: "An image’s week, on one page",
          file: "an-images-week.pdf",
          lines: [
            "An image's week",
            "Monday, 02:00: it is built, and checked by nobody.",
            "Monday, breakfast: somebody closes a lid.",
            "Until Sunday: it is found wanting, and told so.",
            "Monday, 02:00: it is deleted, before the next one is built.",
          ],
        }),
    },
    { when: ago(8.2), play: () => haveRead(directorOne, told, 2) },
    {
      when: ago(6.7),
      play: () => sayItChanged(contributor, told, 1, "Slide 3 shows the page with the sentence on it."),
    },
    {
      when: ago(6.6),
      play: () =>
        show(operator, told, {
          kind: "other",
          title: "The list of the last seven, as it would look",
          url: "https://preview.example.org/nightly/last-seven",
        }),
    },
  ];
}
