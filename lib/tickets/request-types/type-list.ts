/**
 * The text of all-types.ts for these files of types/: who adds a type writes its file, and `npm run generate` (part of
 * every build) puts it in the catalogue. A list, because neither bundler nor Node reads a folder while it imports.
 */
export function typeListOf(files: readonly string[]): string {
  const names = files
    .filter((file) => /^[a-z0-9-]+\.ts$/.test(file))
    .map((file) => file.slice(0, -".ts".length))
    .sort();
  const imports = names.map((name) => `import { ${exportOf(name)} } from "./types/${name}";`);
  const items = names.map((name) => `  ${exportOf(name)},`);
  return [
    "// Made from the files of types/ by `npm run generate`. A type is added by adding its file there.",
    'import type { RequestType } from "./define-request-type";',
    ...imports,
    "",
    "export const allTypes: readonly RequestType[] = [",
    ...items,
    "];",
    "",
  ].join("\n");
}

/** What a type's file exports: `bare-metal.ts` exports `bareMetal`. */
function exportOf(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
