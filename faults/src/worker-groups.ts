import { consumers, schedules } from "@oto/events";

/** Groups that belong to the platform itself; order and clocks stay together. */
const OWN = ["relay", "schedules"];

/** The groups of two worker processes in a cluster: every one that there is, once. */
export function splitGroups(): [string, string] {
  const declared = [...Object.values(consumers), ...Object.values(schedules)].map(
    ({ group }) => group,
  );
  const groups: readonly string[] = [...new Set(declared)].toSorted();
  const share = (rest: number) => groups.filter((_, index) => index % 2 === rest);
  return [[...OWN, ...share(0)].join(","), share(1).join(",")];
}
