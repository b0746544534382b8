const name = "streamboard-keys-off";

/** Single keys can be turned off (WCAG 2.1.4): they get in the way of speech input. Kept in this browser. */
export function keysAreOff(): boolean {
  return localStorage.getItem(name) === "1";
}

export function turnKeys(off: boolean): void {
  localStorage.setItem(name, off ? "1" : "0");
}
