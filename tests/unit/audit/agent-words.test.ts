import { expect, test } from "vitest";
import { agentWords } from "../../../lib/audit/agent-words";

const apple = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox 145 on Linux"],
  [`${windows} Chrome/142.0.0.0 Safari/537.36`, "Chrome 142 on Windows"],
  [`${windows} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.1.2`, "Edge 142 on Windows"],
  [`${windows} Chrome/142.0.0.0 Safari/537.36 OPR/125.0`, "Opera 125 on Windows"],
  [`${apple} Version/18.6 Safari/605.1.15`, "Safari 18 on macOS"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1",
    "Chrome 142 on iOS",
  ],
  ["Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0", "Firefox 145 on Android"],
])("%s is %s", (agent, words) => {
  expect(agentWords(agent)).toBe(words);
});

test.each([
  "a nightly report",
  "curl/8.14.1",
  "Mozilla/5.0 (compatible; Some Bot/2.1)",
  "Chrome/9 it says",
  "",
])("%j is a program, called as it calls itself", (agent) => {
  expect(agentWords(agent)).toBe(agent);
});
