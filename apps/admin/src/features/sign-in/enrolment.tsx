"use client";

import { IconButton, toast } from "@oto/ui";
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { QrCode } from "./qr-code";

interface EnrolmentProps {
  secret: string;
  otpauthUrl: string;
}

/** What an authenticator app is set up with: a picture to scan, a key to type. */
export function Enrolment({ secret, otpauthUrl }: EnrolmentProps) {
  const t = useTranslations("signIn");
  const grouped = secret.match(/.{1,4}/g)?.join(" ") ?? secret;
  return (
    <div>
      <h2 className="text-heading">{t("enrolTitle")}</h2>
      <p className="mt-1 text-ink-muted">{t("enrolText")}</p>
      <div className="mt-4 flex flex-col items-center gap-4 rounded-card border bg-surface p-5 shadow-card">
        <QrCode text={otpauthUrl} label={t("qr")} />
        <div className="w-full">
          <p className="text-ink-muted text-sm">{t("secret")}</p>
          <div className="mt-1.5 flex items-center gap-2 rounded-control bg-sunken py-1 pr-1 pl-3">
            <code data-testid="totp-secret" className="min-w-0 flex-1 break-words text-sm">
              {grouped}
            </code>
            <IconButton
              label={t("copySecret")}
              size="sm"
              icon={<Copy aria-hidden="true" className="size-4.5" />}
              onClick={() =>
                void navigator.clipboard
                  .writeText(secret)
                  .then(() => toast.success(t("secretCopied")))
              }
            />
          </div>
        </div>
      </div>
    </div>
  );
}
