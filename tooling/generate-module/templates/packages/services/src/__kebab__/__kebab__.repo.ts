import type { Prisma, Tx } from "@oto/db";

const __camel__Select = { id: true, title: true, createdAt: true } as const;

export type __Pascal__Row = Prisma.__Pascal__GetPayload<{ select: typeof __camel__Select }>;

export const insert__Pascal__ = (
  tx: Tx,
  data: { id: string; galleryId: string; title: string; createdAt: Date },
): Promise<__Pascal__Row> => tx.__camel__.create({ data, select: __camel__Select });

export const read__Pascal__ = (tx: Tx, id: string): Promise<__Pascal__Row | null> =>
  tx.__camel__.findUnique({ where: { id }, select: __camel__Select });

/** Newest first, after the given row. */
export const read__Pascal__Page = (
  tx: Tx,
  { after, take }: { after: { createdAt: Date; id: string } | null; take: number },
): Promise<__Pascal__Row[]> =>
  tx.__camel__.findMany({
    ...(after === null
      ? {}
      : {
          where: {
            OR: [
              { createdAt: { lt: after.createdAt } },
              { createdAt: after.createdAt, id: { lt: after.id } },
            ],
          },
        }),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take,
    select: __camel__Select,
  });
