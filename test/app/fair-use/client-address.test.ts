import { addressOf, networkOf } from "../../../src/app/fair-use/client-address";

const of = (socketAddress: string | undefined, headers: Readonly<Record<string, string>> = {}) => ({
  socketAddress,
  header: (name: string) => headers[name],
});

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
])("the network of %s is %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test("a header is believed only where an edge sets it", () => {
  const headers = { "x-forwarded-for": "198.51.100.7" };
  expect(addressOf(of("192.0.2.1", headers), null)).toBe("192.0.2.1");
  expect(addressOf(of("192.0.2.1", headers), "x-forwarded-for")).toBe("198.51.100.7");
  expect(addressOf(of("192.0.2.1"), "x-forwarded-for")).toBe("192.0.2.1");
  expect(addressOf(of(undefined), null)).toBe("unknown");
});

test.each([
  // What a client sent stands before what the edge added.
  ["203.0.113.5, 198.51.100.7", "198.51.100.7"],
  ["198.51.100.7:443", "198.51.100.7"],
  ["[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"],
  ["2001:db8:1:2:3:4:5:6:443", "2001:db8:1:2::/64"],
])("the edge may write %s", (value, network) => {
  expect(networkOf(addressOf(of("192.0.2.1", { "x-edge": value }), "x-edge"))).toBe(network);
});
