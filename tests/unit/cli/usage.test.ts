import { afterEach, describe, expect, it, vi } from "vitest";
import { commands, main } from "@/lib/cli/run-command";

afterEach(() => vi.restoreAllMocks());

/** What a command writes where a person and where a program looks, and its exit code. */
async function run(...args: string[]) {
  const said = { out: "", complaint: "" };
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said.out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said.complaint += String(text);
    return true;
  });
  const code = await main(args);
  vi.restoreAllMocks();
  return { code, ...said };
}

describe.each(commands.map((command) => [command.name, command] as const))(
  "portal -- %s",
  (name, command) => {
    it("explains itself when asked", async () => {
      const { code, out, complaint } = await run(name, "--help");
      expect([code, complaint]).toEqual([0, ""]);
      expect(out).toMatch(new RegExp(`portal -- ${name}\\b`));
      for (const option of Object.keys(command.options ?? {})) expect(out).toContain(`--${option}`);
    });

    it("says how it is meant where it is written wrongly, and does nothing", async () => {
      for (const args of [["--no-such-option"], ["one", "two", "three", "four"]]) {
        const { code, out, complaint } = await run(name, ...args);
        expect([args, code, out]).toEqual([args, 2, ""]);
        expect(complaint).toContain(`${name} --help`);
      }
    });
  },
);

describe("the command line", () => {
  it("lists its commands when asked, and when it is told none or one that there is not", async () => {
    const lists = [await run("help"), await run(), await run("fly")];
    expect(lists.map(({ code }) => code)).toEqual([0, 2, 2]);
    for (const { out, complaint } of lists)
      for (const { name, summary } of commands)
        expect(out + complaint).toContain(`${name.padEnd(9)}${summary}`);
  });
});
