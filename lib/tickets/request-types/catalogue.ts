import { bareMetal } from "./bare-metal";
import type { RequestType } from "./define-request-type";
import { dnsRecord } from "./dns-record";
import { general } from "./general";
import { openshiftProject } from "./openshift-project";
import { sigGroup } from "./sig-group";

/** The request catalogue (DOMAIN 7), in the order in which it is offered. The only list of types there is. */
export const requestTypes: readonly RequestType[] = [
  openshiftProject,
  bareMetal,
  dnsRecord,
  sigGroup,
  general,
];

export const requestTypeKeys: readonly string[] = requestTypes.map((type) => type.key);

export function findRequestType(key: string | null | undefined): RequestType | undefined {
  return requestTypes.find((type) => type.key === key);
}
