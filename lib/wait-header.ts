/**
 * In a request that came too soon: how many seconds its sender has to wait. Whoever carries out a form refuses it with
 * that, and keeps what was typed. Whatever a client wrote there is thrown away at the door.
 */
export const waitHeader = "x-streamboard-wait";

/** The sentence for it. */
export function waitSentence(seconds: number): string {
  const time = seconds === 1 ? "one second" : `${seconds} seconds`;
  return `That was quicker than the portal takes it. Nothing you typed is lost; send it again in ${time}.`;
}
