"use client";

import type { AppRouter } from "@oto/api";
import type { PlatformRole } from "@oto/domain";
import { PLATFORM_ROLES } from "@oto/domain";
import type { DataColumn } from "@oto/ui";
import { Badge, Button, Card, ConfirmDialog, DataTable, PageHeader, Select, toast } from "@oto/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { useErrorToast } from "../form/use-error-text";
import { useFormats } from "../labels/use-formats";
import { NewPlatformUser } from "./new-platform-user";

type PlatformUser = inferRouterOutputs<AppRouter>["admin"]["users"]["list"]["items"][number];

const toRole = (value: string): PlatformRole | null =>
  PLATFORM_ROLES.find((role) => role === value) ?? null;

/** The platform's own staff: who they are, what they may do, whether a second step protects them. */
export function PlatformUsers() {
  const t = useTranslations("staff");
  const trpc = useTRPC();
  const { instant } = useFormats();
  const query = useQuery(trpc.admin.users.list.queryOptions());
  const columns = useMemo(
    (): DataColumn<PlatformUser>[] => [
      {
        id: "person",
        header: t("person"),
        cell: (row) => (
          <div className="min-w-0">
            <p className="font-medium">
              {row.firstName} {row.lastName} {row.self ? <Badge>{t("you")}</Badge> : null}
            </p>
            <p className="break-all text-ink-muted text-sm">{row.email}</p>
          </div>
        ),
      },
      { id: "role", header: t("role"), cell: (row) => <RoleCell user={row} /> },
      {
        id: "totp",
        header: t("factor"),
        from: "md",
        cell: (row) => (
          <Badge tone={row.totpEnabled ? "success" : "warn"} dot>
            {t(row.totpEnabled ? "factorOn" : "factorOff")}
          </Badge>
        ),
      },
      {
        id: "seen",
        header: t("seen"),
        from: "lg",
        cell: (row) => (row.lastSeenAt === null ? t("never") : instant(row.lastSeenAt)),
      },
      {
        id: "actions",
        header: t("actions"),
        hideHeader: true,
        align: "end",
        cell: (row) => (row.self ? null : <UserActions user={row} />),
      },
    ],
    [t, instant],
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={<NewPlatformUser />} />
      <Card padding="flush">
        {query.error !== null && query.data === undefined ? (
          <QueryError error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <DataTable
            caption={t("title")}
            columns={columns}
            rows={query.data?.items ?? []}
            rowId={(row) => row.userId}
            loadingRows={query.isPending ? 4 : 0}
          />
        )}
      </Card>
    </>
  );
}

function useUserChange() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const onError = useErrorToast();
  return {
    onError,
    onSettled: () => void client.invalidateQueries(trpc.admin.users.list.queryFilter()),
  };
}

function RoleCell({ user }: { user: PlatformUser }) {
  const t = useTranslations("staff");
  const domain = useTranslations("domain");
  const trpc = useTRPC();
  const change = useMutation(trpc.admin.users.setRole.mutationOptions(useUserChange()));
  if (user.self) return domain(`platformRole.${user.role}`);
  return (
    <div className="w-44">
      <Select
        aria-label={t("roleOf", { name: `${user.firstName} ${user.lastName}` })}
        options={PLATFORM_ROLES.map((value) => ({ value, label: domain(`platformRole.${value}`) }))}
        value={user.role}
        disabled={change.isPending}
        onValueChange={(value) => {
          const role = toRole(value);
          if (role) {
            change.mutate(
              { userId: user.userId, role },
              { onSuccess: () => void toast.success(t("roleChanged")) },
            );
          }
        }}
      />
    </div>
  );
}

function UserActions({ user }: { user: PlatformUser }) {
  const t = useTranslations("staff");
  const trpc = useTRPC();
  const [asking, setAsking] = useState<"remove" | "factor" | null>(null);
  const options = useUserChange();
  const remove = useMutation(trpc.admin.users.setRole.mutationOptions(options));
  const factor = useMutation(trpc.admin.users.resetSecondFactor.mutationOptions(options));
  const name = `${user.firstName} ${user.lastName}`;
  const done = (text: string) => ({
    onSuccess: () => void toast.success(text),
    onSettled: () => setAsking(null),
  });
  const { userId } = user;
  return (
    <div className="flex flex-wrap justify-end gap-2">
      {user.totpEnabled ? (
        <Button size="sm" variant="secondary" onClick={() => setAsking("factor")}>
          {t("resetFactor")}
          <span className="sr-only">: {name}</span>
        </Button>
      ) : null}
      <Button size="sm" variant="dangerSoft" onClick={() => setAsking("remove")}>
        {t("remove")}
        <span className="sr-only">: {name}</span>
      </Button>
      <ConfirmDialog
        open={asking !== null}
        onOpenChange={(open) => {
          if (!open) setAsking(null);
        }}
        tone="danger"
        title={t(asking === "factor" ? "resetFactorTitle" : "removeTitle", { name })}
        description={t(asking === "factor" ? "resetFactorText" : "removeText")}
        confirmLabel={t(asking === "factor" ? "resetFactor" : "remove")}
        cancelLabel={t("cancel")}
        busy={remove.isPending || factor.isPending}
        onConfirm={() =>
          asking === "factor"
            ? factor.mutate({ userId }, done(t("factorReset")))
            : remove.mutate({ userId, role: null }, done(t("removed")))
        }
      />
    </div>
  );
}
