import type { Tx } from "@oto/db";
import type { DataRequestAction, DataRequestKind, DataRequestStatus } from "@oto/domain";
import { DomainError, moveDataRequest } from "@oto/domain";
import type { DataRequestView } from "./kvkk.views";

export const requestSelect = {
  id: true,
  kind: true,
  status: true,
  userId: true,
  galleryId: true,
  progress: true,
  storageKey: true,
  bytes: true,
  note: true,
  createdAt: true,
  dueAt: true,
  completedAt: true,
  expiresAt: true,
} as const;

export interface DataRequestRow {
  id: string;
  kind: string;
  status: string;
  userId: string;
  galleryId: string | null;
  progress: number;
  storageKey: string | null;
  bytes: number | null;
  note: string | null;
  createdAt: Date;
  dueAt: Date;
  completedAt: Date | null;
  expiresAt: Date | null;
}

/** Columns are guarded by check constraints that hold the domain's values. */
export const kindOf = (row: Pick<DataRequestRow, "kind">) => row.kind as DataRequestKind;
const statusOf = (row: Pick<DataRequestRow, "status">) => row.status as DataRequestStatus;

export const toRequestView = (row: DataRequestRow): DataRequestView => ({
  requestId: row.id,
  kind: kindOf(row),
  status: statusOf(row),
  progress: row.progress,
  bytes: row.bytes,
  note: row.note,
  createdAt: row.createdAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  completedAt: row.completedAt?.toISOString() ?? null,
  expiresAt: row.expiresAt?.toISOString() ?? null,
});

interface RequestMove {
  requestId: string;
  action: DataRequestAction;
  /** Only a request of this person. */
  userId?: string;
  data?: {
    progress?: number;
    storageKey?: string | null;
    bytes?: number | null;
    note?: string | null;
    decidedById?: string;
    decidedAt?: Date;
    completedAt?: Date;
    expiresAt?: Date;
  };
}

/**
 * The one way a request's state changes: row lock, the domain's machine, the row.
 * @throws DomainError `kvkk.not_found`, `kvkk.wrong_state`
 */
export async function moveRequest(tx: Tx, move: RequestMove): Promise<DataRequestRow> {
  const { requestId, action, userId, data = {} } = move;
  await tx.$queryRaw`select id from data_request where id = ${requestId}::uuid for update`;
  const row = await tx.dataRequest.findFirst({
    where: { id: requestId, ...(userId ? { userId } : {}) },
    select: requestSelect,
  });
  if (!row) throw new DomainError("kvkk.not_found");
  const status = moveDataRequest({ kind: kindOf(row), status: statusOf(row) }, action);
  return tx.dataRequest.update({
    where: { id: requestId },
    data: { status, ...data },
    select: requestSelect,
  });
}
