"use client";

import { Card, EmptyState, PageHeader } from "@oto/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { LifeBuoy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { PagedList } from "../offers/paged-list";
import { CaseRow } from "./case-row";
import { OpenCase } from "./open-case";

/** Where a dealer asks the platform: a new question, and those that were asked. */
export function SupportPage() {
  const t = useTranslations("support");
  const { support } = useTRPC();
  const query = useInfiniteQuery(
    support.list.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor }),
  );
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Card title={t("newTitle")} description={t("newText")}>
          <OpenCase />
        </Card>
        <Card title={t("casesTitle")} padding="flush">
          <PagedList
            query={query}
            items={items}
            itemId={(item) => item.caseId}
            renderItem={(item) => <CaseRow item={item} />}
            label={t("casesTitle")}
            className="divide-y px-2 pb-2"
            empty={
              <EmptyState
                icon={<LifeBuoy aria-hidden="true" />}
                title={t("none")}
                description={t("noneText")}
              />
            }
          />
        </Card>
      </div>
    </>
  );
}
