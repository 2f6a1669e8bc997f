import type { Tx } from "./database";
import { Prisma } from "./generated/client";
import { newId } from "./ids";
import { redact } from "./redact";
import { execute } from "./statement";

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

/** Rows come as one JSON text, so that the statement is the same for any number of entries. */
async function insertEntries(tx: Tx, rows: readonly ReturnType<typeof rowOf>[]): Promise<void> {
  await execute(
    tx,
    Prisma.sql`
    insert into audit_entry (id, gallery_id, actor_id, impersonator_id, action, entity_type,
      entity_id, before, after, ip, request_id, created_at)
    select id, "galleryId", "actorId", "impersonatorId", action, "entityType", "entityId", before,
      after, ip, "requestId", clock_timestamp()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry(id uuid, "galleryId" uuid,
      "actorId" uuid, "impersonatorId" uuid, action text, "entityType" text, "entityId" uuid,
      before jsonb, after jsonb, ip text, "requestId" text)`,
  );
}

/**
 * Records who did what, in the transaction of the change itself. The database links the entry into
 * the gallery's hash chain at commit.
 */
export async function audit(tx: Tx, entry: AuditInput): Promise<void> {
  await insertEntries(tx, [rowOf(entry)]);
}

/** Records many changes of one transaction at once, in their order; see `audit`. */
export async function auditAll(tx: Tx, entries: readonly AuditInput[]): Promise<void> {
  if (entries.length > 0) await insertEntries(tx, entries.map(rowOf));
}
