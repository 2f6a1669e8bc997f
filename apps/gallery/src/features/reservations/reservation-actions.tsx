"use client";

import { Button, Callout } from "@oto/ui";
import { CalendarPlus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormats } from "../labels/use-formats";
import { CancelDialog } from "./cancel-dialog";
import { ExtendDialog } from "./extend-dialog";
import type { ReservationView } from "./reservation-views";
import { useReservationMoves } from "./use-reservation-moves";

interface ReservationActionsProps {
  reservation: ReservationView;
  /** A side has confirmed the handover, or a dispute is open: calling off is not a side's any more. */
  frozen: boolean;
}

/** What the reader may do with a reservation now. */
export function ReservationActions({ reservation, frozen }: ReservationActionsProps) {
  const t = useTranslations("reservations");
  const formats = useFormats();
  const moves = useReservationMoves();
  const [open, setOpen] = useState<"cancel" | "extend" | null>(null);
  const { actions, extension, reservationId } = reservation;
  const cancellable = actions.includes("cancel") && !frozen;
  const extendable = actions.includes("requestExtension") && !frozen;
  const close = () => setOpen(null);
  const toggle = (name: "cancel" | "extend") => (opened: boolean) => setOpen(opened ? name : null);
  return (
    <div className="flex flex-col gap-4">
      {extension === null ? null : (
        <Callout
          tone={extension.mine ? "info" : "warn"}
          title={t(extension.mine ? "extensionWaiting" : "extensionAsked")}
          actions={
            actions.includes("agreeExtension") ? (
              <>
                <Button
                  className="min-h-11"
                  loading={moves.extend.isPending}
                  onClick={() => moves.extend.mutate({ reservationId, until: extension.until })}
                >
                  {t("extensionAgree")}
                </Button>
                <Button
                  variant="secondary"
                  className="min-h-11"
                  loading={moves.declineExtension.isPending}
                  onClick={() => moves.declineExtension.mutate({ reservationId })}
                >
                  {t("extensionDecline")}
                </Button>
              </>
            ) : undefined
          }
        >
          {t(extension.mine ? "extensionWaitingText" : "extensionAskedText", {
            name: reservation.counterpart.name,
            until: formats.instant(extension.until),
          })}
        </Callout>
      )}
      <div className="flex flex-wrap gap-2">
        {extendable ? (
          <Button
            variant="secondary"
            size="lg"
            className="max-sm:flex-1"
            icon={<CalendarPlus aria-hidden="true" />}
            onClick={() => setOpen("extend")}
          >
            {t("extend")}
          </Button>
        ) : null}
        {cancellable ? (
          <Button
            variant="dangerSoft"
            size="lg"
            className="max-sm:flex-1"
            icon={<X aria-hidden="true" />}
            onClick={() => setOpen("cancel")}
          >
            {t("cancel")}
          </Button>
        ) : null}
      </div>
      <CancelDialog
        open={open === "cancel"}
        onOpenChange={toggle("cancel")}
        busy={moves.cancel.isPending}
        onConfirm={(reason) => moves.cancel.mutate({ reservationId, reason }, { onSettled: close })}
      />
      {extendable ? (
        <ExtendDialog
          reservation={reservation}
          open={open === "extend"}
          onOpenChange={toggle("extend")}
          busy={moves.extend.isPending}
          onConfirm={(until) => moves.extend.mutate({ reservationId, until }, { onSettled: close })}
        />
      ) : null}
    </div>
  );
}
