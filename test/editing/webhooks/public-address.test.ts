import { isLoopback, isPublicAddress } from "../../../src/editing/webhooks/public-address";

test.each([
  ["this network", "0.0.0.0"],
  ["private", "10.1.2.3"],
  ["private", "172.16.0.1"],
  ["private", "172.31.255.255"],
  ["private", "192.168.1.1"],
  ["shared by providers (CGNAT)", "100.64.0.1"],
  ["shared by providers (CGNAT)", "100.127.255.255"],
  ["loopback", "127.0.0.1"],
  ["loopback", "127.255.255.254"],
  ["link-local", "169.254.1.1"],
  ["metadata of a cloud", "169.254.169.254"],
  ["documentation", "192.0.2.1"],
  ["benchmarks", "198.18.0.1"],
  ["multicast", "224.0.0.1"],
  ["reserved", "255.255.255.255"],
  ["unspecified", "::"],
  ["loopback", "::1"],
  ["mapped", "::ffff:127.0.0.1"],
  ["mapped", "::ffff:8.8.8.8"],
  ["mapped, in digits", "::ffff:7f00:1"],
  ["translated (NAT64)", "64:ff9b::7f00:1"],
  ["translated (NAT64, local)", "64:ff9b:1::a00:1"],
  ["6to4", "2002:7f00:1::"],
  ["Teredo", "2001::1"],
  ["documentation", "2001:db8::1"],
  ["unique local", "fc00::1"],
  ["unique local, metadata of a cloud", "fd00:ec2::254"],
  ["link-local", "fe80::1"],
  ["link-local with a zone", "fe80::1%eth0"],
  ["with a zone", "2606:4700::1111%eth0"],
  ["site-local", "fec0::1"],
  ["multicast", "ff02::1"],
  ["no address", "example.org"],
  ["no address", ""],
  ["no address", "8.8.8"],
])("%s is not public: %s", (_, address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  "8.8.8.8",
  "93.184.215.14",
  "172.15.255.255",
  "172.32.0.1",
  "100.63.255.255",
  "100.128.0.1",
  "2606:4700:4700::1111",
  "2a00:1450::1",
])("%s is public", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test("only addresses of this machine are loopback", () => {
  expect(["127.0.0.1", "127.1.2.3", "::1"].map(isLoopback)).toEqual([true, true, true]);
  expect(["128.0.0.1", "::2", "localhost", "::1%lo"].map(isLoopback)).toEqual([false, false, false, false]);
});
