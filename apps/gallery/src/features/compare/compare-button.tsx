"use client";

import { Button } from "@oto/ui";
import { Scale } from "lucide-react";
import { useTranslations } from "next-intl";
import { CardMark } from "../market/card-mark";
import { useCompareBasket } from "./use-compare-basket";

interface CompareButtonProps {
  vehicleId: string;
  title: string;
  look?: "mark" | "plain" | "button";
}

/** Puts a vehicle aside for comparing, or takes it back. */
export function CompareButton({ vehicleId, title, look = "mark" }: CompareButtonProps) {
  const t = useTranslations("compare");
  const { full, has, toggle } = useCompareBasket();
  const picked = has(vehicleId);
  const press = () => toggle({ vehicleId, title });
  const disabled = full && !picked;
  if (look === "button") {
    return (
      <Button
        variant="secondary"
        aria-pressed={picked}
        disabled={disabled}
        icon={<Scale aria-hidden="true" />}
        onClick={press}
      >
        {t(picked ? "picked" : "pick")}
      </Button>
    );
  }
  return (
    <CardMark
      label={t("pickVehicle", { title })}
      pressed={picked}
      tone="brand"
      plain={look === "plain"}
      disabled={disabled}
      icon={<Scale aria-hidden="true" />}
      onPress={press}
    />
  );
}
