"use client";

import { Button, toast } from "@oto/ui";
import { Share2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { shareAddress } from "./share-address";

/** Hands the address of this page on: by the device's own sheet, or into the clipboard. */
export function ShareButton({ title }: { title: string }) {
  const t = useTranslations("share");
  const share = async () => {
    const outcome = await shareAddress({ title, url: window.location.href });
    if (outcome === "copied") toast.success(t("copied"));
    if (outcome === "failed") toast.error(t("failed"));
  };
  return (
    <Button variant="secondary" icon={<Share2 aria-hidden="true" />} onClick={() => void share()}>
      {t("share")}
    </Button>
  );
}
