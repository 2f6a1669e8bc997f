"use client";

import { Breadcrumb, Button, PageHeader, Skeleton, toast, UiLink } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { VehicleRooms } from "../chat/vehicle-rooms";
import { QueryError } from "../form/query-error";
import { useLiveEvent } from "../live/live-provider";
import { VehiclePhotos } from "../photos/vehicle-photos";
import { EditVehicle } from "../vehicle-form/edit-vehicle";
import { AgeBadge } from "./age-badge";
import { OfferRulesCard } from "./offer-rules-card";
import { PriceCard } from "./price-card";
import { PublishPanel } from "./publish-panel";
import { VehicleHistory } from "./vehicle-history";
import { VehicleStatusBadge } from "./vehicle-status-badge";
import type { VehicleView } from "./vehicle-view";

function VehicleSkeleton() {
  const t = useTranslations("common");
  return (
    <div role="status" aria-label={t("loading")} className="flex flex-col gap-5">
      <Skeleton className="h-9 w-2/3" />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="flex flex-col gap-5">
          <Skeleton className="h-72 rounded-card" />
          <Skeleton className="h-96 rounded-card" />
        </div>
        <Skeleton className="h-80 rounded-card max-lg:order-first" />
      </div>
    </div>
  );
}

function VehicleHead({ vehicle }: { vehicle: VehicleView }) {
  const t = useTranslations("vehicle");
  const shell = useTranslations("shell");
  const { status, stockNo, title, vehicleId } = vehicle;
  return (
    <PageHeader
      above={
        <Breadcrumb
          label={t("breadcrumb")}
          items={[{ label: shell("stock"), href: "/stok" }, { label: stockNo }]}
        />
      }
      title={title}
      badge={
        <>
          <VehicleStatusBadge status={status} />
          <AgeBadge days={vehicle.daysInStock} />
        </>
      }
      description={t("stockNo", { stockNo })}
      actions={
        status === "PUBLISHED" ? (
          <Button asChild variant="secondary" size="sm">
            <UiLink href={`/pazar/${vehicleId}`}>
              <ExternalLink aria-hidden="true" />
              {t("viewOnMarket")}
            </UiLink>
          </Button>
        ) : undefined
      }
    />
  );
}

/** One vehicle of the gallery: its photos and facts, its place on the market, its history. */
export function VehiclePage({ vehicleId }: { vehicleId: string }) {
  const { inventory } = useTRPC();
  const t = useTranslations("vehicle");
  const query = useQuery(inventory.get.queryOptions({ vehicleId }));
  // Whoever is changing the vehicle right now should know why it locks under their hands.
  useLiveEvent(["vehicle.reserved"], ({ payload }) => {
    if (payload.vehicleId === vehicleId) toast.info(t("reservedNow"));
  });
  if (query.data === undefined) {
    return query.isError ? (
      <QueryError error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <VehicleSkeleton />
    );
  }
  const vehicle = query.data;
  return (
    <>
      <VehicleHead vehicle={vehicle} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <aside className="flex flex-col gap-5 lg:sticky lg:top-22 lg:order-last lg:max-h-[calc(100dvh-6.5rem)] lg:overflow-y-auto">
          <PriceCard vehicle={vehicle} />
          <OfferRulesCard vehicle={vehicle} />
          <PublishPanel vehicle={vehicle} />
        </aside>
        <div className="flex min-w-0 flex-col gap-5">
          <VehiclePhotos vehicle={vehicle} />
          <EditVehicle key={vehicleId} vehicle={vehicle} />
          <VehicleRooms vehicleId={vehicleId} />
          <VehicleHistory vehicle={vehicle} />
        </div>
      </div>
    </>
  );
}
