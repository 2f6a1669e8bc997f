import { DomainError } from "@oto/domain";
import { z } from "zod";
import type { HistoryInput, SendInput } from "../chat/chat.input";
import type { ChatHistoryView, ChatSentView } from "../chat/chat.views";
import { chatHistory } from "../chat/history.service";
import { sendMessage } from "../chat/send.service";
import type { DealerContext } from "../context";
import type { Page } from "../paging";
import { decodeCursor, toPage } from "../paging";
import type { SupportCaseInput, SupportListInput } from "./support.input";
import { caseView } from "./support.presenter";
import type { SupportCaseView } from "./support.views";
import { caseSelect } from "./support-case.repo";

/** Keyset of every list of cases. */
export const caseCursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** Condition for what comes after a place in a list of cases. */
export function casesAfter(cursor: string | null | undefined) {
  const after = decodeCursor(cursor, caseCursor);
  if (!after) return {};
  const [updatedAt, id] = after;
  return { OR: [{ updatedAt: { lt: updatedAt } }, { updatedAt, id: { lt: id } }] };
}

/** Cases of the caller's gallery, the latest change first. */
export async function listSupportCases(
  ctx: DealerContext,
  { cursor, limit, status }: SupportListInput,
): Promise<Page<SupportCaseView>> {
  const rows = await ctx.db.read((tx) =>
    tx.supportCase.findMany({
      where: { ...casesAfter(cursor), ...(status ? { status } : {}) },
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      take: limit + 1,
      select: caseSelect,
    }),
  );
  return toPage(rows, limit, {
    item: caseView,
    tuple: (row) => [row.updatedAt.toISOString(), row.id],
  });
}

/** One case. @throws DomainError `support.not_found` */
export async function getSupportCase(
  ctx: DealerContext,
  { caseId }: SupportCaseInput,
): Promise<SupportCaseView> {
  const row = await ctx.db.read((tx) =>
    tx.supportCase.findUnique({ where: { id: caseId }, select: caseSelect }),
  );
  if (!row) throw new DomainError("support.not_found");
  return caseView(row);
}

/** @throws DomainError `chat.not_found` for rooms that are not a case's of the caller's gallery */
async function assertOfCase(ctx: DealerContext, roomId: string): Promise<void> {
  const found = await ctx.db.read((tx) =>
    tx.supportCase.findFirst({ where: { roomId }, select: { id: true } }),
  );
  if (!found) throw new DomainError("chat.not_found");
}

/**
 * Writes in the room of a case, also for galleries that may not trade and people who do not write
 * to other galleries.
 *
 * @throws DomainError `chat.not_found`, `support.closed`
 */
export async function sendToSupport(ctx: DealerContext, input: SendInput): Promise<ChatSentView> {
  await assertOfCase(ctx, input.roomId);
  return sendMessage(ctx, input);
}

/**
 * Messages of a case's room, for the same people.
 * @throws DomainError `chat.not_found`
 */
export async function supportHistory(
  ctx: DealerContext,
  input: HistoryInput,
): Promise<ChatHistoryView> {
  await assertOfCase(ctx, input.roomId);
  return chatHistory(ctx, input);
}
