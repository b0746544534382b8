import localFont from "next/font/local";

// Only these three are preloaded. Names such as Łukasz and emphasised words ask for the other files when a page
// really has them: their families stand behind the first in the stacks of globals.css.
const text = localFont({
  src: "../node_modules/@fontsource-variable/red-hat-text/files/red-hat-text-latin-wght-normal.woff2",
  variable: "--f-text",
  weight: "300 700",
  display: "swap",
});
const display = localFont({
  src: "../node_modules/@fontsource-variable/red-hat-display/files/red-hat-display-latin-wght-normal.woff2",
  variable: "--f-display",
  weight: "300 900",
  display: "swap",
});
const mono = localFont({
  src: "../node_modules/@fontsource-variable/red-hat-mono/files/red-hat-mono-latin-wght-normal.woff2",
  variable: "--f-mono",
  weight: "300 700",
  display: "swap",
  adjustFontFallback: false,
  fallback: ["ui-monospace", "monospace"],
});
const italic = localFont({
  src: "../node_modules/@fontsource-variable/red-hat-text/files/red-hat-text-latin-wght-italic.woff2",
  variable: "--f-italic",
  weight: "300 700",
  style: "italic",
  display: "swap",
  preload: false,
});
const textExtended = localFont({
  src: "../node_modules/@fontsource-variable/red-hat-text/files/red-hat-text-latin-ext-wght-normal.woff2",
  variable: "--f-text-ext",
  weight: "300 700",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "unicode-range", value: "U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+2C60-2C7F, U+A720-A7FF" },
  ],
});
const displayExtended = localFont({
  src: "../node_modules/@fontsource-variable/red-hat-display/files/red-hat-display-latin-ext-wght-normal.woff2",
  variable: "--f-display-ext",
  weight: "300 900",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "unicode-range", value: "U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+2C60-2C7F, U+A720-A7FF" },
  ],
});

/** The classes for `<html>`: they define the font variables that globals.css sets the type with. */
export const fontClasses = [text, display, mono, italic, textExtended, displayExtended]
  .map((font) => font.variable)
  .join(" ");
