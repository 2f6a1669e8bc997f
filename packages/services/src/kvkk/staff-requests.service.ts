import type { Tx } from "@oto/db";
import { audit, publish } from "@oto/db";
import { DomainError, daysLeft } from "@oto/domain";
import { z } from "zod";
import type { StaffContext } from "../context";
import type { Page } from "../paging";
import { decodeCursor, toPage } from "../paging";
import type { DataRequestRow } from "./data-request.repo";
import { kindOf, moveRequest, requestSelect, toRequestView } from "./data-request.repo";
import type { DataRequestDecisionInput, DataRequestListInput } from "./kvkk.input";
import type { DataRequestForStaffView, DataRequestView } from "./kvkk.views";

const REASON = "staff answer requests of people of all galleries";

const position = z.tuple([z.iso.datetime(), z.uuid()]);

async function namesOf(tx: Tx, rows: readonly DataRequestRow[]) {
  const users = await tx.user.findMany({
    where: { id: { in: rows.map(({ userId }) => userId) } },
    select: { id: true, firstName: true, lastName: true, email: true },
  });
  const galleries = await tx.gallery.findMany({
    where: { id: { in: rows.flatMap(({ galleryId }) => galleryId ?? []) } },
    select: { id: true, name: true },
  });
  return {
    users: new Map(users.map((user) => [user.id, user])),
    galleries: new Map(galleries.map((gallery) => [gallery.id, gallery])),
  };
}

/** All requests about personal data, the one due first on top. */
export async function listDataRequests(
  ctx: StaffContext,
  { status, cursor, limit }: DataRequestListInput,
): Promise<Page<DataRequestForStaffView>> {
  const after = decodeCursor(cursor, position);
  const follows = after && {
    OR: [{ dueAt: { gt: after[0] } }, { dueAt: after[0], id: { gt: after[1] } }],
  };
  return ctx.database.unsafeSystem(REASON).read(async (tx) => {
    const rows = await tx.dataRequest.findMany({
      where: { ...(status ? { status } : {}), ...(follows ?? {}) },
      orderBy: [{ dueAt: "asc" }, { id: "asc" }],
      take: limit + 1,
      select: requestSelect,
    });
    const { users, galleries } = await namesOf(tx, rows);
    return toPage(rows, limit, {
      item: (row) => {
        const user = users.get(row.userId);
        const gallery = row.galleryId ? galleries.get(row.galleryId) : undefined;
        return {
          ...toRequestView(row),
          daysLeft: daysLeft(row.dueAt, ctx.now()),
          person: {
            userId: row.userId,
            name: user ? `${user.firstName} ${user.lastName}` : "",
            email: user?.email ?? "",
          },
          gallery: gallery ? { galleryId: gallery.id, name: gallery.name } : null,
        };
      },
      tuple: (row) => [row.dueAt.toISOString(), row.id],
    });
  });
}

async function decide(
  ctx: StaffContext,
  action: "approve" | "reject",
  input: DataRequestDecisionInput,
): Promise<DataRequestView> {
  const { requestId, note } = input;
  const { userId: actorId } = ctx.identity;
  const now = ctx.now();
  const row = await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const moved = await moveRequest(tx, {
      requestId,
      action,
      data: {
        decidedById: actorId,
        decidedAt: now,
        note: note ?? null,
        ...(action === "reject" ? { completedAt: now } : {}),
      },
    });
    await audit(tx, {
      action: `admin.kvkk.${action}`,
      entityType: "data_request",
      entityId: requestId,
      galleryId: moved.galleryId,
      actorId,
      after: { kind: kindOf(moved), status: moved.status },
      ip: ctx.origin.ip,
      requestId: ctx.origin.requestId,
    });
    if (action === "approve") {
      await publish(tx, {
        name: "account.data_requested",
        payload: { requestId },
        aggregateId: requestId,
        galleryId: null,
      });
    }
    return moved;
  });
  return toRequestView(row);
}

/**
 * Lets an erasure begin.
 * @throws DomainError `kvkk.not_found`, `kvkk.wrong_state`
 */
export const approveDataRequest = (
  ctx: StaffContext,
  input: DataRequestDecisionInput,
): Promise<DataRequestView> => decide(ctx, "approve", input);

/**
 * Refuses an erasure; the person is owed the reason.
 * @throws DomainError `kvkk.not_found`, `kvkk.wrong_state`, `gallery.reason_required`
 */
export async function rejectDataRequest(
  ctx: StaffContext,
  input: DataRequestDecisionInput,
): Promise<DataRequestView> {
  if (!input.note) throw new DomainError("gallery.reason_required");
  return decide(ctx, "reject", input);
}
