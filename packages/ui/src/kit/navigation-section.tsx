"use client";

import { Car, Handshake, Home, MessageCircle, Search, Settings } from "lucide-react";
import { useState } from "react";
import { Wordmark } from "../brand/wordmark";
import { Button } from "../button/button";
import { Badge } from "../display/badge";
import { Breadcrumb } from "../navigation/breadcrumb";
import { FilterSection } from "../navigation/filter-section";
import { LoadMore } from "../navigation/load-more";
import { Stepper } from "../navigation/stepper";
import { Tabs } from "../navigation/tabs";
import { NavList } from "../shell/nav-list";
import { PageHeader } from "../shell/page-header";
import { KitRow } from "./kit-row";
import { KitSection } from "./kit-section";

const STEPS = ["Phone", "Owner", "Business", "Consents"].map((label) => ({ id: label, label }));
const NAV = [
  {
    id: "main",
    items: [
      { id: "home", label: "Home", href: "#home", icon: <Home aria-hidden="true" /> },
      { id: "stock", label: "Stock", href: "#stock", icon: <Car aria-hidden="true" /> },
      {
        id: "offers",
        label: "Offers",
        href: "#offers",
        icon: <Handshake aria-hidden="true" />,
        count: 7,
        countLabel: "7 waiting",
      },
    ],
  },
  {
    id: "more",
    label: "More",
    items: [
      { id: "market", label: "Marketplace", href: "#market", icon: <Search aria-hidden="true" /> },
      { id: "chat", label: "Chat", href: "#chat", icon: <MessageCircle aria-hidden="true" /> },
      {
        id: "settings",
        label: "Settings",
        href: "#settings",
        icon: <Settings aria-hidden="true" />,
      },
    ],
  },
];

export function NavigationSection() {
  const [step, setStep] = useState(2);
  const [tab, setTab] = useState("in");
  return (
    <KitSection id="navigation" title="Navigation">
      <PageHeader
        above={
          <Breadcrumb
            label="You are here"
            items={[{ label: "Stock", href: "#navigation" }, { label: "Passat" }]}
          />
        }
        title="2019 Volkswagen Passat"
        description="1.6 TDI BlueMotion Comfortline, 84.500 km"
        badge={
          <Badge tone="success" dot>
            Published
          </Badge>
        }
        actions={
          <>
            <Button variant="secondary">Pause</Button>
            <Button>Edit</Button>
          </>
        }
      />
      <Stepper
        steps={STEPS}
        current={step}
        label="Steps"
        progressText={`${step + 1} of ${STEPS.length}: ${STEPS[step]?.label ?? ""}`}
        doneLabel="done"
        onStepPress={setStep}
      />
      <Tabs
        label="Offers"
        value={tab}
        onValueChange={setTab}
        items={[
          { id: "in", label: "Incoming", count: 7, content: <p>Seven offers.</p> },
          { id: "out", label: "Outgoing", count: 2, content: <p>Two offers.</p> },
          { id: "done", label: "Done", content: <p>All done.</p> },
        ]}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <nav aria-label="Sample" className="max-w-60 rounded-card border bg-canvas p-3">
          <Wordmark name="Kontak" className="px-2 pt-1 pb-4" />
          <NavList groups={NAV} activeId="stock" />
        </nav>
        <div>
          <FilterSection title="Fuel" summary="Diesel">
            <p className="text-ink-muted text-sm">Filters stand here.</p>
          </FilterSection>
          <FilterSection title="Price" summary="Any" defaultOpen={false}>
            <p className="text-ink-muted text-sm">Filters stand here.</p>
          </FilterSection>
        </div>
      </div>
      <KitRow label="End of a list">
        <LoadMore
          auto={false}
          hasMore
          loading={false}
          onLoadMore={() => undefined}
          label="Show more"
          loadingLabel="Loading"
        />
        <LoadMore
          auto={false}
          hasMore
          loading
          onLoadMore={() => undefined}
          label="Show more"
          loadingLabel="Loading"
        />
        <LoadMore
          hasMore={false}
          loading={false}
          onLoadMore={() => undefined}
          label=""
          loadingLabel=""
          endLabel="36 of 36"
        />
      </KitRow>
    </KitSection>
  );
}
