"use client";

import { FileTile, IconButton } from "@oto/ui";
import { CarFront, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { LinkedVehicle } from "./use-linked-vehicle";

/** The vehicle behind a link in the text: it goes along as a card, unless one does not want it. */
export function VehicleToSend({ linked }: { linked: LinkedVehicle }) {
  const t = useTranslations("chat");
  const { dismiss, vehicle } = linked;
  if (vehicle === null) return null;
  return (
    <div className="px-3 pt-3">
      <FileTile
        name={vehicle.title}
        description={t("vehicleCard.goesAlong")}
        picture={<CarFront aria-hidden="true" className="size-5" />}
        actions={
          <IconButton
            size="sm"
            label={t("file.remove", { name: vehicle.title })}
            icon={<X aria-hidden="true" className="size-4.5" />}
            onClick={dismiss}
          />
        }
      />
    </div>
  );
}
