import type { Permission } from "@oto/domain";
import { NoPermissionState } from "@oto/ui";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { loadMe } from "./load-me";

interface GuardedProps {
  permission: Permission;
  children: ReactNode;
}

/** A page for those who may; the API refuses all others anyway, here they are told why. */
export async function Guarded({ permission, children }: GuardedProps) {
  const [me, t] = await Promise.all([loadMe(), getTranslations("common")]);
  if (me.permissions.includes(permission)) return children;
  return (
    <>
      <h1 className="sr-only">{t("tagline")}</h1>
      <NoPermissionState
        size="page"
        title={t("noPermissionTitle")}
        description={t("noPermissionText")}
      />
    </>
  );
}
