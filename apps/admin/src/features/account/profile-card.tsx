"use client";

import { Badge, Card, SpecList } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useMe } from "../session/session-provider";

/** Who is signed in, as what, and whether a second step protects the account. */
export function ProfileCard() {
  const t = useTranslations("account");
  const domain = useTranslations("domain");
  const { user } = useMe();
  return (
    <Card title={t("profile")}>
      <SpecList
        items={[
          { label: t("name"), value: `${user.firstName} ${user.lastName}` },
          { label: t("email"), value: <span className="break-all">{user.email}</span> },
          ...(user.platformRole === null
            ? []
            : [{ label: t("role"), value: domain(`platformRole.${user.platformRole}`) }]),
          {
            label: t("totp"),
            value: (
              <Badge tone={user.totpEnabled ? "success" : "warn"} dot>
                {t(user.totpEnabled ? "totpOn" : "totpOff")}
              </Badge>
            ),
          },
        ]}
      />
    </Card>
  );
}
