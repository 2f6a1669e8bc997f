"use client";

import type { AppRouter } from "@oto/api";
import { Badge, Button, Card, Progress, toast } from "@oto/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { useFormats } from "../labels/use-formats";
import { usePermission } from "../session/session-provider";

type DataRequest = inferRouterOutputs<AppRouter>["kvkk"]["requests"]["items"][number];

/** How often a running export is asked about, ms. */
const POLL_MS = 1_500;
const running = ({ kind, status }: DataRequest) =>
  kind !== "ERASE_PERSON" && (status === "PENDING" || status === "RUNNING");

/** Copies of one's data: asked for, made, fetched. */
export function DataRequests() {
  const t = useTranslations("privacy");
  const { kvkk } = useTRPC();
  const queries = useQueryClient();
  const mayExportGallery = usePermission("gallery:export");
  const query = useQuery(
    kvkk.requests.queryOptions(undefined, {
      refetchInterval: ({ state }) => (state.data?.items.some(running) ? POLL_MS : false),
    }),
  );
  const options = {
    onSuccess: () => void toast.success(t("exportAsked")),
    onError: useErrorToast(),
    onSettled: () => queries.invalidateQueries(kvkk.requests.queryFilter()),
  };
  const own = useMutation(kvkk.requestExport.mutationOptions(options));
  const gallery = useMutation(kvkk.requestGalleryExport.mutationOptions(options));
  return (
    <Card title={t("exports")} description={t("exportsText")}>
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" loading={own.isPending} onClick={() => own.mutate()}>
          {t("exportOwn")}
        </Button>
        {mayExportGallery ? (
          <Button variant="secondary" loading={gallery.isPending} onClick={() => gallery.mutate()}>
            {t("exportGallery")}
          </Button>
        ) : null}
      </div>
      <ul className="mt-4 flex flex-col divide-y">
        {query.data?.items.map((request) => (
          <RequestRow key={request.requestId} request={request} />
        ))}
      </ul>
    </Card>
  );
}

function RequestRow({ request }: { request: DataRequest }) {
  const t = useTranslations("privacy");
  const { kvkk } = useTRPC();
  const formats = useFormats();
  const download = useMutation(
    kvkk.download.mutationOptions({
      onSuccess: ({ url }) => window.location.assign(url),
      onError: useErrorToast(),
    }),
  );
  const { requestId, kind, status, note } = request;
  const facts = [
    t("askedAt", { date: formats.instant(request.createdAt) }),
    status === "PENDING" && kind === "ERASE_PERSON"
      ? t("dueAt", { date: formats.instant(request.dueAt) })
      : "",
    request.expiresAt && status === "READY"
      ? t("keptUntil", { date: formats.instant(request.expiresAt) })
      : "",
    note ?? "",
  ];
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {t(`request.${kind}`)}
          <Badge tone={status === "READY" || status === "DONE" ? "success" : "neutral"}>
            {t(`status.${status}`)}
          </Badge>
        </p>
        <p className="text-ink-muted text-sm">{facts.filter(Boolean).join(" · ")}</p>
        {running(request) ? (
          <Progress className="mt-2" value={request.progress} label={t("progress")} />
        ) : null}
      </div>
      {status === "READY" ? (
        <Button
          size="sm"
          loading={download.isPending}
          onClick={() => download.mutate({ requestId })}
        >
          <Download aria-hidden="true" />
          {t("download")}
        </Button>
      ) : null}
    </li>
  );
}
