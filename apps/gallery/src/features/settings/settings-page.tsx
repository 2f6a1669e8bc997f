"use client";

import { Callout, PageHeader, Skeleton, Tabs } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { PrivacySettings } from "../privacy/privacy-settings";
import { EmailCard } from "../security/email-card";
import { PhoneCard } from "../security/phone-card";
import { SecondFactorCard } from "../security/second-factor-card";
import { SignOutEverywhere } from "../security/sign-out-everywhere";
import { usePermission } from "../session/session-provider";
import { TeamSettings } from "../team/team-settings";
import { AccountSettings } from "./account-settings";
import { PasswordForm } from "./password-form";
import { ProfileForm } from "./profile-form";
import { SessionList } from "./session-list";
import { TradeSettings } from "./trade-settings";

const TABS = ["profil", "ticaret", "ekip", "hesap", "guvenlik", "gizlilik"] as const;
const LABELS = {
  profil: "tabProfile",
  ticaret: "tabTrade",
  ekip: "tabTeam",
  hesap: "tabAccount",
  guvenlik: "tabSecurity",
  gizlilik: "tabPrivacy",
} as const;

/** Everything a gallery and its people set for themselves. */
export function SettingsPage({ landing }: { landing: string }) {
  const t = useTranslations("settings");
  const [tab, setTab] = useQueryState("bolum", parseAsStringLiteral(TABS).withDefault("profil"));
  const contents = {
    profil: <GalleryPart part="profil" landing={landing} />,
    ticaret: <GalleryPart part="ticaret" landing={landing} />,
    ekip: <TeamSettings />,
    hesap: <AccountSettings />,
    guvenlik: (
      <div className="flex flex-col gap-5">
        <SecondFactorCard />
        <PhoneCard />
        <EmailCard />
        <PasswordForm />
        <SessionList />
        <SignOutEverywhere />
      </div>
    ),
    gizlilik: <PrivacySettings landing={landing} />,
  };
  const mayReadTeam = usePermission("staff:read");
  const tabs = TABS.filter((id) => id !== "ekip" || mayReadTeam);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("title")} />
      <Tabs
        label={t("tabs")}
        value={tab}
        onValueChange={(id) => void setTab(TABS.find((name) => name === id) ?? null)}
        items={tabs.map((id) => ({ id, label: t(LABELS[id]), content: contents[id] }))}
      />
    </div>
  );
}

function GalleryPart({ part, landing }: { part: "profil" | "ticaret"; landing: string }) {
  const t = useTranslations("settings");
  const { gallery } = useTRPC();
  const mayUpdate = usePermission("gallery:update");
  const query = useQuery(gallery.me.queryOptions());
  if (query.data === undefined) {
    return query.isError ? (
      <QueryError error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <div className="flex flex-col gap-5">
        <Skeleton className="h-72 rounded-card" />
        <Skeleton className="h-48 rounded-card" />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-5">
      {mayUpdate ? null : <Callout tone="info">{t("noPermission")}</Callout>}
      {part === "profil" ? (
        <ProfileForm gallery={query.data} mayUpdate={mayUpdate} />
      ) : (
        <TradeSettings gallery={query.data} mayUpdate={mayUpdate} landing={landing} />
      )}
    </div>
  );
}
