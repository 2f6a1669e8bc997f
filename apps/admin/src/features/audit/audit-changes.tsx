"use client";

import { useTranslations } from "next-intl";
import { changedFields } from "./changed-fields";

interface AuditChangesProps {
  before: unknown;
  after: unknown;
}

/** Field by field, what was and what is. */
export function AuditChanges({ before, after }: AuditChangesProps) {
  const t = useTranslations("audit");
  const changes = changedFields(before, after);
  if (changes.length === 0) return <p className="text-ink-muted text-sm">{t("nothing")}</p>;
  return (
    <div>
      <h3 className="font-medium text-ink">{t("changed")}</h3>
      <table className="mt-2 w-full table-fixed text-left text-sm">
        <thead className="text-ink-muted">
          <tr>
            <th scope="col" className="py-1.5 pr-3 font-medium">
              {t("field")}
            </th>
            <th scope="col" className="py-1.5 pr-3 font-medium">
              {t("before")}
            </th>
            <th scope="col" className="py-1.5 font-medium">
              {t("after")}
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.field} className="border-t align-top">
              <th scope="row" className="break-words py-2 pr-3 font-mono font-normal text-xs">
                {change.field}
              </th>
              <td className="break-words py-2 pr-3 text-ink-muted">{change.before ?? "–"}</td>
              <td className="break-words py-2 font-medium text-ink">{change.after ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
