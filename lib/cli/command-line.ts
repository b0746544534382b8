import type { Actor } from "../workflow/actor";

/** Who does what is typed into a terminal: whoever runs the portal. */
export const theCommandLine: Actor = { kind: "system", name: "the command line" };
