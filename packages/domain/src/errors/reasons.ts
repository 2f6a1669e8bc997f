/** The tRPC error codes that a reason may carry. */
export type ErrorCode =
  | "BAD_REQUEST"
  | "UNAUTHORIZED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "PRECONDITION_FAILED"
  | "PAYLOAD_TOO_LARGE"
  | "UNSUPPORTED_MEDIA_TYPE"
  | "UNPROCESSABLE_CONTENT"
  | "TOO_MANY_REQUESTS"
  | "SERVICE_UNAVAILABLE";

/** The level a reason is logged at. */
export type ErrorSeverity = "debug" | "info" | "warn" | "error";

export interface ReasonDefinition {
  code: ErrorCode;
  severity: ErrorSeverity;
  /** False for what should never happen when every part does its work: somebody must look. */
  expected: boolean;
}

const usual = (code: ErrorCode): ReasonDefinition => ({ code, severity: "info", expected: true });
const suspicious = (code: ErrorCode): ReasonDefinition => ({
  code,
  severity: "warn",
  expected: true,
});

/** The closed list of reasons why something is refused. */
export const REASONS = {
  "auth.otp_invalid": usual("BAD_REQUEST"),
  "auth.otp_expired": usual("BAD_REQUEST"),
  "auth.otp_too_many": suspicious("TOO_MANY_REQUESTS"),
  "auth.otp_too_soon": usual("TOO_MANY_REQUESTS"),
  "auth.otp_capped": suspicious("TOO_MANY_REQUESTS"),
  "auth.token_invalid": usual("BAD_REQUEST"),
  "auth.credentials_invalid": usual("UNAUTHORIZED"),
  "auth.locked": suspicious("TOO_MANY_REQUESTS"),
  "auth.totp_required": usual("UNAUTHORIZED"),
  "auth.totp_invalid": suspicious("UNAUTHORIZED"),
  "auth.refresh_invalid": usual("UNAUTHORIZED"),
  "auth.refresh_reused": suspicious("UNAUTHORIZED"),
  "auth.session_expired": usual("UNAUTHORIZED"),
  "auth.unauthenticated": usual("UNAUTHORIZED"),
  "auth.email_taken": usual("CONFLICT"),
  "auth.phone_taken": usual("CONFLICT"),
  "auth.permission_denied": suspicious("FORBIDDEN"),
  "auth.link_invalid": usual("BAD_REQUEST"),
  "auth.email_already_verified": usual("CONFLICT"),
  "auth.phone_unchanged": usual("CONFLICT"),
  "auth.totp_enabled": usual("CONFLICT"),
  "auth.totp_not_enabled": usual("CONFLICT"),
  "auth.totp_forced": usual("FORBIDDEN"),
  "auth.otp_refused": suspicious("TOO_MANY_REQUESTS"),
  "staff.not_found": usual("NOT_FOUND"),
  "staff.already_member": usual("CONFLICT"),
  "staff.already_invited": usual("CONFLICT"),
  "staff.invitation_invalid": usual("BAD_REQUEST"),
  "staff.invitation_closed": usual("CONFLICT"),
  "staff.works_elsewhere": usual("CONFLICT"),
  "staff.wrong_account": usual("FORBIDDEN"),
  "staff.owner_stays": usual("CONFLICT"),
  "staff.not_yourself": usual("CONFLICT"),
  "staff.too_many": usual("CONFLICT"),
  "user.not_found": usual("NOT_FOUND"),
  "user.last_superadmin": usual("CONFLICT"),
  "kvkk.not_found": usual("NOT_FOUND"),
  "kvkk.already_open": usual("CONFLICT"),
  "kvkk.wrong_state": usual("CONFLICT"),
  "kvkk.owner_must_hand_over": usual("CONFLICT"),
  "kvkk.staff_stays": usual("CONFLICT"),
  "gallery.not_found": usual("NOT_FOUND"),
  "gallery.not_approved": usual("FORBIDDEN"),
  "gallery.rejected": usual("FORBIDDEN"),
  "gallery.suspended": usual("FORBIDDEN"),
  "gallery.wrong_state": usual("CONFLICT"),
  "gallery.tax_number_taken": usual("CONFLICT"),
  "gallery.reason_required": usual("BAD_REQUEST"),
  "inventory.not_found": usual("NOT_FOUND"),
  "inventory.wrong_state": usual("CONFLICT"),
  "inventory.stock_no_taken": usual("CONFLICT"),
  "inventory.catalog_mismatch": usual("BAD_REQUEST"),
  "inventory.duplicate_plate": usual("CONFLICT"),
  "inventory.duplicate_vin": usual("CONFLICT"),
  "inventory.locked_by_reservation": usual("CONFLICT"),
  "inventory.open_offers": usual("CONFLICT"),
  "publish.blocked": usual("PRECONDITION_FAILED"),
  "media.not_found": usual("NOT_FOUND"),
  "media.wrong_state": usual("CONFLICT"),
  "media.too_large": usual("PAYLOAD_TOO_LARGE"),
  "media.type_not_allowed": usual("UNSUPPORTED_MEDIA_TYPE"),
  "media.too_many": usual("BAD_REQUEST"),
  "media.not_uploaded": usual("CONFLICT"),
  "media.unreadable": usual("UNPROCESSABLE_CONTENT"),
  "media.too_many_pixels": usual("UNPROCESSABLE_CONTENT"),
  "media.mismatched_type": usual("UNPROCESSABLE_CONTENT"),
  "marketplace.not_found": usual("NOT_FOUND"),
  "marketplace.too_many_favorites": usual("CONFLICT"),
  "search.not_found": usual("NOT_FOUND"),
  "search.too_many": usual("CONFLICT"),
  "offer.not_found": usual("NOT_FOUND"),
  "offer.own_vehicle": usual("FORBIDDEN"),
  "offer.vehicle_unavailable": usual("CONFLICT"),
  "offer.already_open": usual("CONFLICT"),
  "offer.not_open": usual("CONFLICT"),
  "offer.not_your_turn": usual("CONFLICT"),
  "offer.stale": usual("CONFLICT"),
  "offer.expired": usual("CONFLICT"),
  "offer.amount_invalid": usual("BAD_REQUEST"),
  "offer.currency_mismatch": usual("BAD_REQUEST"),
  "offer.too_many_rounds": usual("CONFLICT"),
  "offer.final": usual("CONFLICT"),
  "offer.not_negotiable": usual("CONFLICT"),
  "reservation.not_found": usual("NOT_FOUND"),
  "reservation.not_active": usual("CONFLICT"),
  "reservation.extension_not_agreed": usual("CONFLICT"),
  "reservation.too_long": usual("BAD_REQUEST"),
  "reservation.reason_required": usual("BAD_REQUEST"),
  "chat.not_found": usual("NOT_FOUND"),
  "chat.message_not_found": usual("NOT_FOUND"),
  "chat.attachment_not_found": usual("NOT_FOUND"),
  "chat.attachment_unusable": usual("CONFLICT"),
  "chat.too_many_files": usual("BAD_REQUEST"),
  "chat.empty": usual("BAD_REQUEST"),
  "chat.with_yourself": usual("BAD_REQUEST"),
  "chat.blocked": usual("FORBIDDEN"),
  "chat.not_yours": usual("FORBIDDEN"),
  "chat.too_late": usual("CONFLICT"),
  "chat.message_deleted": usual("CONFLICT"),
  "support.not_found": usual("NOT_FOUND"),
  "support.closed": usual("CONFLICT"),
  "support.canned_not_found": usual("NOT_FOUND"),
  "deal.not_found": usual("NOT_FOUND"),
  "deal.not_open": usual("CONFLICT"),
  "deal.not_completed": usual("CONFLICT"),
  "deal.disputed": usual("CONFLICT"),
  "deal.confirmed": usual("CONFLICT"),
  "deal.already_confirmed": usual("CONFLICT"),
  "deal.steps_open": usual("PRECONDITION_FAILED"),
  "deal.step_stale": usual("CONFLICT"),
  "deal.document_missing": usual("NOT_FOUND"),
  "deal.rating_closed": usual("CONFLICT"),
  "deal.dispute_too_late": usual("CONFLICT"),
  "deal.dispute_not_open": usual("CONFLICT"),
  "deal.cannot_cancel": usual("CONFLICT"),
  "money.currency_mismatch": usual("BAD_REQUEST"),
  "money.out_of_range": usual("BAD_REQUEST"),
  "notification.not_found": usual("NOT_FOUND"),
  "rate.limited": suspicious("TOO_MANY_REQUESTS"),
  "idempotency.answer_lost": usual("CONFLICT"),
  "idempotency.conflict": usual("CONFLICT"),
  "idempotency.in_progress": usual("CONFLICT"),
  "input.invalid": usual("BAD_REQUEST"),
  "system.unavailable": { code: "SERVICE_UNAVAILABLE", severity: "error", expected: false },
  "system.maintenance": usual("SERVICE_UNAVAILABLE"),
  notfound: usual("NOT_FOUND"),
  "message.template_invalid": usual("BAD_REQUEST"),
  "message.template_stale": usual("CONFLICT"),
  "message.not_retryable": usual("CONFLICT"),
  "message.no_address": usual("PRECONDITION_FAILED"),
  "message.not_sent": usual("SERVICE_UNAVAILABLE"),
  "message.push_address": suspicious("BAD_REQUEST"),
} as const satisfies Record<string, ReasonDefinition>;

export type Reason = keyof typeof REASONS;

/** Whether a text from outside names a reason of the closed list. */
export function isReason(value: string): value is Reason {
  return Object.hasOwn(REASONS, value);
}
