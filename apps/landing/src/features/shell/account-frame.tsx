import { Wordmark } from "@oto/ui/brand";
import { AuthShell } from "@oto/ui/shell";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { localePath } from "../../i18n/locale";
import { LanguageLink } from "./language-link";
import { ThemeSwitch } from "./theme-switch";

interface AccountFrameProps {
  title: string;
  description: string;
  aside: ReactNode;
  footer?: ReactNode;
  width?: "normal" | "wide";
  children: ReactNode;
}

/** The frame of registration and password reset. */
export function AccountFrame({
  title,
  description,
  aside,
  footer,
  width = "normal",
  children,
}: AccountFrameProps) {
  const t = useTranslations("common");
  const locale = useLocale();
  return (
    <AuthShell
      brand={
        <Link href={localePath(locale, "/")} aria-label={`${t("brand")}, ${t("home")}`}>
          <Wordmark name={t("brand")} />
        </Link>
      }
      title={title}
      description={description}
      aside={aside}
      topEnd={
        <>
          <LanguageLink text={t("otherLanguage")} label={t("otherLanguageLabel")} />
          <ThemeSwitch label={t("theme")} />
        </>
      }
      footer={footer}
      skipLabel={t("skip")}
      width={width}
    >
      {children}
    </AuthShell>
  );
}
