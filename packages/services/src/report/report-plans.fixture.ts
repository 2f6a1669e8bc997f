import type { Tx } from "@oto/db";
import { Prisma } from "@oto/db";

interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  Plans?: PlanNode[];
}

interface Plan {
  Plan: PlanNode;
  "Execution Time": number;
}

/** What the database did for one statement. */
export interface Explained {
  nodes: PlanNode[];
  ms: number;
}

const flat = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flat)];

/** The same transaction, which also explains each raw statement that goes through it. */
export function explaining(tx: Tx, found: Explained[]): Tx {
  return new Proxy(tx, {
    get(target, key) {
      if (key !== "$queryRaw") return Reflect.get(target, key);
      return async (strings: TemplateStringsArray, ...values: unknown[]) => {
        const asked = Prisma.sql(strings, ...values);
        const rows = await target.$queryRaw<{ "QUERY PLAN": Plan[] }[]>(
          Prisma.sql`explain (analyze, format json) ${asked}`,
        );
        const plan = rows[0]?.["QUERY PLAN"][0];
        if (plan) found.push({ nodes: flat(plan.Plan), ms: plan["Execution Time"] });
        return target.$queryRaw(asked);
      };
    },
  });
}

/** Places where a table was read from one end to the other. */
export const scansOf = (plans: readonly Explained[], relation: string): PlanNode[] =>
  plans.flatMap(({ nodes }) =>
    nodes.filter((node) => node["Node Type"] === "Seq Scan" && node["Relation Name"] === relation),
  );

export const indexesOf = (plans: readonly Explained[]): Set<string> =>
  new Set(plans.flatMap(({ nodes }) => nodes.flatMap((node) => node["Index Name"] ?? [])));

export const slowest = (plans: readonly Explained[]): number =>
  Math.max(...plans.map(({ ms }) => ms));
