import type { Tx } from "./database";
import type { Prisma } from "./generated/client";
import { newId } from "./ids";
import { redact } from "./redact";

export interface AuditInput {
  /** `<service>.<procedure>` or the schedule or consumer that acted. */
  action: string;
  entityType: string;
  entityId: string;
  galleryId: string | null;
  actorId: string | null;
  /** Who of the staff acted in the actor's name. */
  impersonatorId?: string | undefined;
  /** Sensitive fields are masked by name before they are kept; see `redact`. */
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
  ip?: string | undefined;
  requestId?: string | undefined;
}

function rowOf(entry: AuditInput) {
  const { ip, requestId, impersonatorId, before, after, ...data } = entry;
  return {
    id: newId(),
    ip: ip ?? null,
    requestId: requestId ?? null,
    impersonatorId: impersonatorId ?? null,
    ...(before === undefined ? {} : { before: redact(before) }),
    ...(after === undefined ? {} : { after: redact(after) }),
    ...data,
  };
}

/**
 * Records who did what, in the transaction of the change itself. The database links the entry into
 * the gallery's hash chain at commit.
 */
export async function audit(tx: Tx, entry: AuditInput): Promise<void> {
  await tx.auditEntry.createMany({ data: rowOf(entry) });
}

/** Records many changes of one transaction at once, in their order; see `audit`. */
export async function auditAll(tx: Tx, entries: readonly AuditInput[]): Promise<void> {
  if (entries.length > 0) await tx.auditEntry.createMany({ data: entries.map(rowOf) });
}
