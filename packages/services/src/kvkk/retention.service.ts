import type { Tx } from "@oto/db";
import type { RetentionRuleName } from "@oto/domain";
import { retentionLimit } from "@oto/domain";
import type { Platform } from "../context";
import { moveRequest } from "./data-request.repo";
import { logDestructions } from "./erase-person";

const REASON = "the retention table covers people of all galleries";
const FILES_AT_ONCE = 100;

type Sweep = (tx: Tx, before: Date) => Promise<{ count: number }>;

interface Swept {
  rule: RetentionRuleName;
  subject: string;
  method: "DELETED" | "ANONYMISED";
  sweep: Sweep;
}

/** What the hourly sweep does for the rows of the retention table that end with time. */
const SWEEPS: readonly Swept[] = [
  {
    rule: "notification",
    subject: "notification",
    method: "DELETED",
    sweep: (tx, before) => tx.notification.deleteMany({ where: { createdAt: { lt: before } } }),
  },
  {
    rule: "session-address",
    subject: "session",
    method: "ANONYMISED",
    sweep: (tx, before) =>
      tx.session.updateMany({
        where: { createdAt: { lt: before }, ip: { not: null } },
        data: { ip: null, userAgent: null },
      }),
  },
  {
    rule: "invitation",
    subject: "invitation",
    method: "DELETED",
    sweep: (tx, before) => tx.invitation.deleteMany({ where: { expiresAt: { lt: before } } }),
  },
  {
    rule: "rejected-gallery",
    subject: "gallery",
    method: "ANONYMISED",
    sweep: (tx, before) =>
      tx.gallery.updateMany({
        where: {
          status: "REJECTED",
          reviewedAt: { lt: before },
          OR: [{ phone: { not: null } }, { email: { not: null } }, { address: { not: null } }],
        },
        data: { phone: null, whatsapp: null, email: null, address: null },
      }),
  },
  {
    rule: "sent-message",
    subject: "mailbox_message",
    method: "DELETED",
    sweep: async (tx, before) => ({
      count: await tx.$executeRaw`delete from mailbox_message where sent_at < ${before}`,
    }),
  },
  {
    rule: "sent-message",
    subject: "message_delivery",
    method: "DELETED",
    sweep: (tx, before) => tx.messageDelivery.deleteMany({ where: { createdAt: { lt: before } } }),
  },
  {
    rule: "sent-message",
    subject: "send_ledger",
    method: "DELETED",
    sweep: async (tx, before) => ({
      count: await tx.$executeRaw`delete from send_ledger where claimed_at < ${before}`,
    }),
  },
];

async function sweepRows(platform: Platform): Promise<number> {
  let rows = 0;
  for (const { rule, subject, method, sweep } of SWEEPS) {
    const before = retentionLimit(rule, platform.now());
    if (!before) continue;
    rows += await platform.database.unsafeSystem(REASON).write(async (tx) => {
      const { count } = await sweep(tx, before);
      const entries = [{ rule, subject, method, rows: count }];
      await logDestructions(platform, tx, { requestId: null, entries });
      return count;
    });
  }
  return rows;
}

/** Deletes files of exports that nobody may fetch any more. */
async function sweepExports(platform: Platform): Promise<number> {
  const db = platform.database.unsafeSystem(REASON);
  const due = await db.read((tx) =>
    tx.dataRequest.findMany({
      where: { status: "READY", expiresAt: { lt: platform.now() } },
      take: FILES_AT_ONCE,
      select: { id: true, storageKey: true },
    }),
  );
  // Files first: what was removed already is removed again without harm, never the other way round.
  await platform.adapters.storage.remove(due.flatMap(({ storageKey }) => storageKey ?? []));
  for (const { id: requestId } of due) {
    await db.write(async (tx) => {
      await moveRequest(tx, { requestId, action: "expire", data: { storageKey: null } });
      const entries = [
        { rule: "data-export", subject: "file", method: "DELETED", rows: 1 },
      ] as const;
      await logDestructions(platform, tx, { requestId, entries });
    });
  }
  return due.length;
}

/**
 * Destroys or makes anonymous what the retention table no longer lets us keep, and writes it down.
 * @returns rows and files
 */
export async function enforceRetention(platform: Platform): Promise<number> {
  return (await sweepRows(platform)) + (await sweepExports(platform));
}
