"use client";

import { Button, Callout, ConfirmDialog } from "@oto/ui";
import { CalendarPlus, Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormats } from "../labels/use-formats";
import { CancelDialog } from "./cancel-dialog";
import { ExtendDialog } from "./extend-dialog";
import type { ReservationView } from "./reservation-views";
import { useReservationMoves } from "./use-reservation-moves";

/** What the reader may do with a reservation now. */
export function ReservationActions({ reservation }: { reservation: ReservationView }) {
  const t = useTranslations("reservations");
  const common = useTranslations("common");
  const formats = useFormats();
  const moves = useReservationMoves();
  const [open, setOpen] = useState<"complete" | "cancel" | "extend" | null>(null);
  const { actions, extension, reservationId } = reservation;
  const close = () => setOpen(null);
  const toggle = (name: "complete" | "cancel" | "extend") => (opened: boolean) =>
    setOpen(opened ? name : null);
  return (
    <div className="flex flex-col gap-4">
      {extension === null ? null : (
        <Callout
          tone={extension.mine ? "info" : "warn"}
          title={t(extension.mine ? "extensionWaiting" : "extensionAsked")}
          actions={
            actions.includes("agreeExtension") ? (
              <Button
                size="sm"
                loading={moves.extend.isPending}
                onClick={() => moves.extend.mutate({ reservationId, until: extension.until })}
              >
                {t("extensionAgree")}
              </Button>
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
        {actions.includes("complete") ? (
          <Button
            variant="accent"
            size="lg"
            className="max-sm:w-full"
            icon={<Check aria-hidden="true" />}
            onClick={() => setOpen("complete")}
          >
            {t("complete")}
          </Button>
        ) : null}
        {actions.includes("requestExtension") ? (
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
        {actions.includes("cancel") ? (
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
      <ConfirmDialog
        open={open === "complete"}
        onOpenChange={toggle("complete")}
        title={t("completeTitle")}
        description={t("completeText", { name: reservation.counterpart.name })}
        confirmLabel={t("complete")}
        cancelLabel={common("cancel")}
        busy={moves.complete.isPending}
        onConfirm={() => moves.complete.mutate({ reservationId }, { onSettled: close })}
      />
      <CancelDialog
        open={open === "cancel"}
        onOpenChange={toggle("cancel")}
        busy={moves.cancel.isPending}
        onConfirm={(reason) => moves.cancel.mutate({ reservationId, reason }, { onSettled: close })}
      />
      {actions.includes("requestExtension") ? (
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
