/** The first that fits: each later one is named in what the ones before it say of themselves. */
const browsers: readonly (readonly [name: string, sign: RegExp])[] = [
  ["Edge", /\bEdg(?:A|iOS)?\/(\d+)/],
  ["Opera", /\bOPR\/(\d+)/],
  ["Firefox", /\b(?:Firefox|FxiOS)\/(\d+)/],
  ["Chrome", /\b(?:HeadlessChrome|Chrome|CriOS)\/(\d+)/],
  ["Safari", /\bVersion\/(\d+).* Safari\//],
];

const systems: readonly (readonly [name: string, sign: RegExp])[] = [
  ["Android", /Android/],
  ["iOS", /iPhone|iPad/],
  ["Windows", /Windows/],
  ["macOS", /Mac OS X/],
  ["Linux", /Linux/],
];

/** A browser as people call it, "Firefox 145 on Linux"; a program as it calls itself. */
export function agentWords(agent: string): string {
  const [browser, sign] = browsers.find(([, each]) => each.test(agent)) ?? [];
  if (!agent.startsWith("Mozilla/") || !browser) return agent;
  const [system] = systems.find(([, each]) => each.test(agent)) ?? [];
  return `${browser} ${sign?.exec(agent)?.[1]}${system ? ` on ${system}` : ""}`;
}
