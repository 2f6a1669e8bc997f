"use client";

import { formatPhone } from "@oto/domain";
import { Button, Card, Skeleton, SpecList, UiLink } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { GalleryStatusBadge } from "../labels/gallery-status-badge";
import { usePermission } from "../session/session-provider";

/** Beside a talk: the gallery that asks. */
export function CaseGallery({ galleryId }: { galleryId: string }) {
  const t = useTranslations("support");
  const common = useTranslations("common");
  const { admin } = useTRPC();
  const mayRead = usePermission("gallery:list");
  const { data, error, isError, refetch } = useQuery(
    admin.galleries.get.queryOptions({ galleryId }, { enabled: mayRead }),
  );
  if (!mayRead) return null;
  if (isError) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-64 rounded-card" />;
  const { gallery, members } = data;
  const owner = members.find(({ role }) => role === "OWNER");
  return (
    <Card title={gallery.name} actions={<GalleryStatusBadge status={gallery.status} />}>
      <SpecList
        items={[
          { label: t("place"), value: `${gallery.district}, ${gallery.provinceName}` },
          { label: t("licenceNo"), value: gallery.licenceNo },
          {
            label: t("owner"),
            value: owner ? `${owner.firstName} ${owner.lastName}` : common("unknown"),
          },
          {
            label: t("phone"),
            value: gallery.phone ? (
              <a href={`tel:${gallery.phone}`} className="text-brand-strong underline">
                {formatPhone(gallery.phone)}
              </a>
            ) : (
              common("unknown")
            ),
          },
        ]}
      />
      <Button asChild variant="secondary" size="sm" className="mt-4">
        <UiLink href={`/kayitlar/${galleryId}`}>{t("toGallery")}</UiLink>
      </Button>
    </Card>
  );
}
