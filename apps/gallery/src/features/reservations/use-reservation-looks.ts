"use client";

import type { ReservationStatus } from "@oto/domain";
import { RESERVATION_STATUSES } from "@oto/domain";
import type { StatusLook, Tone } from "@oto/ui";
import { useTranslations } from "next-intl";

const TONE: Record<ReservationStatus, Tone> = {
  ACTIVE: "brand",
  COMPLETED: "success",
  CANCELLED: "danger",
  EXPIRED: "warn",
};

/** Label and tone of every status of a reservation. */
export function useReservationLooks(): Record<ReservationStatus, StatusLook> {
  const t = useTranslations("domain");
  return Object.fromEntries(
    RESERVATION_STATUSES.map((status) => [
      status,
      { label: t(`reservationStatus.${status}`), tone: TONE[status] },
    ]),
  ) as Record<ReservationStatus, StatusLook>;
}
