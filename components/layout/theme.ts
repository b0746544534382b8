export const themes = { system: "System", light: "Light", dark: "Dark" } as const;
export type Theme = keyof typeof themes;

export function isTheme(value: unknown): value is Theme {
  return typeof value === "string" && Object.hasOwn(themes, value);
}
