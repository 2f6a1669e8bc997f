"use client";

import { UiLink } from "@oto/ui";
import { CircleAlert, CircleCheck, Info } from "lucide-react";
import { useTranslations } from "next-intl";
import { gateLink } from "./gate-links";
import type { GateCheckView, GateView } from "./vehicle-view";

function CheckRow({ check }: { check: GateCheckView }) {
  const t = useTranslations("vehicle");
  const blocks = check.severity === "BLOCK";
  const href = gateLink(check.rule);
  return (
    <li className="flex gap-2.5 py-2.5">
      {blocks ? (
        <CircleAlert aria-hidden="true" className="mt-0.5 size-4.5 shrink-0 text-danger-strong" />
      ) : (
        <Info aria-hidden="true" className="mt-0.5 size-4.5 shrink-0 text-warn-strong" />
      )}
      <div className="min-w-0 flex-1 text-sm">
        <p className="font-medium text-ink">{check.message}</p>
        {check.fix === null ? null : <p className="text-ink-muted">{check.fix}</p>}
      </div>
      {href === null ? null : (
        <UiLink
          href={href}
          aria-label={`${t("fixLink")}: ${check.message}`}
          className="-my-1 grid min-h-9 shrink-0 place-items-center self-center rounded-control px-2.5 font-medium text-brand-strong text-sm hover:bg-sunken pointer-coarse:min-h-11"
        >
          {t("fixLink")}
        </UiLink>
      )}
    </li>
  );
}

interface GateChecksProps {
  gate: GateView;
  /** On the market already. */
  isLive: boolean;
}

/** What still stands between the vehicle and the market, each with the way to mend it. */
export function GateChecks({ gate, isLive }: GateChecksProps) {
  const t = useTranslations("vehicle");
  const fine = t(isLive ? "checksFine" : "checksReady");
  const failed = gate.checks.filter((check) => !check.ok);
  const blocking = failed.filter((check) => check.severity === "BLOCK");
  const advice = failed.filter((check) => check.severity === "WARN");
  const passed = gate.checks.filter((check) => check.ok);
  return (
    <div>
      <p
        role="status"
        className={`flex items-center gap-2 font-semibold ${gate.ok ? "text-success-strong" : "text-danger-strong"}`}
      >
        {gate.ok ? (
          <CircleCheck aria-hidden="true" className="size-5" />
        ) : (
          <CircleAlert aria-hidden="true" className="size-5" />
        )}
        {gate.ok ? fine : t("checksBlocked", { count: blocking.length })}
      </p>
      {blocking.length === 0 ? null : (
        <ul aria-label={t("blocking")} className="mt-1 divide-y">
          {blocking.map((check) => (
            <CheckRow key={check.rule} check={check} />
          ))}
        </ul>
      )}
      {advice.length === 0 ? null : (
        <details className="mt-2 border-t pt-1">
          <summary className="flex min-h-10 items-center text-ink-muted text-sm">
            {t("checksWarn", { count: advice.length })}
          </summary>
          <ul aria-label={t("advice")} className="divide-y">
            {advice.map((check) => (
              <CheckRow key={check.rule} check={check} />
            ))}
          </ul>
        </details>
      )}
      {passed.length === 0 ? null : (
        <details className="border-t pt-1">
          <summary className="flex min-h-10 items-center text-ink-muted text-sm">
            {t("checksPassed", { count: passed.length })}
          </summary>
          <ul className="flex flex-col gap-1 pb-1 text-ink-muted text-sm">
            {passed.map((check) => (
              <li key={check.rule} className="flex gap-2">
                <CircleCheck
                  aria-hidden="true"
                  className="mt-0.5 size-4 shrink-0 text-success-strong"
                />
                {check.message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
