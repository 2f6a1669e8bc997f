import type { SupportKind, SupportStatus } from "@oto/domain";
import type { SupportCaseView } from "./support.views";
import type { CaseRow } from "./support-case.repo";

/** A case as the gallery that opened it sees it. */
export function caseView(row: CaseRow): SupportCaseView {
  return {
    caseId: row.id,
    number: row.number,
    roomId: row.roomId,
    kind: row.kind as SupportKind,
    category: row.category,
    subject: row.subject,
    status: row.status as SupportStatus,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}
