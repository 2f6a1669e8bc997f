"use client";

import { Car, Check, Handshake, Plus, Tag, X } from "lucide-react";
import { useState } from "react";
import { Button } from "../button/button";
import { Avatar } from "../display/avatar";
import { Badge } from "../display/badge";
import { BarMini } from "../display/bar-mini";
import { Card } from "../display/card";
import { Chip } from "../display/chip";
import { Countdown } from "../display/countdown";
import { Kbd } from "../display/kbd";
import { ListRow } from "../display/list-row";
import { PositionStrip } from "../display/position-strip";
import { PriceText } from "../display/price-text";
import { Separator } from "../display/separator";
import { Sparkline } from "../display/sparkline";
import { SpecList } from "../display/spec-list";
import { StatTile } from "../display/stat-tile";
import { StatusBadge } from "../display/status-badge";
import { Timeline } from "../display/timeline";
import { TONES } from "../foundation/tone";
import { KitRow } from "./kit-row";
import { KitSection } from "./kit-section";

const LIRA = { amount: 124_500_000, currency: "TRY" };
const UNITS = { day: "d", hour: "h", minute: "m", second: "s" };
const LOOKS = {
  OPEN: { label: "Open", tone: "info" },
  ACCEPTED: { label: "Accepted", tone: "success" },
} as const;

export function DisplaySection() {
  const [start] = useState(() => Date.now());
  const [chosen, setChosen] = useState(true);
  const inMs = (ms: number) => new Date(start + ms).toISOString();
  return (
    <KitSection id="display" title="Display">
      <KitRow label="Badges">
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone} dot>
            {tone}
          </Badge>
        ))}
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone} variant="solid">
            {tone}
          </Badge>
        ))}
        <Badge variant="outline" icon={<Tag aria-hidden="true" />}>
          outline
        </Badge>
        <StatusBadge status="OPEN" looks={LOOKS} />
        <StatusBadge status="ACCEPTED" looks={LOOKS} />
      </KitRow>
      <KitRow label="Chips, keys, avatars">
        <Chip onRemove={() => undefined} removeLabel="Remove diesel">
          Diesel
        </Chip>
        <Chip onPress={() => setChosen(!chosen)} selected={chosen}>
          Automatic
        </Chip>
        <Chip icon={<Car aria-hidden="true" />}>Plain</Chip>
        <span className="flex gap-1">
          <Kbd>Ctrl</Kbd>
          <Kbd>K</Kbd>
        </span>
        <Avatar name="Ömer İnce" />
        <Avatar name="Yılmaz Otomotiv" shape="square" size="lg" />
        <Avatar name="Kontak" size="sm" />
      </KitRow>
      <KitRow label="Prices and clocks">
        <PriceText money={LIRA} size="sm" />
        <PriceText money={LIRA} />
        <PriceText
          money={LIRA}
          size="lg"
          was={{ amount: 131_000_000, currency: "TRY" }}
          wasLabel="Before"
        />
        <PriceText money={LIRA} size="xl" />
        <Countdown until={inMs(90_000_000)} units={UNITS} label="To answer" overLabel="Over" />
        <Countdown until={inMs(4_000_000)} units={UNITS} label="To answer" overLabel="Over" />
        <Countdown until={inMs(300_000)} units={UNITS} label="To answer" overLabel="Over" />
        <Countdown until={inMs(-1)} units={UNITS} label="To answer" overLabel="Over" />
      </KitRow>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <StatTile label="In stock" value="42" icon={<Car aria-hidden="true" />} href="#display" />
        <StatTile
          label="Offers"
          value="7"
          tone="accent"
          icon={<Handshake aria-hidden="true" />}
          trend={{ direction: "up", text: "+3 this week", tone: "success" }}
        />
        <StatTile
          label="Views"
          value="1.204"
          visual={<Sparkline values={[4, 6, 5, 9, 8, 12, 11, 15]} label="Views are rising" />}
        />
        <StatTile
          label="Days in stock"
          value="38"
          trend={{ direction: "down", text: "4 days less", tone: "success" }}
        />
      </div>
      <div className="grid gap-4 lg:grid-cols-3">
        <Card
          title="Card with everything"
          description="What belongs together"
          actions={
            <Button size="sm" variant="secondary">
              Edit
            </Button>
          }
          footer={<span className="text-ink-muted text-sm">A footer</span>}
        >
          <SpecList
            items={[
              { label: "Model year", value: "2019" },
              { label: "Mileage", value: "84.500 km" },
              { label: "Fuel", value: "Diesel" },
            ]}
          />
        </Card>
        <Card title="Rows" padding="flush" className="pb-2">
          <div className="px-2">
            <ListRow
              href="#display"
              leading={<Avatar name="Akın Oto" shape="square" />}
              title="Akın Oto offers 1.190.000 ₺"
              description="2019 Passat 1.6 TDI"
              unreadLabel="New"
              trailing={<Badge tone="info">Round 2</Badge>}
            />
            <ListRow title="Plain row" description="Leads nowhere" />
            <ListRow title="Chosen" description="Pressed" selected onPress={() => undefined} />
          </div>
        </Card>
        <Card title="Timeline">
          <Timeline
            items={[
              {
                id: "1",
                title: "Offer: 1.150.000 ₺",
                time: "10:12",
                icon: <Plus aria-hidden="true" />,
                tone: "info",
                description: "Can be picked up today.",
              },
              {
                id: "2",
                title: "Refused",
                time: "10:40",
                icon: <X aria-hidden="true" />,
                tone: "danger",
              },
              {
                id: "3",
                title: "Accepted",
                time: "11:05",
                icon: <Check aria-hidden="true" />,
                tone: "success",
              },
            ]}
          />
        </Card>
      </div>
      <Separator label="or" />
      <div className="grid gap-6 lg:grid-cols-2">
        <PositionStrip
          min={900_000}
          max={1_600_000}
          median={1_210_000}
          quartiles={[1_080_000, 1_330_000]}
          value={1_245_000}
          label="A little above the middle of 34 like cars"
          texts={{
            min: "900.000 ₺",
            max: "1.600.000 ₺",
            median: "Middle 1.210.000 ₺",
            value: "1.245.000 ₺",
          }}
        />
        <BarMini
          items={[
            { id: "a", label: "0–30 days", value: 21, tone: "success" },
            { id: "b", label: "31–60 days", value: 13, tone: "warn" },
            { id: "c", label: "Over 60 days", value: 8, tone: "danger" },
          ]}
        />
      </div>
    </KitSection>
  );
}
