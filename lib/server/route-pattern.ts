import { existsSync, readFileSync } from "node:fs";

interface Manifest {
  staticRoutes: { page: string; regex: string }[];
  dynamicRoutes: { page: string; regex: string }[];
}

/**
 * Names the pattern of an address, as the build knows it: /proposals/63 is /proposals/[number]. There are as many as there are
 * routes, whatever anybody asks for.
 */
export function routePatterns(file = ".next/routes-manifest.json"): (url: string) => string {
  const { staticRoutes, dynamicRoutes } = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Manifest) // written by this release's build
    : { staticRoutes: [], dynamicRoutes: [] };
  const still = new Set(staticRoutes.map(({ page }) => page));
  const moving = dynamicRoutes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  return (url) => {
    const path = url.split("?", 1)[0] ?? "/";
    if (path.startsWith("/_next/")) return "/_next";
    if (still.has(path)) return path;
    return moving.find(({ regex }) => regex.test(path))?.page ?? "other";
  };
}
