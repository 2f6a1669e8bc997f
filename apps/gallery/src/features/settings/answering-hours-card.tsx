"use client";

import type { Weekday } from "@oto/domain";
import { WEEKDAYS } from "@oto/domain";
import { Button, Callout, Card, Checkbox, Input, Switch } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Stretch, WeekForm } from "./answering-hours-form";
import { hoursOf, usualWeek, weekOf, withBreak, withDay } from "./answering-hours-form";
import type { GalleryView } from "./use-gallery-update";
import { useGalleryUpdate } from "./use-gallery-update";

interface AnsweringHoursCardProps {
  gallery: GalleryView;
  mayUpdate: boolean;
}

/** When the gallery answers offers: the clock of a proposal waits for these hours. */
export function AnsweringHoursCard({ gallery, mayUpdate }: AnsweringHoursCardProps) {
  const t = useTranslations("settings.answering");
  const { isPending, mutate } = useGalleryUpdate();
  const stored = gallery.answeringHours;
  const [week, setWeek] = useState<WeekForm | null>(() => stored && weekOf(stored));
  const key = JSON.stringify(stored);
  // What somebody else has changed meanwhile replaces what stands here.
  useEffect(() => {
    const now: GalleryView["answeringHours"] = JSON.parse(key);
    setWeek(now && weekOf(now));
  }, [key]);
  const hours = week === null ? null : hoursOf(week);
  const changed = week !== null && JSON.stringify(hours) !== key;
  return (
    <Card title={t("title")} description={t("text")}>
      <Switch
        label={t("always")}
        description={t("alwaysText")}
        checked={week === null}
        disabled={!mayUpdate}
        onCheckedChange={(always) => {
          setWeek(always ? null : usualWeek());
          if (always && stored !== null) mutate({ answeringHours: null });
        }}
      />
      {week === null ? null : (
        <>
          <ul className="mt-3 divide-y border-y">
            {WEEKDAYS.map((day) => (
              <DayRow key={day} day={day} week={week} setWeek={setWeek} disabled={!mayUpdate} />
            ))}
          </ul>
          {hours === null ? (
            <Callout tone="warn" role="alert" className="mt-3">
              {t("invalid")}
            </Callout>
          ) : null}
          <Button
            className="mt-4"
            loading={isPending}
            disabled={!mayUpdate || hours === null || !changed}
            onClick={() => mutate({ answeringHours: hours })}
          >
            {t("save")}
          </Button>
        </>
      )}
    </Card>
  );
}

interface DayRowProps {
  day: Weekday;
  week: WeekForm;
  setWeek: (week: WeekForm) => void;
  disabled: boolean;
}

function DayRow({ day, week, setWeek, disabled }: DayRowProps) {
  const t = useTranslations("settings.answering");
  const name = t(`days.${day}`);
  const stretches = week[day];
  const setStretch = (index: number, part: Partial<Stretch>) => {
    const next = stretches.map((each, at) => (at === index ? { ...each, ...part } : each));
    setWeek({ ...week, [day]: next });
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
      <Checkbox
        label={name}
        checked={stretches.length > 0}
        disabled={disabled}
        onCheckedChange={(open) => setWeek(withDay(week, day, open))}
        className="w-36"
      />
      {stretches.length === 0 ? (
        <span className="text-ink-subtle text-sm">{t("closed")}</span>
      ) : (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {stretches.map((stretch, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place in the day
            <div key={index} className="flex items-center gap-1.5">
              {(["from", "to"] as const).map((end) => (
                <Input
                  key={end}
                  type="time"
                  step={900}
                  aria-label={t(`${end}Of`, { day: name, number: index + 1 })}
                  value={stretch[end]}
                  disabled={disabled}
                  onChange={(event) => setStretch(index, { [end]: event.target.value })}
                  className="w-30"
                />
              ))}
            </div>
          ))}
          <Checkbox
            label={
              <>
                {t("break")}
                <span className="sr-only"> ({name})</span>
              </>
            }
            checked={stretches.length > 1}
            disabled={disabled}
            onCheckedChange={(broken) => setWeek(withBreak(week, day, broken))}
          />
        </div>
      )}
    </li>
  );
}
