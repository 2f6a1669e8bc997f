"use client";

import type { OfferStatus } from "@oto/domain";
import { OFFER_STATUSES } from "@oto/domain";
import type { StatusLook, Tone } from "@oto/ui";
import { useTranslations } from "next-intl";

const TONE: Record<OfferStatus, Tone> = {
  OPEN: "info",
  ACCEPTED: "success",
  REJECTED: "danger",
  WITHDRAWN: "neutral",
  EXPIRED: "warn",
  CLOSED: "neutral",
};

/** Label and tone of every status of a negotiation. */
export function useOfferLooks(): Record<OfferStatus, StatusLook> {
  const t = useTranslations("domain");
  return Object.fromEntries(
    OFFER_STATUSES.map((status) => [
      status,
      { label: t(`offerStatus.${status}`), tone: TONE[status] },
    ]),
  ) as Record<OfferStatus, StatusLook>;
}
