import { describe, expect, it } from "vitest";
import { mostHosts, readHosts } from "../../../lib/region/host-list";

const head = "name,site,cpu,ram,disks,nics,bmc";
const good = "node1.example.org,rdu,32,256,2 x 960 GB,2 x 25 GbE,bmc1.example.org";
const node1 = {
  name: "node1.example.org",
  site: "rdu",
  cpuCores: 32,
  ramGb: 256,
  disks: "2 x 960 GB",
  nics: "2 x 25 GbE",
  bmc: "bmc1.example.org",
};

function hostsOf(text: string) {
  const read = readHosts(text);
  if (!read.ok) throw new Error(read.errors.map(({ message }) => message).join("\n"));
  return read.hosts;
}

function mistakesOf(text: string): string[] {
  const read = readHosts(text);
  return read.ok ? [] : read.errors.map(({ message }) => message);
}

describe("an inventory", () => {
  it.each([
    ["CSV with commas", `${head}\n${good}\n`],
    ["CSV with a byte-order mark and Windows line ends", `\uFEFF${head}\r\n${good}\r\n`],
    ["CSV with semicolons", `${head}\n${good}`.replaceAll(",", ";")],
    ["CSV with tabs, and empty lines", `${head}\n\n${good}\n\n`.replaceAll(",", "\t")],
    [
      "CSV with its columns in another order and capital letters",
      `RAM,Name,CPU,Site,BMC,NICs,Disks\n256,NODE1.example.org,32,rdu,bmc1.example.org,2 x 25 GbE,2 x 960 GB`,
    ],
    [
      "JSON",
      JSON.stringify([
        {
          name: node1.name,
          site: "rdu",
          cpu: 32,
          ram: "256",
          disks: node1.disks,
          nics: node1.nics,
          bmc: node1.bmc,
        },
      ]),
    ],
  ])("is read as %s", (_, text) => {
    expect(hostsOf(text)).toEqual([node1]);
  });

  it("keeps what stands in quotes together, and does without the last three columns", () => {
    expect(hostsOf('name,site,cpu,ram\nnode2,"Raleigh, rack 4",8,64')).toEqual([
      { name: "node2", site: "Raleigh, rack 4", cpuCores: 8, ramGb: 64, disks: "", nics: "", bmc: "" },
    ]);
  });

  it("says every mistake at once, by line, and gives no host", () => {
    const rows = [
      good,
      "node 2,rdu,0,256",
      "node3,,many,70000",
      good,
      "node4,rdu,8,64,,,,surplus",
      "node5,rdu,8",
    ];
    expect(mistakesOf([head, ...rows].join("\n"))).toEqual([
      "Line 3: the name has to be a host name, such as node1.example.org.",
      "Line 3: cpu (cores) has to be a whole number from 1 to 4,096.",
      "Line 4: the site is missing.",
      "Line 4: cpu (cores) has to be a whole number from 1 to 4,096.",
      "Line 4: ram (GB) has to be a whole number from 1 to 65,536.",
      "Line 5: node1.example.org stands in line 2 already.",
      "Line 6: there is more than the head names (extra).",
      "Line 7: ram (GB) has to be a whole number from 1 to 65,536.",
    ]);
  });

  it.each([
    ["nothing", "  \n ", /Paste an inventory/],
    ["a head alone", head, /a head and no host/],
    [
      "wrong columns",
      "host,site,cpu,cpu\nnode1,rdu,8,8",
      /^Line 1: .*name, ram are missing; nobody knows “host”; cpu stands there twice/,
    ],
    ["quotes that do not end", `${head}\n"node1,rdu`, /^This is no CSV/],
    ["JSON that does not end", '[{"name": "node1"', /^This is no JSON/],
    ["JSON that is no list of things", '{"name": "node1"}', /^Give an array/],
    ["too many hosts", `name,site,cpu,ram\n${"n,rdu,8,8\n".repeat(mostHosts + 1)}`, /2,000 hosts at once/],
  ])("that is %s is refused in words", (_, text, words) => {
    expect(mistakesOf(text)[0]).toMatch(words);
  });

  it("with a thousand mistakes names a hundred, and says how many more there are", () => {
    const mistakes = mistakesOf(`name,site,cpu,ram\n${"!,rdu,8,8\n".repeat(1_000)}`);
    expect(mistakes).toHaveLength(101);
    expect(mistakes.at(-1)).toBe("… and 900 more.");
  });

  it("takes nothing from JSON that it does not know, prototypes included", () => {
    const text = '[{"name":"n1","site":"rdu","cpu":8,"ram":64,"__proto__":{"bmc":"x"}}]';
    expect(Object.keys(hostsOf(text)[0] ?? {}).sort()).toEqual(Object.keys(node1).sort());
  });
});
