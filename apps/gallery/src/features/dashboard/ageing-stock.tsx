"use client";

import { Card, ListRow } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useFormats } from "../labels/use-formats";
import { VehiclePicture } from "../stock/vehicle-picture";
import { AgeBadge } from "../vehicle/age-badge";

const SHOWN = 4;

/** The vehicles on the market that have stood longest. */
export function AgeingStock() {
  const t = useTranslations("dashboard");
  const formats = useFormats();
  const { inventory } = useTRPC();
  const items = useQuery(
    inventory.list.queryOptions({ status: ["PUBLISHED"], sort: "oldest", limit: SHOWN }),
  ).data?.items;
  return items === undefined || items.length === 0 ? null : (
    <Card title={t("oldTitle")} description={t("oldText")} padding="flush">
      <ul className="divide-y px-2 pb-2">
        {items.map((item) => (
          <li key={item.vehicleId}>
            <ListRow
              href={`/stok/${item.vehicleId}`}
              leading={<VehiclePicture item={item} sizes="4rem" className="w-16 rounded-control" />}
              title={item.title}
              description={formats.money(item.price)}
              trailing={<AgeBadge days={item.daysInStock} short />}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
