"use client";

import { Car } from "lucide-react";
import { Button } from "../button/button";
import { Card } from "../display/card";
import { Callout } from "../feedback/callout";
import { EmptyState } from "../feedback/empty-state";
import { ErrorState } from "../feedback/error-state";
import { LoadingState } from "../feedback/loading-state";
import { NoPermissionState } from "../feedback/no-permission-state";
import { Progress } from "../feedback/progress";
import { Skeleton } from "../feedback/skeleton";
import { toast } from "../overlay";
import { KitRow } from "./kit-row";
import { KitSection } from "./kit-section";

export function FeedbackSection() {
  return (
    <KitSection id="feedback" title="Feedback">
      <div className="grid gap-3 lg:grid-cols-2">
        <Callout tone="info" title="New here?">
          Three steps and your first car is live.
        </Callout>
        <Callout tone="success">The offer was accepted.</Callout>
        <Callout
          tone="warn"
          title="Waiting for approval"
          actions={
            <Button size="sm" variant="secondary">
              See my papers
            </Button>
          }
        >
          We look at new galleries within a working day.
        </Callout>
        <Callout tone="danger" title="Not published">
          Two photos are missing.
        </Callout>
        <Callout tone="brand">A word from Kontak.</Callout>
      </div>
      <div className="grid gap-3 md:grid-cols-2">
        <Card>
          <EmptyState
            icon={<Car aria-hidden="true" />}
            title="No cars yet"
            description="Add the first one; it takes two minutes."
            actions={<Button>Add vehicle</Button>}
          />
        </Card>
        <Card>
          <ErrorState
            title="That did not arrive"
            description="Your draft is kept on this device."
            reference="Request 01J9ZK"
            actions={<Button variant="secondary">Try again</Button>}
          />
        </Card>
        <Card>
          <NoPermissionState
            title="Only the owner sees this"
            description="Ask Mehmet Yılmaz for the right."
          />
        </Card>
        <Card>
          <LoadingState label="Loading offers" />
        </Card>
      </div>
      <div className="grid gap-4 md:grid-cols-2">
        <Progress value={64} label="Uploading" />
        <Progress value={null} label="Working" tone="accent" />
        <div className="flex gap-3">
          <Skeleton className="size-14 rounded-full" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-4 w-1/2" />
            <Skeleton className="h-4 w-3/4" />
          </div>
        </div>
      </div>
      <KitRow label="Toasts">
        <Button variant="secondary" onClick={() => toast.success("Saved")}>
          Success
        </Button>
        <Button
          variant="secondary"
          onClick={() =>
            toast("Vehicle archived", { action: { label: "Undo", onClick: () => undefined } })
          }
        >
          Undo
        </Button>
        <Button
          variant="secondary"
          onClick={() =>
            toast.error("Not sent", { description: "You are offline. It goes out later." })
          }
        >
          Error
        </Button>
      </KitRow>
    </KitSection>
  );
}
