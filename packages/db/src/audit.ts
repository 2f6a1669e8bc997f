import type { Tx } from "./database";
import type { Prisma } from "./generated/client";
import { newId } from "./ids";

export interface AuditInput {
  /** `<service>.<procedure>` or the schedule or consumer that acted. */
  action: string;
  entityType: string;
  entityId: string;
  galleryId: string | null;
  actorId: string | null;
  /** Only what may be kept: never passwords, codes, tokens or tax numbers. */
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
  ip?: string | undefined;
  requestId?: string | undefined;
}

/** Records who did what, in the transaction of the change itself. */
export async function audit(tx: Tx, entry: AuditInput): Promise<void> {
  const { ip, requestId, ...data } = entry;
  await tx.auditEntry.createMany({
    data: { id: newId(), ip: ip ?? null, requestId: requestId ?? null, ...data },
  });
}
