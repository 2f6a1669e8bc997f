"use client";

import type { VehicleAction } from "@oto/domain";
import { Button, Card, ConfirmDialog, DropdownMenu, Skeleton, UiLink } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { Archive, ArchiveRestore, Ellipsis, Handshake, Pause, Rocket } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { usePermission } from "../session/session-provider";
import { GateChecks } from "./gate-checks";
import { useVehicleActs } from "./use-vehicle-acts";
import { VehicleStatusBadge } from "./vehicle-status-badge";
import type { VehicleView } from "./vehicle-view";

type Asked = "markSold" | "archive";

/** The state of the vehicle on the market, what keeps it away from there, and what to do now. */
export function PublishPanel({ vehicle }: { vehicle: VehicleView }) {
  const t = useTranslations("vehicle");
  const common = useTranslations("common");
  const { inventory } = useTRPC();
  const { vehicleId, status, actions } = vehicle;
  const [asked, setAsked] = useState<Asked | null>(null);
  const mayPublish = usePermission("inventory:publish");
  const mayArchive = usePermission("inventory:archive");
  const can = (action: VehicleAction) =>
    actions.includes(action) &&
    (action === "archive" || action === "restore" ? mayArchive : mayPublish);
  const checked = status === "DRAFT" || status === "PAUSED" || status === "PUBLISHED";
  const gate = useQuery(inventory.gate.queryOptions({ vehicleId }, { enabled: checked })).data;
  const acts = useVehicleActs(vehicleId);
  const more = [
    ...(can("markSold") && status !== "RESERVED"
      ? [
          {
            id: "sold",
            label: t("markSold"),
            icon: <Handshake aria-hidden="true" />,
            onSelect: () => setAsked("markSold"),
          },
        ]
      : []),
    ...(can("archive")
      ? [
          {
            id: "archive",
            label: t("archive"),
            icon: <Archive aria-hidden="true" />,
            tone: "danger" as const,
            onSelect: () => setAsked("archive"),
          },
        ]
      : []),
  ];
  return (
    <Card
      id="yayin"
      title={t("publishTitle")}
      actions={<VehicleStatusBadge status={status} />}
      className="scroll-mt-24"
    >
      <p className="text-ink-muted text-sm">{t(`state${status}`)}</p>
      {checked ? (
        <div className="mt-4">
          {gate === undefined ? (
            <div className="flex flex-col gap-2.5" role="status" aria-label={t("checksLoading")}>
              <Skeleton className="h-5 w-2/3" />
              <Skeleton className="h-4 w-full" />
              <Skeleton className="h-4 w-5/6" />
            </div>
          ) : (
            <GateChecks gate={gate} isLive={status === "PUBLISHED"} />
          )}
        </div>
      ) : null}
      <div className="mt-4 flex gap-2">
        {can("publish") ? (
          <Button
            className="flex-1"
            variant={gate?.ok === true ? "accent" : "primary"}
            loading={acts.busy}
            icon={<Rocket aria-hidden="true" />}
            onClick={acts.publish}
          >
            {t(status === "PAUSED" ? "resume" : "publish")}
          </Button>
        ) : null}
        {can("unpublish") ? (
          <Button
            className="flex-1"
            variant="secondary"
            loading={acts.busy}
            icon={<Pause aria-hidden="true" />}
            onClick={acts.unpublish}
          >
            {t(status === "IN_REVIEW" ? "withdraw" : "pause")}
          </Button>
        ) : null}
        {can("restore") ? (
          <Button
            className="flex-1"
            variant="secondary"
            loading={acts.busy}
            icon={<ArchiveRestore aria-hidden="true" />}
            onClick={acts.restore}
          >
            {t("restore")}
          </Button>
        ) : null}
        {status === "RESERVED" ? (
          <Button asChild className="flex-1" variant="secondary">
            <UiLink href="/rezervasyonlar">{t("goReservations")}</UiLink>
          </Button>
        ) : null}
        {more.length === 0 ? null : (
          <DropdownMenu
            items={more}
            trigger={
              <Button
                variant="secondary"
                aria-label={t("moreActions")}
                className="w-11 px-0"
                icon={<Ellipsis aria-hidden="true" />}
              />
            }
          />
        )}
      </div>
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(open) => {
          if (!open) setAsked(null);
        }}
        title={t(asked === "markSold" ? "soldTitle" : "archiveTitle")}
        description={t(asked === "markSold" ? "soldText" : "archiveText")}
        confirmLabel={t(asked ?? "archive")}
        cancelLabel={common("cancel")}
        tone={asked === "archive" ? "danger" : "brand"}
        onConfirm={() => {
          if (asked !== null) acts[asked]();
          setAsked(null);
        }}
      />
    </Card>
  );
}
