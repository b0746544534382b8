// Made from the files of types/ by `npm run generate`. A type is added by adding its file there.
import type { RequestType } from "./define-request-type";
import { bareMetal } from "./types/bare-metal";
import { cbsTags } from "./types/cbs-tags";
import { certificate } from "./types/certificate";
import { ciTenant } from "./types/ci-tenant";
import { dnsRecord } from "./types/dns-record";
import { general } from "./types/general";
import { gitRepository } from "./types/git-repository";
import { mailingList } from "./types/mailing-list";
import { monitoringHook } from "./types/monitoring-hook";
import { namespaceQuota } from "./types/namespace-quota";
import { oidcClient } from "./types/oidc-client";
import { openshiftCluster } from "./types/openshift-cluster";
import { openshiftProject } from "./types/openshift-project";
import { persistentVolume } from "./types/persistent-volume";
import { sigGroup } from "./types/sig-group";

export const allTypes: readonly RequestType[] = [
  bareMetal,
  cbsTags,
  certificate,
  ciTenant,
  dnsRecord,
  general,
  gitRepository,
  mailingList,
  monitoringHook,
  namespaceQuota,
  oidcClient,
  openshiftCluster,
  openshiftProject,
  persistentVolume,
  sigGroup,
];
