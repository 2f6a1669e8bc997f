import { GROUP_NAMES, RELAY, SCHEDULES } from "@oto/events";

/** Order and clocks stay together. */
const OWN = [RELAY, SCHEDULES];

/** The groups of two worker processes in a cluster: every one that there is, once. */
export function splitGroups(): [string, string] {
  const others = GROUP_NAMES.filter((group) => !OWN.includes(group)).toSorted();
  const share = (rest: number) => others.filter((_, index) => index % 2 === rest);
  return [[...OWN, ...share(0)].join(","), share(1).join(",")];
}
