import { Button } from "@oto/ui/button";
import { ArrowRight, CarFront, Handshake, ScanSearch, ShieldCheck } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { localePath } from "../../i18n/locale";
import type { InfoSection } from "../info/load-info";
import { QuestionList } from "../info/question-list";
import { VehicleCard } from "../vehicle/vehicle-card";
import type { HomeMarket } from "./load-home";

const STEPS = ["a", "b", "c", "d"] as const;
const POINTS = [
  { id: "a", Icon: CarFront },
  { id: "b", Icon: ScanSearch },
  { id: "c", Icon: Handshake },
  { id: "d", Icon: ShieldCheck },
] as const;

/** The newest vehicles. */
export function Featured({ vehicles }: { vehicles: HomeMarket["newest"] }) {
  const t = useTranslations("home");
  const locale = useLocale();
  if (vehicles.length === 0) return null;
  return (
    <section aria-labelledby="featured" className="mt-14">
      <div className="mb-5 flex items-center justify-between gap-4">
        <h2 id="featured" className="text-headline">
          {t("featured")}
        </h2>
        <Button asChild variant="ghost">
          <Link href={localePath(locale, "/araclar")}>
            {t("allVehicles")}
            <ArrowRight aria-hidden="true" />
          </Link>
        </Button>
      </div>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {vehicles.map((vehicle) => (
          <li key={vehicle.vehicleId} className="flex *:flex-1">
            <VehicleCard vehicle={vehicle} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A way into the market by the shape of the car. */
export function Bodies({ bodies }: { bodies: HomeMarket["bodies"] }) {
  const t = useTranslations("home");
  const locale = useLocale();
  if (bodies.length === 0) return null;
  return (
    <section aria-labelledby="bodies" className="mt-14">
      <h2 id="bodies" className="mb-4 text-title">
        {t("bodies")}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {bodies.map(({ value, label, count }) => (
          <li key={value}>
            <Link
              href={`${localePath(locale, "/araclar")}?kasa=${value}`}
              className="inline-flex min-h-11 items-center gap-2 rounded-full border bg-surface px-4 font-medium shadow-card hover:border-control"
            >
              {label}
              <span className="font-normal text-ink-subtle text-sm">
                {t("bodyCount", { count })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** From a phone number to a deal. */
export function HowItWorks() {
  const t = useTranslations("home");
  return (
    <section aria-labelledby="how" className="mt-20">
      <h2 id="how" className="text-headline">
        {t("how")}
      </h2>
      <p className="mt-2 text-ink-muted text-lg">{t("howText")}</p>
      <ol className="mt-8 grid gap-6 sm:grid-cols-2 lg:grid-cols-4">
        {STEPS.map((id, index) => (
          <li key={id} className="border-brand border-t-2 pt-5">
            <span className="font-[640] text-3xl text-brand-strong tracking-[-0.03em]">
              {index + 1}
            </span>
            <h3 className="mt-2 text-heading">{t(`steps.${id}.title`)}</h3>
            <p className="mt-1.5 text-ink-muted">{t(`steps.${id}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Why dealers use it. */
export function ForDealers() {
  const t = useTranslations("home");
  return (
    <section aria-labelledby="dealers" className="mt-20">
      <h2 id="dealers" className="text-headline">
        {t("dealers")}
      </h2>
      <p className="mt-2 text-ink-muted text-lg">{t("dealersText")}</p>
      <ul className="mt-8 grid gap-4 sm:grid-cols-2">
        {POINTS.map(({ id, Icon }) => (
          <li key={id} className="flex gap-4 rounded-card border bg-surface p-6 shadow-card">
            <span className="grid size-11 shrink-0 place-items-center rounded-control bg-brand-soft text-brand-strong">
              <Icon aria-hidden="true" className="size-5.5" />
            </span>
            <div>
              <h3 className="text-heading">{t(`points.${id}.title`)}</h3>
              <p className="mt-1 text-ink-muted">{t(`points.${id}.text`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The first questions people have. */
export function Questions({ questions }: { questions: readonly InfoSection[] }) {
  const t = useTranslations("home");
  const locale = useLocale();
  return (
    <section aria-labelledby="faq" className="mt-20 grid gap-6 lg:grid-cols-[1fr_2fr]">
      <div>
        <h2 id="faq" className="text-headline">
          {t("faq")}
        </h2>
        <Button asChild variant="link" className="mt-3">
          <Link href={localePath(locale, "/sss")}>{t("allQuestions")}</Link>
        </Button>
      </div>
      <QuestionList questions={questions} />
    </section>
  );
}
