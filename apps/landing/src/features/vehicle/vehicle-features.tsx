import { FEATURE_GROUPS, featuresOf } from "@oto/domain";
import { Card } from "@oto/ui/display";
import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

/** What the vehicle has, by group. */
export function VehicleFeatures({ codes }: { codes: readonly string[] }) {
  const t = useTranslations("vehicle");
  const labels = useTranslations("domain");
  const locale = useLocale();
  const groups = FEATURE_GROUPS.map((group) => ({
    group,
    features: featuresOf(group).filter(({ code }) => codes.includes(code)),
  })).filter(({ features }) => features.length > 0);
  if (groups.length === 0) return null;
  return (
    <Card title={t("features")}>
      <div className="flex flex-col gap-5">
        {groups.map(({ group, features }) => (
          <section key={group}>
            <h3 className="mb-2 font-semibold text-sm">{labels(`featureGroup.${group}`)}</h3>
            <ul className="grid gap-x-6 gap-y-1.5 text-[0.9375rem] text-ink-muted sm:grid-cols-2 lg:grid-cols-3">
              {features.map((feature) => (
                <li key={feature.code} className="flex items-start gap-2">
                  <Check aria-hidden="true" className="mt-1 size-4 shrink-0 text-success-strong" />
                  {feature[locale]}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  );
}
