import type { Tx } from "@oto/db";
import { audit, newId, publish } from "@oto/db";
import type { DataRequestKind } from "@oto/domain";
import { answerDueAt, DomainError } from "@oto/domain";
import { confirmPassword } from "../auth/password.service";
import type { DealerContext, SessionContext } from "../context";
import { uniqueViolation } from "../unique-violation";
import { moveRequest, requestSelect, toRequestView } from "./data-request.repo";
import type { DataRequestIdInput, ErasureInput } from "./kvkk.input";
import type { DataRequestView } from "./kvkk.views";

const REASON = "requests about personal data belong to people";
const LINK_SECONDS = 300;

const announce = (tx: Tx, requestId: string) =>
  publish(tx, {
    name: "account.data_requested",
    payload: { requestId },
    aggregateId: requestId,
    galleryId: null,
  });

const note = (ctx: SessionContext, tx: Tx, entry: { action: string; requestId: string }) =>
  audit(tx, {
    action: entry.action,
    entityType: "data_request",
    entityId: entry.requestId,
    galleryId: ctx.identity.gallery?.id ?? null,
    actorId: ctx.identity.userId,
    ip: ctx.origin.ip,
    requestId: ctx.origin.requestId,
  });

/** Opens a request; of each kind, a person has one at a time. */
async function open(
  ctx: SessionContext,
  kind: DataRequestKind,
  galleryId: string | null = null,
): Promise<DataRequestView> {
  const id = newId();
  const now = ctx.now();
  try {
    return await ctx.database.unsafeSystem(REASON).write(async (tx) => {
      const row = await tx.dataRequest.create({
        data: {
          id,
          kind,
          userId: ctx.identity.userId,
          galleryId,
          createdAt: now,
          dueAt: answerDueAt(now),
        },
        select: requestSelect,
      });
      // An erasure waits for a decision; an export is made at once.
      if (kind !== "ERASE_PERSON") await announce(tx, id);
      await note(ctx, tx, { action: `kvkk.${kind.toLowerCase()}`, requestId: id });
      return toRequestView(row);
    });
  } catch (error) {
    if (uniqueViolation(error) === null) throw error;
    throw new DomainError("kvkk.already_open");
  }
}

/** @throws DomainError `kvkk.already_open` */
export const requestOwnExport = (ctx: SessionContext): Promise<DataRequestView> =>
  open(ctx, "EXPORT_PERSON");

/** @throws DomainError `kvkk.already_open` */
export const requestGalleryExport = (ctx: DealerContext): Promise<DataRequestView> =>
  open(ctx, "EXPORT_GALLERY", ctx.gallery.id);

/**
 * Asks for the caller's account to be erased. An owner hands the gallery over first; the platform's
 * own staff lose their role first.
 * @throws DomainError `auth.credentials_invalid`, `auth.locked`, `kvkk.owner_must_hand_over`,
 * `kvkk.staff_stays`, `kvkk.already_open`
 */
export async function requestErasure(
  ctx: SessionContext,
  input: ErasureInput,
): Promise<DataRequestView> {
  await confirmPassword(ctx, input.password);
  if (ctx.identity.platformRole) throw new DomainError("kvkk.staff_stays");
  if (ctx.identity.gallery?.role === "OWNER") throw new DomainError("kvkk.owner_must_hand_over");
  return open(ctx, "ERASE_PERSON");
}

/** The caller's requests, newest first. */
export async function listRequests(
  ctx: SessionContext,
): Promise<{ items: DataRequestView[]; nextCursor: null }> {
  const rows = await ctx.database.unsafeSystem(REASON).read((tx) =>
    tx.dataRequest.findMany({
      where: { userId: ctx.identity.userId },
      orderBy: { createdAt: "desc" },
      take: 20,
      select: requestSelect,
    }),
  );
  return { items: rows.map(toRequestView), nextCursor: null };
}

/**
 * Takes a request back while nothing has begun.
 * @throws DomainError `kvkk.not_found`, `kvkk.wrong_state`
 */
export async function cancelRequest(
  ctx: SessionContext,
  { requestId }: DataRequestIdInput,
): Promise<DataRequestView> {
  const { userId } = ctx.identity;
  const row = await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    await note(ctx, tx, { action: "kvkk.cancel", requestId });
    return moveRequest(tx, { requestId, userId, action: "cancel" });
  });
  return toRequestView(row);
}

/**
 * An address that reads the file of an export for five minutes; only whoever asked for it gets one,
 * and a gallery's file only while they still own it.
 * @throws DomainError `kvkk.not_found`, `kvkk.wrong_state`
 */
export async function downloadExport(
  ctx: SessionContext,
  { requestId }: DataRequestIdInput,
): Promise<{ url: string; expiresAt: string }> {
  const { userId, gallery } = ctx.identity;
  const db = ctx.database.unsafeSystem(REASON);
  const key = await db.write(async (tx) => {
    const row = await tx.dataRequest.findFirst({
      where: { id: requestId, userId },
      select: { status: true, galleryId: true, storageKey: true },
    });
    const foreign = row?.galleryId && (row.galleryId !== gallery?.id || gallery.role !== "OWNER");
    if (!row || foreign) throw new DomainError("kvkk.not_found");
    if (row.status !== "READY" || !row.storageKey) throw new DomainError("kvkk.wrong_state");
    await note(ctx, tx, { action: "kvkk.download", requestId });
    return row.storageKey;
  });
  return {
    url: await ctx.adapters.storage.signedUrl(key, LINK_SECONDS),
    expiresAt: new Date(ctx.now().getTime() + LINK_SECONDS * 1_000).toISOString(),
  };
}
