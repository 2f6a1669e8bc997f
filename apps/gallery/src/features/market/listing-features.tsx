"use client";

import { FEATURE_GROUPS, featuresOf } from "@oto/domain";
import { Card } from "@oto/ui";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";

/** The equipment, by groups. */
export function ListingFeatures({ features }: { features: readonly string[] }) {
  const t = useTranslations("market");
  const domain = useTranslations("domain");
  const groups = FEATURE_GROUPS.map((group) => ({
    group,
    codes: featuresOf(group)
      .map(({ code }) => code)
      .filter((code) => features.includes(code)),
  })).filter(({ codes }) => codes.length > 0);
  if (groups.length === 0) return null;
  return (
    <Card title={t("features")}>
      <div className="grid gap-5 sm:grid-cols-2">
        {groups.map(({ group, codes }) => (
          <div key={group}>
            <h3 className="mb-1.5 font-medium text-ink-muted text-sm">
              {domain(`featureGroup.${group}`)}
            </h3>
            <ul className="flex flex-col gap-1">
              {codes.map((code) => (
                <li key={code} className="flex items-start gap-2 text-[0.9375rem]">
                  <Check aria-hidden="true" className="mt-1 size-4 shrink-0 text-success-strong" />
                  {domain(`feature.${code}`)}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Card>
  );
}
