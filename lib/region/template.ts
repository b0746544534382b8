import { operatingCapabilities } from "./template-operating";
import { platformCapabilities } from "./template-platform";
import type { CapabilityTemplate } from "./template-types";

const built = [...platformCapabilities, ...operatingCapabilities];

/** Backups and the way out concern everything that runs, hence the dependency on all (DOMAIN 8). */
const backupAndExit: CapabilityTemplate = {
  key: "backup-and-exit",
  name: "Backup and exit",
  purpose: "What is lost can be restored, and tenants can leave.",
  dependsOn: built.map((capability) => capability.key),
  weight: 2,
  required: true,
  typicalRequests: [
    { text: "Space for backups", destination: "infra", requestType: "general" },
    { text: "An exit plan for tenants", destination: "sig" },
  ],
  acceptance: ["A restore drill succeeded", "The tenants’ contacts are current"],
};

/** The capabilities of a CentOS Stream production region (DOMAIN 8), each after what it depends on. */
export const capabilityTemplate: readonly CapabilityTemplate[] = [...built, backupAndExit];
