import { log } from "../log";

/**
 * Sends into the log what others would print as it is: Next shows every error of a page whole, with whatever text is in
 * it, and Node prints what nobody caught before it ends the process.
 */
export function catchAll(): void {
  // No print of ours: what others print by these goes into the log instead.
  console.error = (...given: unknown[]) => log.error(fieldsOf(given), "the pages report an error");
  console.warn = (...given: unknown[]) => log.warn(fieldsOf(given), "the pages warn");
  console.info = (...given: unknown[]) => log.debug(fieldsOf(given), "the pages say");
  console.log = console.info;
  console.debug = console.info;
  // Node prints its warnings as errors; a deprecation concerns who writes the portal, not who runs it.
  process.removeAllListeners("warning");
  process.on("warning", ({ name, message }) => {
    const level = name === "DeprecationWarning" ? "debug" : "warn";
    log[level]({ said: `${name}: ${message}` }, "Node warns");
  });
  process.on("uncaughtException", (failure) => {
    log.fatal({ failure }, "nobody caught this: the server ends");
    process.exit(1);
  });
}

function fieldsOf(given: readonly unknown[]): Record<string, unknown> {
  const failure = given.find((each) => each instanceof Error);
  const said = given.filter((each) => typeof each === "string").join(" ");
  return { ...(failure !== undefined && { failure }), ...(said !== "" && { said }) };
}
