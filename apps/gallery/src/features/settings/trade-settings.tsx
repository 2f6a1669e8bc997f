"use client";

import { Button, Card, Switch } from "@oto/ui";
import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { AnsweringHoursCard } from "./answering-hours-card";
import type { GalleryView } from "./use-gallery-update";
import { useGalleryUpdate } from "./use-gallery-update";
import { WatermarkCard } from "./watermark-card";

interface TradeSettingsProps {
  gallery: GalleryView;
  mayUpdate: boolean;
  /** The public site, without a slash at the end. */
  landing: string;
}

/** Who sees the vehicles, what happens to low offers, how photos are marked. */
export function TradeSettings({ gallery, mayUpdate, landing }: TradeSettingsProps) {
  const t = useTranslations("settings");
  const { mutate } = useGalleryUpdate();
  return (
    <div className="flex flex-col gap-5">
      <Card title={t("publicTitle")}>
        <Switch
          label={t("publicListing")}
          description={t("publicListingText")}
          checked={gallery.publicListing}
          disabled={!mayUpdate}
          onCheckedChange={(publicListing) => mutate({ publicListing })}
        />
        {gallery.publicListing ? (
          <Button asChild variant="secondary" size="sm" className="mt-3">
            <a href={`${landing}/galeri/${gallery.slug}`} target="_blank" rel="noopener">
              <ExternalLink aria-hidden="true" />
              {t("publicPage")}
            </a>
          </Button>
        ) : null}
      </Card>
      <Card title={t("declineTitle")}>
        <Switch
          label={t("autoDecline")}
          description={t("autoDeclineText")}
          checked={gallery.autoDecline}
          disabled={!mayUpdate}
          onCheckedChange={(autoDecline) => mutate({ autoDecline })}
        />
      </Card>
      <AnsweringHoursCard gallery={gallery} mayUpdate={mayUpdate} />
      <WatermarkCard gallery={gallery} mayUpdate={mayUpdate} />
    </div>
  );
}
