"use client";

import { Breadcrumb, Button, EmptyState, PageHeader, UiLink } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { Scale } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useFormats } from "../labels/use-formats";
import { usePermission } from "../session/session-provider";
import { VehicleStatusBadge } from "../vehicle/vehicle-status-badge";
import { useBulkRejections } from "./bulk-rejections";
import { DealMissing } from "./deal-missing";
import { FloorHint } from "./floor-hint";
import { LanesSkeleton } from "./lanes-skeleton";
import type { OfferComparisonView } from "./offer-views";
import { RivalCard } from "./rival-card";
import { useAt } from "./use-at";
import { useOfferMoves } from "./use-offer-moves";

/** The open offers for one vehicle of the gallery, side by side. */
export function ComparePage({ vehicleId }: { vehicleId: string }) {
  const t = useTranslations("offers");
  const trpc = useTRPC();
  const { data, error, isPending, refetch } = useQuery(
    trpc.offer.compare.queryOptions({ vehicleId }),
  );
  if (isPending) return <LanesSkeleton />;
  if (data === undefined) {
    return (
      <DealMissing
        error={error}
        onRetry={() => void refetch()}
        heading={t("compare.title")}
        backHref="/teklifler"
      />
    );
  }
  return <Comparison comparison={data} onDue={() => void refetch()} />;
}

interface ComparisonProps {
  comparison: OfferComparisonView;
  /** Called when the clock of one of the offers has run out. */
  onDue: () => void;
}

function Comparison({ comparison, onDue }: ComparisonProps) {
  const t = useTranslations("offers");
  const { money } = useFormats();
  const mayRespond = usePermission("offer:respond");
  const moves = useOfferMoves();
  const { pending } = useBulkRejections();
  const { floor, vehicle } = comparison;
  const items = comparison.items.filter(({ offerId }) => !pending.has(offerId));
  const ends = items.map(({ expiresAt }) => expiresAt).toSorted();
  useAt(ends[0] ?? null, onDue);
  const best = items[0]?.offerId;
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            label={t("breadcrumb")}
            items={[
              { label: t("title"), href: "/teklifler?view=vehicles" },
              { label: t("compare.title") },
            ]}
          />
        }
        title={vehicle.title}
        badge={<VehicleStatusBadge status={vehicle.status} />}
        description={t("compare.text", {
          count: items.length,
          asking: money(vehicle.askingPrice),
        })}
        actions={
          <Button asChild variant="secondary" size="sm">
            <UiLink href={`/stok/${vehicle.vehicleId}`}>{t("toVehicle")}</UiLink>
          </Button>
        }
      />
      {floor === null ? null : (
        <div className="mb-4 max-w-xl">
          <FloorHint floor={floor} amount={null} />
        </div>
      )}
      {items.length === 0 ? (
        <EmptyState
          icon={<Scale aria-hidden="true" />}
          title={t("compare.none")}
          description={t("compare.noneText", { count: comparison.ended })}
          actions={
            <Button asChild variant="secondary">
              <UiLink href={`/teklifler?view=list&stage=done&vehicle=${vehicle.vehicleId}`}>
                {t("compare.ended")}
              </UiLink>
            </Button>
          }
        />
      ) : (
        <ul
          aria-label={t("compare.title")}
          className="relative -mx-4 grid snap-x auto-cols-[min(19rem,82vw)] grid-flow-col grid-rows-[repeat(9,auto)] gap-x-4 gap-y-0 overflow-x-auto px-4 pb-3 sm:mx-0 sm:auto-cols-[minmax(17rem,22rem)] sm:px-0"
        >
          {items.map((offer) => (
            <RivalCard
              key={offer.offerId}
              offer={offer}
              floor={floor}
              highest={offer.offerId === best}
              moves={mayRespond ? moves : null}
            />
          ))}
        </ul>
      )}
    </>
  );
}
