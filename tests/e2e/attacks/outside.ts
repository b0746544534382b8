import { createServer } from "node:http";
import { readAllowed } from "@/lib/outgoing/allowed";
import type { Door } from "@/lib/outgoing/door";
import { fetchOutside } from "@/lib/outgoing/fetch-outside";
import { portOf } from "@/lib/server/listen";
import { type Answer, type Attack, told } from "./attack";

// What the portal fetches for somebody goes by lib/outgoing: these send it where it must not go.

/** A door that lets nothing private through, where each name has the address that the attacker's name server says. */
function doorOf(addresses: readonly string[], allow = ""): Door {
  let asked = 0;
  const lookup = (_name: string, _options: unknown, callback: (...found: unknown[]) => void) => {
    const address = addresses[Math.min(asked, addresses.length - 1)] ?? "127.0.0.1";
    asked += 1;
    callback(null, [{ address, family: address.includes(":") ? 6 : 4 }]);
  };
  const allowed = readAllowed(allow);
  if (!allowed) throw new Error(`${allow} is no list of hosts`);
  return { allowed, plain: true, lookup: lookup as unknown as Door["lookup"] }; // only its promise of addresses is used
}

async function fetched(address: string, door: Door): Promise<Answer> {
  const result = await fetchOutside(address, { timeoutMs: 5_000 }, door);
  return result.ok
    ? told(result.value.status, result.value.body.toString())
    : told("refused", result.refusal.message);
}

/** A server of the attacker that leads on to each of these places in turn, and counts who came. */
async function leadingTo(
  places: readonly string[],
  use: (address: string) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const location of places) {
    const server = createServer((_request, response) => response.writeHead(302, { location }).end());
    await new Promise<void>((ok) => server.listen(0, "127.0.0.1", ok));
    const port = portOf(server);
    answers.push(await use(`http://attacker.test:${port}/`));
    server.close();
  }
  return answers;
}

const inside = "is an address of a private network";

export const outside: readonly Attack[] = [
  {
    tried: "Addresses of this machine, of private networks and of a cloud's metadata, in a dozen spellings",
    send: () =>
      Promise.all(
        [
          ...[
            "127.0.0.1",
            "127.1",
            "2130706433",
            "0x7f000001",
            "0177.0.0.1",
            "0.0.0.0",
            "10.0.0.1",
            "192.168.1.1",
            "172.16.0.1",
          ],
          ...[
            "169.254.169.254",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "[fd00::1]",
            "[fe80::1]",
            "[64:ff9b::7f00:1]",
            "100.64.0.1",
          ],
        ].map((host) => fetched(`http://${host}/latest/meta-data`, doorOf(["93.184.216.34"]))),
      ),
    back: ["refused", inside],
  },
  {
    tried: "A name that leads to this machine, to a private network or to the metadata of a cloud",
    send: () =>
      Promise.all(
        ["127.0.0.1", "::1", "10.1.2.3", "169.254.169.254", "::ffff:10.0.0.1"].map((address) =>
          fetched("http://attacker.test/", doorOf([address])),
        ),
      ),
    back: ["refused", inside],
  },
  {
    tried: "An allowed host that leads on to the metadata of a cloud, to this machine by number and by name",
    send: () =>
      leadingTo(
        ["http://169.254.169.254/latest", "http://127.0.0.1:1/", "http://[::1]/", "//10.0.0.1/x"],
        (address) => fetched(address, doorOf(["127.0.0.1"], "attacker.test")),
      ),
    back: ["refused", inside],
  },
  {
    tried:
      "A name that leads outside when it is looked at, and to this machine a moment later (DNS rebinding)",
    send: () =>
      leadingTo(["http://rebinding.test:1/secret"], (address) =>
        fetched(address, doorOf(["127.0.0.1", "127.0.0.1", "127.0.0.1"], "attacker.test")),
      ),
    back: ["refused", inside],
  },
  {
    tried: "Other kinds of addresses: file, gopher, data, ftp, a user name and password, and what is none",
    send: () =>
      Promise.all(
        [
          "file:///etc/passwd",
          "gopher://127.0.0.1:25/",
          "data:text/plain,x",
          "ftp://example.org/",
          "http://user:password@example.org/",
        ].map((address) => fetched(address, doorOf(["93.184.216.34"]))),
      ),
    back: ["refused", "A web address"],
  },
  {
    tried: "A host that leads from address to address without an end",
    send: async () => {
      const server = createServer((_request, response) =>
        response.writeHead(302, { location: "/again" }).end(),
      );
      await new Promise<void>((ok) => server.listen(0, "127.0.0.1", ok));
      const port = portOf(server);
      const answer = await fetched(`http://attacker.test:${port}/`, doorOf(["127.0.0.1"], "attacker.test"));
      server.close();
      return answer;
    },
    back: ["refused", "leads on from address to address without an end"],
  },
];
