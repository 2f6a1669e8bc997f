import type { Prisma, Tx } from "@oto/db";
import { z } from "zod";
import type { StaffContext } from "../context";
import type { Page } from "../paging";
import { decodeCursor, toPage } from "../paging";
import type { AuditListInput } from "./admin.input";
import type { AuditEntryView } from "./admin.views";
import { namesOf } from "./gallery-detail.service";

const REASON = "the audit trail spans galleries";

const position = z.tuple([z.iso.datetime(), z.uuid()]);

function matching(input: AuditListInput): Prisma.AuditEntryWhereInput {
  const cursor = decodeCursor(input.cursor, position);
  const at = cursor && new Date(cursor[0]);
  return {
    AND: [
      input.galleryId ? { galleryId: input.galleryId } : {},
      input.actorId ? { actorId: input.actorId } : {},
      input.entityType ? { entityType: input.entityType } : {},
      input.entityId ? { entityId: input.entityId } : {},
      input.action ? { action: { startsWith: input.action } } : {},
      input.from ? { createdAt: { gte: new Date(input.from) } } : {},
      input.to ? { createdAt: { lt: new Date(input.to) } } : {},
      cursor && at
        ? { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: cursor[1] } }] }
        : {},
    ],
  };
}

async function galleryNames(tx: Tx, ids: readonly (string | null)[]) {
  const rows = await tx.gallery.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/**
 * Who did what, newest first.
 * @throws DomainError `input.invalid` for a cursor of another list
 */
export async function listAudit(
  ctx: StaffContext,
  input: AuditListInput,
): Promise<Page<AuditEntryView>> {
  return ctx.database.unsafeSystem(REASON).read(
    async (tx) => {
      const rows = await tx.auditEntry.findMany({
        where: matching(input),
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: input.limit + 1,
      });
      const actors = await namesOf(
        tx,
        rows.map(({ actorId }) => actorId),
      );
      const galleries = await galleryNames(
        tx,
        rows.map(({ galleryId }) => galleryId),
      );
      return toPage(rows, input.limit, {
        item: (row) => ({
          ...row,
          createdAt: row.createdAt.toISOString(),
          actorName: row.actorId === null ? null : (actors.get(row.actorId) ?? null),
          galleryName: row.galleryId === null ? null : (galleries.get(row.galleryId) ?? null),
        }),
        tuple: (row) => [row.createdAt.toISOString(), row.id],
      });
    },
    { intent: "list" },
  );
}
