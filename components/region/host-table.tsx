import { WideTable } from "@/components/ui/wide-table";
import type { HostShown } from "@/lib/region/host-queries";

/** The machines of a region, a row each, with the request that each came from. */
export function HostTable({ hosts, showBmc }: { hosts: readonly HostShown[]; showBmc: boolean }) {
  return (
    <WideTable label="Hosts">
      <thead>
        <tr>
          <th scope="col">Host</th>
          <th scope="col">Site</th>
          <th scope="col" className="num">
            Cores
          </th>
          <th scope="col" className="num">
            GB
          </th>
          <th scope="col">Disks</th>
          <th scope="col">NICs</th>
          {showBmc && <th scope="col">BMC</th>}
          <th scope="col">Came with</th>
        </tr>
      </thead>
      <tbody>
        {hosts.map((host) => (
          <tr key={host.id} id={`host-${host.id}`}>
            <th scope="row" className="no">
              {host.name}
            </th>
            <td>{host.site}</td>
            <td className="num">{host.cpuCores}</td>
            <td className="num">{host.ramGb}</td>
            <td className="whitespace-nowrap">{host.disks}</td>
            <td className="whitespace-nowrap">{host.nics}</td>
            {showBmc && <td>{host.bmc}</td>}
            <td className="whitespace-nowrap">
              {host.ticket && (
                <>
                  <a href={`/tickets/${host.ticket.number}`}>T-{host.ticket.number}</a>{" "}
                  <a href={`/provenance/host/${host.id}`} aria-label={`Where ${host.name} comes from`}>
                    Why
                  </a>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
