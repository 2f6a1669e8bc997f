import { Wordmark } from "@oto/ui/brand";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { localePath } from "../../i18n/locale";
import { galleryAddress } from "./gallery-address";
import { COMPANY_LINKS, LEGAL_LINKS, MAIN_LINKS } from "./site-links";

const LINK = "inline-flex min-h-9 items-center text-ink-muted hover:text-ink hover:underline";

interface FooterLink {
  label: string;
  href: string;
}

/** End of every page. */
export function SiteFooter() {
  const t = useTranslations("common");
  const locale = useLocale();
  const toLinks = (links: typeof MAIN_LINKS | typeof COMPANY_LINKS | typeof LEGAL_LINKS) =>
    links.map(({ key, path }) => ({ label: t(key), href: localePath(locale, path) }));
  return (
    <footer className="mt-16 border-t bg-surface">
      <div className="mx-auto grid max-w-7xl gap-10 px-4 py-12 sm:grid-cols-2 sm:px-6 lg:grid-cols-[1.4fr_1fr_1fr_1fr_1fr]">
        <div className="sm:max-lg:col-span-2">
          <Wordmark name={t("brand")} />
          <p className="mt-3 max-w-64 text-ink-muted text-sm">{t("footerText")}</p>
        </div>
        <FooterColumn title={t("footerPlatform")} links={toLinks(MAIN_LINKS)} />
        <FooterColumn
          title={t("footerDealers")}
          links={[
            { label: t("register"), href: localePath(locale, "/kayit") },
            { label: t("signIn"), href: galleryAddress("/giris") },
          ]}
        />
        <FooterColumn title={t("footerCompany")} links={toLinks(COMPANY_LINKS)} />
        <FooterColumn title={t("footerLegal")} links={toLinks(LEGAL_LINKS)} />
      </div>
      <p className="border-t px-4 py-5 text-center text-ink-subtle text-sm">
        {t("rights", { year: String(new Date().getFullYear()) })}
      </p>
    </footer>
  );
}

function FooterColumn({ title, links }: { title: string; links: readonly FooterLink[] }) {
  return (
    <nav aria-label={title}>
      <p className="font-semibold text-sm">{title}</p>
      <ul className="mt-2 flex flex-col text-[0.9375rem]">
        {links.map(({ label, href }) => (
          <li key={href}>
            {href.startsWith("http") ? (
              <a href={href} className={LINK}>
                {label}
              </a>
            ) : (
              <Link href={href} className={LINK}>
                {label}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
