"use client";

import { Button, Card, UiLink } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { LockKeyhole } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useFormats } from "../labels/use-formats";
import { usePermission } from "../session/session-provider";
import { OfferRulesSheet } from "./offer-rules-sheet";
import type { VehicleView } from "./vehicle-view";

/** What happens by itself to offers for this vehicle; nobody else learns of it. */
export function OfferRulesCard({ vehicle }: { vehicle: VehicleView }) {
  const t = useTranslations("vehicle.rules");
  const { money } = useFormats();
  const { gallery } = useTRPC();
  const mayPrice = usePermission("inventory:price");
  const [open, setOpen] = useState(false);
  const declines = useQuery(gallery.me.queryOptions()).data?.autoDecline === true;
  const { autoCounter, editable, lowestPrice } = vehicle;
  const floor = lowestPrice === null ? null : money(lowestPrice);
  return (
    <Card
      title={t("title")}
      description={
        <span className="flex items-center gap-1.5">
          <LockKeyhole aria-hidden="true" className="size-4 shrink-0" />
          {t("private")}
        </span>
      }
    >
      <ul className="flex flex-col gap-2 text-[0.9375rem]">
        <li>{floor === null ? t("noFloor") : t(declines ? "declines" : "hints", { floor })}</li>
        <li>{autoCounter === null ? t("noCounter") : <CounterRule rule={autoCounter} />}</li>
      </ul>
      {editable && mayPrice ? (
        <Button variant="secondary" block className="mt-4" onClick={() => setOpen(true)}>
          {t("edit")}
        </Button>
      ) : null}
      <UiLink
        href="/ayarlar?bolum=ticaret"
        className="mt-2 inline-flex min-h-11 items-center font-medium text-brand-strong text-sm underline"
      >
        {t("toSettings")}
      </UiLink>
      {open ? <OfferRulesSheet vehicle={vehicle} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}

function CounterRule({ rule }: { rule: NonNullable<VehicleView["autoCounter"]> }) {
  const t = useTranslations("vehicle.rules");
  const { money } = useFormats();
  const below = money(rule.below);
  if (rule.mode === "GAP") return t("gapRule", { below, share: rule.share });
  return t("fixedRule", { below, amount: money(rule.amount) });
}
