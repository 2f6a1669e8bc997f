import type { Outgoing } from "./outbox";

/** What somebody sends. */
export interface OutgoingBody {
  text: string;
  attachments: readonly { attachmentId: string; fileName: string }[];
  vehicle: { vehicleId: string; title: string } | null;
  offerId: string | null;
}

export type OutgoingMessage = Outgoing<OutgoingBody>;

/** Whether something from the browser's store is a message of this shape. */
export function isOutgoingMessage(value: unknown): value is OutgoingMessage {
  if (typeof value !== "object" || value === null) return false;
  const item: Partial<Record<keyof OutgoingMessage, unknown>> = value;
  const { body } = item;
  return (
    typeof item.clientMessageId === "string" &&
    typeof item.roomId === "string" &&
    typeof item.writtenAt === "string" &&
    typeof item.phase === "string" &&
    typeof body === "object" &&
    body !== null &&
    "text" in body &&
    typeof body.text === "string" &&
    "attachments" in body &&
    Array.isArray(body.attachments) &&
    "vehicle" in body &&
    "offerId" in body
  );
}
