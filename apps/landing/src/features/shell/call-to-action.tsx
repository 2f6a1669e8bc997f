import { Button } from "@oto/ui/button";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { localePath } from "../../i18n/locale";

/** The way in, at the end of a page. */
export function CallToAction() {
  const t = useTranslations("home");
  const locale = useLocale();
  return (
    <section className="brand-scene mt-16 rounded-sheet px-6 py-12 text-center sm:px-12 sm:py-16">
      <h2 className="text-headline">{t("ctaTitle")}</h2>
      <p className="mx-auto mt-3 max-w-xl text-lg opacity-90">{t("ctaText")}</p>
      <div className="mt-7 flex flex-wrap justify-center gap-3">
        <Button asChild size="lg" variant="accent">
          <Link href={localePath(locale, "/kayit")}>{t("cta")}</Link>
        </Button>
        <Button
          asChild
          size="lg"
          variant="ghost"
          className="border border-white/35 text-white hover:bg-white/10 hover:text-white"
        >
          <Link href={localePath(locale, "/nasil-calisir")}>{t("ctaSecond")}</Link>
        </Button>
      </div>
    </section>
  );
}
