/** Reachability and cycles of an import graph. */

/** Each file with the files that it imports. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** All files that can be reached from the given ones, these included. */
export function findReachable(graph: Graph, starts: readonly string[]): ReadonlySet<string> {
  const reached = new Set(starts);
  // A set hands out what is added while it is walked.
  for (const path of reached) for (const next of graph.get(path) ?? []) reached.add(next);
  return reached;
}

/** One shortest cycle for each group of files that import one another, beginning with its alphabetically first file. */
export function findCycles(graph: Graph): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  for (const path of [...graph.keys()].toSorted()) {
    if (done.has(path)) continue;
    const cycle = shortestCycle(graph, path);
    if (!cycle) continue;
    cycles.push(cycle);
    for (const member of cycle) done.add(member);
  }
  return cycles;
}

function shortestCycle(graph: Graph, start: string): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const path of queue) {
    for (const next of graph.get(path) ?? []) {
      if (next === start) return trace(cameFrom, path, start);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, path);
      queue.push(next);
    }
  }
  return undefined;
}

function trace(cameFrom: ReadonlyMap<string, string>, end: string, start: string): string[] {
  const path = [end];
  for (let at = end; at !== start;) {
    at = cameFrom.get(at) ?? start;
    path.unshift(at);
  }
  return path;
}
