"use client";

import { useState } from "react";
import { BarsChart } from "../chart/bars-chart";
import { ChartLegend } from "../chart/chart-legend";
import { FunnelChart } from "../chart/funnel-chart";
import { SteppedOfferChart } from "../chart/stepped-offer-chart";
import { TrendChart } from "../chart/trend-chart";
import { Badge } from "../display/badge";
import { Card } from "../display/card";
import { PriceText } from "../display/price-text";
import { formatGrouped, formatMoney } from "../foundation/number-format";
import type { DataColumn } from "../table/data-column";
import { DataTable } from "../table/data-table";
import { VirtualList } from "../table/virtual-list";
import { KitSection } from "./kit-section";

interface Row {
  id: string;
  title: string;
  year: number;
  km: number;
  lira: number;
}

const ROWS: Row[] = [
  { id: "1", title: "Volkswagen Passat 1.6 TDI", year: 2019, km: 84_500, lira: 1_245_000 },
  { id: "2", title: "Fiat Egea 1.3 Multijet", year: 2021, km: 42_000, lira: 785_000 },
  { id: "3", title: "Škoda Superb 1.5 TSI", year: 2022, km: 31_250, lira: 1_870_000 },
];

const COLUMNS: DataColumn<Row>[] = [
  { id: "title", header: "Vehicle", cell: (row) => row.title, sortValue: (row) => row.title },
  {
    id: "year",
    header: "Year",
    cell: (row) => row.year,
    sortValue: (row) => row.year,
    align: "end",
  },
  {
    id: "km",
    header: "Mileage",
    cell: (row) => `${formatGrouped(row.km, "tr-TR")} km`,
    sortValue: (row) => row.km,
    align: "end",
    from: "sm",
  },
  { id: "state", header: "State", cell: () => <Badge tone="success">Live</Badge>, from: "md" },
  {
    id: "price",
    header: "Price",
    cell: (row) => <PriceText money={{ amount: row.lira * 100, currency: "TRY" }} />,
    sortValue: (row) => row.lira,
    align: "end",
  },
];

const WEEK = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"].map((at, index) => ({
  at,
  views: [120, 180, 160, 240, 310, 420, 380][index] ?? 0,
  offers: [2, 4, 3, 6, 5, 9, 7][index] ?? 0,
}));
const LONG = Array.from({ length: 500 }, (_, index) => `Line ${index + 1}`);

export function DataSection() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set(["2"]));
  return (
    <KitSection id="data" title="Tables and charts">
      <Card padding="flush" title="Table">
        <DataTable
          columns={COLUMNS}
          rows={ROWS}
          rowId={(row) => row.id}
          caption="Sample stock"
          onRowPress={() => undefined}
          selection={{
            ids,
            onChange: setIds,
            allLabel: "All",
            rowLabel: (id) => `Row ${id}`,
          }}
        />
      </Card>
      <Card padding="flush" title="Table while loading">
        <DataTable
          columns={COLUMNS}
          rows={[]}
          rowId={(row) => row.id}
          caption="Loading"
          loadingRows={3}
        />
      </Card>
      <div className="grid gap-4 lg:grid-cols-2">
        <Card title="Trend">
          <TrendChart
            data={WEEK}
            series={[{ key: "views", label: "Views" }]}
            label="Views of the week, rising to the weekend"
            axisLabel="Day"
          />
        </Card>
        <Card title="Bars">
          <BarsChart
            data={WEEK}
            series={[{ key: "offers", label: "Offers" }]}
            label="Offers of the week"
            axisLabel="Day"
          />
        </Card>
        <Card title="Offers by steps">
          <SteppedOfferChart
            asking={1_245_000}
            steps={[
              { id: "1", side: "low", amount: 1_150_000, at: "10:12" },
              { id: "2", side: "high", amount: 1_220_000, at: "10:40" },
              { id: "3", side: "low", amount: 1_185_000, at: "11:02" },
              { id: "4", side: "high", amount: 1_195_000, at: "11:20" },
            ]}
            labels={{
              chart: "Offers",
              low: "Buyer",
              high: "Seller",
              asking: "Asked",
              at: "Time",
              amount: "Amount",
            }}
            format={(lira) => formatMoney({ amount: lira * 100, currency: "TRY" }, "tr-TR")}
          />
          <ChartLegend
            items={[
              { key: "high", label: "Seller" },
              { key: "low", label: "Buyer", dashed: true },
            ]}
          />
        </Card>
        <Card title="Funnel">
          <FunnelChart
            label="A quarter of the offers end in a sale"
            steps={[
              { id: "made", label: "Offers", value: 120, text: "120", note: "100%" },
              { id: "answered", label: "Answered", value: 96, text: "96", note: "80%" },
              { id: "agreed", label: "Agreed", value: 41, text: "41", note: "34%" },
              { id: "sold", label: "Sold", value: 30, text: "30", note: "25%" },
            ]}
          />
        </Card>
        <Card title="A long list">
          <VirtualList
            items={LONG}
            itemId={(item) => item}
            renderItem={(item) => <p className="border-b py-2">{item}</p>}
            estimate={41}
            label="Five hundred lines"
            className="h-56"
          />
        </Card>
      </div>
    </KitSection>
  );
}
