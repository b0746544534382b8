import { readFile } from "node:fs/promises";
import * as lucide from "lucide-react";
import { type ComponentType, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { iconNames } from "../../components/ui/icon-names";

export const spritePath = "public/icons.svg";

// A board with the stream running over it: the portal's own mark, drawn like the others.
const mark =
  '<rect x="2.5" y="2.5" width="19" height="19" rx="3"/>' +
  '<path d="M2.5 9.5c4.75-4 4.75 4 9.5 0s4.75 4 9.5 0"/><path d="M2.5 15.5c4.75-4 4.75 4 9.5 0s4.75 4 9.5 0"/>';

/** Every icon of icon-names.ts as lucide draws it, in one file that a browser asks for once. */
export function iconSprite(): string {
  const symbols = [symbol("streamboard", mark), ...iconNames.map((name) => symbol(name, shapesOf(name)))];
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`;
}

export function spriteOnDisk(): Promise<string> {
  return readFile(spritePath, "utf8");
}

function shapesOf(name: string): string {
  const exported = name.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
  const icons = lucide as unknown as Record<string, ComponentType | undefined>; // looked up by a name made here
  const icon = icons[exported];
  if (!icon) throw new Error(`lucide has no icon "${name}"`);
  return renderToStaticMarkup(createElement(icon)).replace(/^<svg[^>]*>|<\/svg>$/g, "");
}

function symbol(name: string, shapes: string): string {
  const look =
    'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';
  return `<symbol id="${name}" viewBox="0 0 24 24" ${look}>${shapes}</symbol>`;
}
