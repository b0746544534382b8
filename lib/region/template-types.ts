import type { Destination } from "../tickets/policy";

export interface CapabilityTemplate {
  key: string;
  name: string;
  purpose: string;
  dependsOn: readonly string[];
  /** Its share of the readiness, beside the weights of the others. */
  weight: number;
  /** Whether the region may open to users only with it. */
  required: boolean;
  /** Tickets that usually bring it about; `requestType` where the catalogue has one. */
  typicalRequests: readonly TypicalRequest[];
  /** What has to be shown before it is accepted; each criterion needs accepted evidence. */
  acceptance: readonly string[];
}

export interface TypicalRequest {
  text: string;
  destination: Destination;
  requestType?: string;
}
