"use client";

import { Button, Dialog, RadioGroup } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormats } from "../labels/use-formats";
import type { ReservationView } from "./reservation-views";

const DAY_MS = 86_400_000;
const DAYS = [1, 2, 3] as const;

interface ExtendDialogProps {
  reservation: ReservationView;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  busy: boolean;
  onConfirm: (until: string) => void;
}

/** The ends one may ask for: days more, and the latest there can be. */
function endsOf({ expiresAt, latestEnd }: ReservationView): string[] {
  const end = Date.parse(expiresAt);
  const latest = Date.parse(latestEnd);
  const ends = DAYS.map((days) => end + days * DAY_MS).filter((until) => until < latest);
  return [...ends, latest].map((until) => new Date(until).toISOString());
}

/** Asks the other side for more time. */
export function ExtendDialog({
  reservation,
  open,
  onOpenChange,
  busy,
  onConfirm,
}: ExtendDialogProps) {
  const t = useTranslations("reservations");
  const common = useTranslations("common");
  const formats = useFormats();
  const ends = endsOf(reservation);
  const [picked, setPicked] = useState<string | null>(null);
  const until = ends.find((end) => end === picked) ?? ends[0];
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("extendTitle")}
      description={t("extendText")}
      closeLabel={common("close")}
      size="sm"
      footer={
        <>
          <Button variant="secondary" onClick={() => onOpenChange(false)}>
            {common("cancel")}
          </Button>
          <Button
            loading={busy}
            onClick={() => {
              if (until !== undefined) onConfirm(until);
            }}
          >
            {t("extendConfirm")}
          </Button>
        </>
      }
    >
      <RadioGroup
        label={t("newEnd")}
        options={ends.map((end) => ({
          value: end,
          label: formats.instant(end),
          ...(end === reservation.latestEnd ? { description: t("latestEnd") } : {}),
        }))}
        value={until}
        onValueChange={setPicked}
      />
    </Dialog>
  );
}
