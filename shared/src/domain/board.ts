// The board of a table, and what each thing its note-taker does makes of it. One pure function: the server writes the difference, the screen
// shows it before the answer comes, and neither can think otherwise of it than the other.
import type { AgreementLevel, Cluster, Contribution, ContributionMark } from './contribution.ts';
import { placeBefore } from './board-order.ts';
import { plenaryItems } from './table-session.ts';

export interface Board {
  /** In the order of their folios. */
  readonly contributions: readonly Contribution[];
  readonly clusters: readonly Cluster[];
}

/** What somebody looked at when they decided: another version by now, and the change is refused. */
export interface Seen {
  readonly id: string;
  readonly version: number;
}

export type BoardChange =
  /** The first takes in the others. */
  | { readonly what: 'group'; readonly clusters: readonly Seen[] }
  /** These leave it, or all part where it is null. */
  | { readonly what: 'ungroup'; readonly cluster: Seen; readonly contributions: readonly string[] | null }
  | {
      readonly what: 'arrange';
      readonly cluster: Seen;
      readonly agreement?: AgreementLevel | null | undefined;
      readonly minorityView?: string | null | undefined;
      readonly plenary?: boolean | undefined;
      /** The cluster it is put above; null for the foot of the column. */
      readonly before?: string | null | undefined;
    }
  /** `contributions` are those that were read to the table: it confirms what it heard, not what was written since. */
  | {
      readonly what: 'validate';
      readonly cluster: Seen;
      readonly validated: boolean;
      readonly contributions: readonly Seen[];
    }
  | { readonly what: 'mark'; readonly contribution: string; readonly mark: ContributionMark; readonly on: boolean }
  /** Takes a late contribution into the board. */
  | { readonly what: 'admit'; readonly contribution: string };

export type BoardRefusal =
  | 'cluster_not_found'
  | 'contribution_not_found'
  | 'contribution_late'
  | 'questions_differ'
  | 'plenary_full'
  | 'stale'
  | 'invalid_field';

export type ChangedBoard = { readonly board: Board } | { readonly refused: BoardRefusal };

/** Clusters and contributions that change come out with another version; a contribution only where its author must know. */
export function changeBoard(board: Board, change: BoardChange, now: number): ChangedBoard {
  switch (change.what) {
    case 'group':
      return group(board, change.clusters);
    case 'ungroup':
      return ungroup(board, change);
    case 'arrange':
      return arrange(board, change);
    case 'validate':
      return validate(board, change, now);
    case 'mark':
    case 'admit':
      return changeContribution(board, change);
  }
}

/** What of a cluster is still there: nobody withdrew it. */
export function membersOf({ contributions }: Board, clusterId: string): Contribution[] {
  return contributions.filter((one) => one.clusterId === clusterId && one.state !== 'withdrawn');
}

/** What the table works with, without what came after the close. */
export function standingClusters(board: Board): Cluster[] {
  const filled = new Set(board.contributions.flatMap((one) => (one.state === 'withdrawn' || one.late ? [] : [one.clusterId])));
  return board.clusters.filter(({ id }) => filled.has(id));
}

function find(board: Board, seen: Seen): { readonly cluster: Cluster } | { readonly refused: BoardRefusal } {
  const cluster = board.clusters.find(({ id }) => id === seen.id);
  const members = membersOf(board, seen.id);
  if (cluster === undefined || members.length === 0) return { refused: 'cluster_not_found' };
  if (members.some(({ late }) => late)) return { refused: 'contribution_late' };
  return cluster.version === seen.version ? { cluster } : { refused: 'stale' };
}

function group(board: Board, seen: readonly Seen[]): ChangedBoard {
  const found: Cluster[] = [];
  for (const one of seen) {
    const answer = find(board, one);
    if ('refused' in answer) return answer;
    if (!found.includes(answer.cluster)) found.push(answer.cluster);
  }
  const [target] = found;
  if (target === undefined || found.length < 2) return { refused: 'invalid_field' };
  if (found.some(({ question }) => question !== target.question)) return { refused: 'questions_differ' };
  const ids = new Set(found.map(({ id }) => id));
  const plenary = found.some((one) => one.plenary);
  // What the others were called stays with their empty places: parted again, each finds its own.
  const clusters = found.map((one) => ({ ...one, plenary: one === target && plenary }));
  const contributions = board.contributions
    .filter(({ clusterId }) => ids.has(clusterId))
    .map((one) => ({ ...one, clusterId: target.id }));
  return { board: put(board, unread({ clusters, contributions })) };
}

function ungroup(board: Board, { cluster: seen, contributions: ids }: BoardChange & { what: 'ungroup' }): ChangedBoard {
  const answer = find(board, seen);
  if ('refused' in answer) return answer;
  const { cluster } = answer;
  const members = board.contributions.filter(({ clusterId }) => clusterId === cluster.id);
  if (ids?.some((id) => !members.some((one) => one.id === id))) return { refused: 'contribution_not_found' };
  const leaving = ids === null ? members : members.filter(({ id }) => ids.includes(id));
  const staying = members.filter((one) => !leaving.includes(one));
  if (leaving.length === 0 || members.length < 2) return { board };
  const own = (of: Contribution): Cluster => board.clusters.find(({ id }) => id === of.id) ?? emptyCluster(of, cluster);
  // Whoever it is named after leaves: those who stay go on under the first of them, with what the table said of them.
  const heir = staying.some(({ id }) => id === cluster.id)
    ? undefined
    : (staying.find(({ state }) => state !== 'withdrawn') ?? staying[0]);
  const { agreement, minorityView, plenary, position } = cluster;
  const clusters = leaving
    .map(own)
    .map((one) => (one.id === cluster.id && heir ? { ...one, agreement: null, minorityView: null, plenary: false } : one));
  if (heir) clusters.push({ ...own(heir), agreement, minorityView, plenary, position });
  if (!clusters.some(({ id }) => id === cluster.id)) clusters.push(cluster);
  const contributions = members.map((one) => ({
    ...one,
    clusterId: leaving.includes(one) ? one.id : (heir?.id ?? cluster.id),
  }));
  return { board: put(board, unread({ clusters, contributions })) };
}

function arrange(board: Board, change: BoardChange & { what: 'arrange' }): ChangedBoard {
  const answer = find(board, change.cluster);
  if ('refused' in answer) return answer;
  const { cluster } = answer;
  const { agreement = cluster.agreement, minorityView = cluster.minorityView, plenary = cluster.plenary, before } = change;
  const marked = standingClusters(board).filter((one) => one.plenary && one !== cluster);
  if (plenary && !cluster.plenary && marked.length >= plenaryItems) return { refused: 'plenary_full' };
  const said = { ...cluster, agreement, minorityView, plenary };
  // What the table confirmed was said with this agreement: it hears it again.
  const other = agreement !== cluster.agreement || minorityView !== cluster.minorityView;
  const contributions = other ? board.contributions.filter(({ clusterId }) => clusterId === cluster.id) : [];
  const changed = other
    ? unread({ clusters: [said], contributions })
    : { clusters: [{ ...said, version: said.version + 1 }], contributions };
  if (before === undefined) return { board: put(board, changed) };
  const column = standingClusters(board).filter(({ question }) => question === cluster.question);
  if (before !== null && !column.some(({ id }) => id === before)) return { refused: 'cluster_not_found' };
  const places = placeBefore(column, { id: cluster.id, before });
  const next = put(board, changed);
  const clusters = next.clusters.map((one) => ({ ...one, position: places.get(one.id) ?? one.position }));
  return { board: { ...next, clusters } };
}

function validate(board: Board, change: BoardChange & { what: 'validate' }, now: number): ChangedBoard {
  const answer = find(board, change.cluster);
  if ('refused' in answer) return answer;
  const { cluster } = answer;
  const members = membersOf(board, cluster.id);
  const heard = new Map(change.contributions.map(({ id, version }) => [id, version]));
  if (heard.size !== members.length || members.some(({ id, version }) => heard.get(id) !== version)) return { refused: 'stale' };
  if (!change.validated) return { board: put(board, unread({ clusters: [cluster], contributions: members })) };
  const contributions = members
    .filter(({ state }) => state === 'captured')
    .map((one) => ({ ...one, state: 'validated' as const, version: one.version + 1 }));
  const clusters = [{ ...cluster, validatedAt: now, version: cluster.version + 1 }];
  return { board: put(board, { clusters, contributions }) };
}

function changeContribution(board: Board, change: BoardChange & { what: 'mark' | 'admit' }): ChangedBoard {
  const contribution = board.contributions.find(({ id, state }) => id === change.contribution && state !== 'withdrawn');
  if (contribution === undefined) return { refused: 'contribution_not_found' };
  if (change.what === 'admit') return { board: put(board, { clusters: [], contributions: [{ ...contribution, late: false }] }) };
  const marks = contribution.marks.filter((mark) => mark !== change.mark);
  if (change.on) marks.push(change.mark);
  return { board: put(board, { clusters: [], contributions: [{ ...contribution, marks }] }) };
}

/** These, changed, and no longer confirmed by the table. */
function unread({ clusters, contributions }: Board): Board {
  return {
    clusters: clusters.map((one) => ({ ...one, validatedAt: null, version: one.version + 1 })),
    contributions: contributions.map((one) =>
      one.state === 'validated' ? { ...one, state: 'captured', version: one.version + 1 } : one,
    ),
  };
}

function put(board: Board, changed: Board): Board {
  const clusters = new Map([...board.clusters, ...changed.clusters].map((one) => [one.id, one]));
  const contributions = new Map([...board.contributions, ...changed.contributions].map((one) => [one.id, one]));
  return { clusters: [...clusters.values()], contributions: [...contributions.values()] };
}

/** The place of a contribution that stands in another's, on a screen that was not told of empty places. */
function emptyCluster({ id, subTableId, question, receivedAt }: Contribution, { version }: Cluster): Cluster {
  const said = { agreement: null, minorityView: null, plenary: false, validatedAt: null };
  return { id, subTableId, question, ...said, position: receivedAt, version };
}
