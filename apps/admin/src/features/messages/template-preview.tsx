"use client";

import { Callout } from "@oto/ui";
import { useTranslations } from "next-intl";
import type { TemplatePreview } from "./message-views";

/** How a text will look with sample values, and what keeps it from being saved. */
export function TemplatePreviewBox({ preview }: { preview: TemplatePreview }) {
  const t = useTranslations("messages");
  const { problems, smsParts, text } = preview;
  return (
    <section aria-label={t("preview")} className="flex flex-col gap-3">
      <h3 className="font-semibold">{t("preview")}</h3>
      <div className="whitespace-pre-wrap break-words rounded-card border bg-sunken p-4 text-[0.9375rem]">
        {text.subject === null ? null : <p className="mb-2 font-semibold">{text.subject}</p>}
        {text.body}
      </div>
      {smsParts === null ? null : (
        <p className="text-ink-muted text-sm">{t("parts", { count: smsParts })}</p>
      )}
      {problems.length > 0 ? (
        <Callout tone="danger" title={t("problemsTitle")} role="status">
          <ul className="list-disc pl-5">
            {problems.map(({ field, kind, what }) => (
              <li key={`${field} ${kind} ${what ?? ""}`}>
                {t(`problems.${kind}`, { what: what ?? "" })}
              </li>
            ))}
          </ul>
        </Callout>
      ) : null}
    </section>
  );
}
