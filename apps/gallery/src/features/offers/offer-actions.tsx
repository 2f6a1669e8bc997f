"use client";

import { RESERVATION_DEFAULT_HOURS } from "@oto/domain";
import { Button, ConfirmDialog } from "@oto/ui";
import { Check, Repeat2, Undo2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormats } from "../labels/use-formats";
import type { AnswerableOffer } from "./counter-sheet";
import { CounterSheet } from "./counter-sheet";
import { EndOfferDialog } from "./end-offer-dialog";
import type { OfferView } from "./offer-views";
import type { OfferMoves } from "./use-offer-moves";

interface OfferActionsProps {
  offer: AnswerableOffer & Pick<OfferView, "actions">;
  moves: OfferMoves;
  /** Smaller, where several stand side by side. */
  compact?: boolean;
}

/** What the reader may do now. Keyed by the round, so that nobody answers what they have not seen. */
export function OfferActions({ offer, moves, compact = false }: OfferActionsProps) {
  const t = useTranslations("offers");
  const common = useTranslations("common");
  const { money } = useFormats();
  const [open, setOpen] = useState<"accept" | "counter" | "reject" | "withdraw" | null>(null);
  const close = () => setOpen(null);
  const { actions, counterpart, offerId, round, side } = offer;
  const facts = {
    amount: money(offer.amount),
    counterpart: counterpart.name,
    hours: RESERVATION_DEFAULT_HOURS,
  };
  if (actions.length === 0) return null;
  const size = compact ? "md" : "lg";
  const end = (act: "reject" | "withdraw") => (
    <EndOfferDialog
      act={act}
      open={open === act}
      onOpenChange={(opened) => setOpen(opened ? act : null)}
      busy={moves[act].isPending}
      onConfirm={(message) =>
        moves[act].mutate({ offerId, round, ...(message ? { message } : {}) }, { onSettled: close })
      }
    />
  );
  return (
    <div className="flex flex-wrap gap-2">
      {actions.includes("accept") ? (
        <Button
          variant="accent"
          size={size}
          className={compact ? "w-full" : "max-sm:w-full"}
          icon={<Check aria-hidden="true" />}
          onClick={() => setOpen("accept")}
        >
          {t("acceptFor", { amount: facts.amount })}
        </Button>
      ) : null}
      {actions.includes("counter") ? (
        <Button
          variant="secondary"
          size={size}
          className={compact ? "flex-1" : "max-sm:flex-1"}
          icon={<Repeat2 aria-hidden="true" />}
          onClick={() => setOpen("counter")}
        >
          {t("counter")}
        </Button>
      ) : null}
      {actions.includes("reject") ? (
        <Button
          variant="dangerSoft"
          size={size}
          className={compact ? "flex-1" : "max-sm:flex-1"}
          icon={<X aria-hidden="true" />}
          onClick={() => setOpen("reject")}
        >
          {t("reject")}
        </Button>
      ) : null}
      {actions.includes("withdraw") ? (
        <Button
          variant="ghost"
          size={size}
          icon={<Undo2 aria-hidden="true" />}
          onClick={() => setOpen("withdraw")}
        >
          {t("withdraw")}
        </Button>
      ) : null}
      {open === "counter" ? <CounterSheet offer={offer} moves={moves} onClose={close} /> : null}
      <ConfirmDialog
        open={open === "accept"}
        onOpenChange={(opened) => setOpen(opened ? "accept" : null)}
        title={t("acceptTitle", facts)}
        description={t(side === "SELLER" ? "acceptTextSeller" : "acceptTextBuyer", facts)}
        confirmLabel={t("accept")}
        cancelLabel={common("cancel")}
        busy={moves.accept.isPending}
        onConfirm={() => moves.accept.mutate({ offerId, round }, { onSettled: close })}
      />
      {end("reject")}
      {end("withdraw")}
    </div>
  );
}
