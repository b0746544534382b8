import { parseDetails } from "../../../lib/tickets/request-types/parse-details";

export type Form = Record<string, string>;

export const publicKey =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJl3dIeudNqd0DPMRD6OIh65tjkxFNOtwGcWB2gCgPhk ci@example.org";

/** A form of each type of the catalogue that passes, as somebody would fill it in. */
export const good: Record<string, Form> = {
  openshift_project: {
    projectName: "stream-region",
    admins: "mkowalska, @tmori",
    relatedTicket: "centos-infra#1836",
  },
  bare_metal: {
    count: "6",
    distribution: "CentOS Stream 9",
    architecture: "x86_64",
    cpuCores: "32",
    memoryGib: "256",
    diskGib: "1920",
    raid: "raid1",
    networkPorts: "2",
    bmcAccess: "console",
    site: "",
  },
  dns_record: {
    name: "api.stream.example.org",
    type: "A",
    values: "192.0.2.10\r\n192.0.2.11",
    ttlSeconds: "3600",
  },
  sig_group: {
    groupName: "sig-cloud",
    description: "Runs a cloud",
    chair: "mkowalska",
    members: "tmori\naokafor",
  },
  general: { kind: "task", description: "Open port 6443 from the load balancers." },
  cbs_tags: {
    sig: "cloud",
    project: "openstack",
    release: "epoxy",
    osVersions: "9s, 10s",
    architectures: "x86_64 aarch64",
    inheritance: "cloud9s-common-release",
    externalRepos: "https://mirror.stream.centos.org/9-stream/CRB/",
  },
  ci_tenant: {
    tenantName: "stream-region",
    sshPublicKey: publicKey,
    nodeQuota: "10",
    sessionHours: "6",
    maximumHours: "12",
  },
  openshift_cluster: {
    clusterName: "stream",
    baseDomain: "centos.example.org",
    controlNodes: "3",
    workerNodes: "3",
    machineNetwork: "192.0.2.0/24",
    apiLoadBalancer: "192.0.2.10",
    ingressLoadBalancer: "lb.example.org",
  },
  persistent_volume: {
    environment: "production",
    project: "stream-region",
    volumeName: "registry-data",
    sizeGib: "100",
    reason: "Images of the registry; they can be built again.",
  },
  namespace_quota: {
    cluster: "ocp.stream",
    team: "nightly-images",
    projects: "nightly-build nightly-test",
    owner: "mkowalska",
    users: "tmori",
    tier: "small",
  },
  oidc_client: {
    clientName: "stream-console",
    redirectUris: "https://console.example.org/auth/callback",
    scopes: "openid profile",
    groups: "sig-cloud",
  },
  mailing_list: {
    listName: "cloud-announce",
    description: "News of the community cloud",
    owners: "mkowalska tmori",
    archive: "public",
  },
  git_repository: {
    forge: "gitlab",
    repositoryGroup: "CentOS/cloud",
    repositoryName: "region-config",
    maintainers: "mkowalska",
  },
  monitoring_hook: {
    target: "api.stream.example.org",
    metricEndpoint: "https://api.stream.example.org/metrics",
    alertReceiver: "cloud-alerts@lists.example.org",
  },
  certificate: { names: "*.apps.example.org", issuer: "letsencrypt", renewal: "acme_dns" },
};

export function messagesFor(type: string, changes: Form): string[] {
  const parsed = parseDetails(type, { ...good[type], ...changes });
  return parsed.ok ? [] : (parsed.refusal.errors ?? []).map((error) => `${error.path}: ${error.message}`);
}

export function detailsOf(type: string, changes: Form = {}) {
  const parsed = parseDetails(type, { ...good[type], ...changes });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
}
