const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const underscoreLabel = /^_[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?$/;

/** DNS names compare without case, and the dot at the end is only notation (RFC 1034, 3.1). */
export function normalizedDnsName(text: string): string {
  return text.trim().toLowerCase().replace(/\.$/, "");
}

/** A host that something can point at (RFC 1123): at least two labels, and not a number at the end as an address has. */
export function isHostName(name: string): boolean {
  const labels = name.split(".");
  return (
    fitsDns(name, labels) && labels.every((each) => label.test(each)) && !/^\d+$/.test(labels.at(-1) ?? "")
  );
}

/** The owner name of a record: a host name that may begin with "*." and may hold service labels such as _tcp. */
export function isRecordName(name: string): boolean {
  const labels = name.split(".");
  const rest = labels[0] === "*" ? labels.slice(1) : labels;
  if (rest.length < 2 || !fitsDns(name, labels)) return false;
  return (
    rest.every((each) => label.test(each) || underscoreLabel.test(each)) && !/^\d+$/.test(rest.at(-1) ?? "")
  );
}

/** RFC 2782: a service record stands under _service._protocol. */
export function isServiceName(name: string): boolean {
  const [service, protocol, ...rest] = name.split(".");
  return underscoreLabel.test(service ?? "") && underscoreLabel.test(protocol ?? "") && rest.length >= 2;
}

function fitsDns(name: string, labels: readonly string[]): boolean {
  return name.length <= 253 && labels.length >= 2;
}
