"use client";

import { Button, cn } from "@oto/ui";
import { Heart } from "lucide-react";
import { useTranslations } from "next-intl";
import { CardMark } from "../market/card-mark";
import { useFavorites } from "./use-favorites";

interface FavoriteButtonProps {
  vehicleId: string;
  title: string;
  /** `mark` lies on a picture or in a row, `button` says in words what it does. */
  look?: "mark" | "plain" | "button";
}

/** The heart of a vehicle: followed or not. */
export function FavoriteButton({ vehicleId, title, look = "mark" }: FavoriteButtonProps) {
  const t = useTranslations("favorites");
  const { isFavorite, mayFollow, toggle } = useFavorites();
  if (!mayFollow) return null;
  const followed = isFavorite(vehicleId);
  const heart = (
    <Heart aria-hidden="true" className={cn(followed && "fill-current text-danger-strong")} />
  );
  if (look === "button") {
    return (
      <Button
        variant="secondary"
        aria-pressed={followed}
        icon={heart}
        onClick={() => toggle(vehicleId)}
      >
        {t(followed ? "followed" : "follow")}
      </Button>
    );
  }
  return (
    <CardMark
      label={t("followVehicle", { title })}
      pressed={followed}
      tone="danger"
      plain={look === "plain"}
      icon={<Heart aria-hidden="true" className={cn(followed && "fill-current")} />}
      onPress={() => toggle(vehicleId)}
    />
  );
}
