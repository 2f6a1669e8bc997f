import { describe, expect, it } from "vitest";
import { parseRabbitUrls } from "./rabbit-url";

describe("parseRabbitUrls", () => {
  it("reads one broker, with the usual port", () => {
    expect(parseRabbitUrls("amqp://u:p@rabbit/kontak")).toEqual({
      url: "amqp://u:p@rabbit/kontak",
      hosts: ["rabbit:5672"],
    });
    expect(parseRabbitUrls("amqps://u:p@rabbit").hosts).toEqual(["rabbit:5671"]);
  });

  it("reads the nodes of a cluster, as URLs or as host and port", () => {
    const nodes = "amqp://u:p@one:1000, two:2000,three , amqp://u:p@four:4000";
    expect(parseRabbitUrls(nodes).hosts).toEqual([
      "one:1000",
      "two:2000",
      "three:5672",
      "four:4000",
    ]);
  });

  it.each(["http://rabbit", "rabbit", "amqp://u:p@one,amqps://u:p@two", "amqp://u:p@one,,"])(
    "refuses %s without repeating a password",
    (urls) => {
      expect(() => parseRabbitUrls(urls)).toThrow();
      try {
        parseRabbitUrls(urls);
      } catch (error) {
        expect(String(error)).not.toContain("u:p");
      }
    },
  );
});
