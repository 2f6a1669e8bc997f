"use client";

import { formatPhone } from "@oto/domain";
import { Avatar, Badge, Card } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { GalleryDetail } from "./gallery-detail";

/** Who belongs to the gallery, the owner first, and how to reach them. */
export function PeopleCard({ members }: { members: GalleryDetail["members"] }) {
  const t = useTranslations("review");
  const domain = useTranslations("domain");
  const { day, instant } = useFormats();
  return (
    <Card title={t("peopleTitle")}>
      {members.length === 0 ? <p className="text-ink-muted">{t("noPeople")}</p> : null}
      <ul className="flex flex-col gap-4">
        {members.map((person) => (
          <li key={person.userId} className="flex gap-3">
            <span aria-hidden="true">
              <Avatar name={`${person.firstName} ${person.lastName}`} />
            </span>
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 font-medium text-ink">
                {person.firstName} {person.lastName}
                <Badge tone={person.role === "OWNER" ? "brand" : "neutral"}>
                  {domain(`galleryRole.${person.role}`)}
                </Badge>
              </p>
              <p className="break-words text-sm">
                <a
                  href={`mailto:${person.email}`}
                  className="inline-flex min-h-6 items-center text-brand-strong underline"
                >
                  {person.email}
                </a>
              </p>
              {person.phone === null ? null : (
                <p className="text-sm">
                  <a
                    href={`tel:${person.phone}`}
                    className="inline-flex min-h-6 items-center text-brand-strong underline"
                  >
                    {formatPhone(person.phone)}
                  </a>
                </p>
              )}
              <p className="text-ink-subtle text-sm">
                {t("joined", { date: day(person.joinedAt) })} ·{" "}
                {person.lastSeenAt === null
                  ? t("neverSeen")
                  : t("lastSeen", { date: instant(person.lastSeenAt) })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
