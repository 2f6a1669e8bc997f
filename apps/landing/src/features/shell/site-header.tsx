import { Wordmark } from "@oto/ui/brand";
import { Button } from "@oto/ui/button";
import { SkipLink } from "@oto/ui/shell";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { localePath } from "../../i18n/locale";
import { galleryAddress } from "./gallery-address";
import { LanguageLink } from "./language-link";
import { MAIN_LINKS } from "./site-links";
import { SiteMenu } from "./site-menu";
import { ThemeSwitch } from "./theme-switch";

/** Top of every page: the mark, where one can go, the way in. */
export function SiteHeader() {
  const t = useTranslations("common");
  const locale = useLocale();
  const links = MAIN_LINKS.map(({ key, path }) => ({
    label: t(key),
    href: localePath(locale, path),
  }));
  const signIn = { label: t("signIn"), href: galleryAddress("/giris") };
  const register = { label: t("register"), href: localePath(locale, "/kayit") };
  return (
    <header className="sticky top-0 z-40 border-b bg-canvas/90 backdrop-blur-md">
      <SkipLink label={t("skip")} target="main" />
      <div className="mx-auto flex h-16 max-w-7xl items-center gap-2 px-4 sm:px-6">
        <Link
          href={localePath(locale, "/")}
          aria-label={`${t("brand")}, ${t("home")}`}
          className="mr-auto rounded-control lg:mr-4"
        >
          <Wordmark name={t("brand")} />
        </Link>
        <nav aria-label={t("mainNav")} className="mr-auto hidden items-center lg:flex">
          {links.map(({ label, href }) => (
            <Link
              key={href}
              href={href}
              className="inline-flex h-11 items-center rounded-control px-3.5 font-medium text-[0.9375rem] text-ink-muted hover:bg-sunken hover:text-ink"
            >
              {label}
            </Link>
          ))}
        </nav>
        <LanguageLink text={t("otherLanguage")} label={t("otherLanguageLabel")} />
        <ThemeSwitch label={t("theme")} />
        <div className="hidden items-center gap-2 pl-1 lg:flex">
          <Button asChild variant="ghost">
            <a href={signIn.href}>{signIn.label}</a>
          </Button>
          <Button asChild>
            <Link href={register.href}>{register.label}</Link>
          </Button>
        </div>
        <SiteMenu
          labels={{ open: t("menu"), close: t("closeMenu"), nav: t("mainNav") }}
          links={links}
          signIn={signIn}
          register={register}
        />
      </div>
    </header>
  );
}
