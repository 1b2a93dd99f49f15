// The items of a table as its walls show them: clusters with what stands in them, in the order of questions and columns. Late ones are not
// among them.
import type { Cluster, Contribution } from '@cocrea/shared/domain/contribution.ts';

export interface Item {
  readonly cluster: Cluster;
  readonly contributions: readonly Contribution[];
}

interface Board {
  readonly clusters: readonly Cluster[];
  readonly contributions: readonly Contribution[];
}

export function itemsOf({ clusters, contributions }: Board, only: 'all' | 'plenary'): Item[] {
  return clusters
    .filter(({ plenary }) => plenary || only === 'all')
    .map((cluster) => ({ cluster, contributions: contributions.filter((one) => one.clusterId === cluster.id && !one.late) }))
    .filter((item) => item.contributions.length > 0)
    .sort((one, other) => one.cluster.question - other.cluster.question || one.cluster.position - other.cluster.position);
}
