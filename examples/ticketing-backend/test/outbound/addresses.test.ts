import { describe, expect, it } from "vitest";
import { addressProblem, parseAllowed } from "../../src/outbound/addresses.ts";
import { urlProblem } from "../../src/outbound/urls.ts";

const nothing = parseAllowed([]);

describe("addresses that may be called", () => {
  it.each(["8.8.8.8", "1.1.1.1", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8"])(
    "%s is public",
    (address) => {
      expect(addressProblem(address, nothing)).toBeNull();
    },
  );

  it.each([
    ["127.0.0.1", "loopback"],
    ["127.255.255.254", "loopback"],
    ["10.0.0.1", "private"],
    ["172.16.0.1", "private"],
    ["192.168.1.1", "private"],
    ["169.254.169.254", "linkLocal"],
    ["100.64.0.1", "carrierGradeNat"],
    ["224.0.0.1", "multicast"],
    ["255.255.255.255", "broadcast"],
    ["0.0.0.0", "unspecified"],
    ["0.1.2.3", "unspecified"],
    ["240.0.0.1", "reserved"],
    ["192.0.2.1", "reserved"],
    ["198.18.0.1", "reserved"],
    ["::1", "loopback"],
    ["::", "unspecified"],
    ["::7f00:1", "not global"],
    ["::ffff:127.0.0.1", "loopback"],
    ["::ffff:169.254.169.254", "linkLocal"],
    ["64:ff9b::a9fe:a9fe", "rfc6052"],
    ["64:ff9b:1::7f00:1", "rfc6052"],
    ["2002:7f00:1::", "6to4"],
    ["2001:0:7f00:1::", "teredo"],
    ["fe80::1", "linkLocal"],
    ["fec0::1", "deprecatedSiteLocal"],
    ["fd00:ec2::254", "uniqueLocal"],
    ["ff02::1", "multicast"],
    ["2001:db8::1", "reserved"],
    ["4000::1", "not global"],
  ])("%s is %s", (address, range) => {
    expect(addressProblem(address, nothing)).toMatch(`(${range})`);
  });

  it("takes an address with a zone, or no address at all, for a problem", () => {
    expect(addressProblem("fe80::1%eth0", nothing)).not.toBeNull();
    expect(addressProblem("example.com", nothing)).toBe("not an address: `example.com`");
  });

  it("lets the configuration allow a range, and no more than that range", () => {
    const allowed = parseAllowed(["10.2.0.0/16", " ::1 ", ""]);
    expect(addressProblem("10.2.255.255", allowed)).toBeNull();
    expect(addressProblem("::1", allowed)).toBeNull();
    expect(addressProblem("::ffff:10.2.0.1", allowed)).toBeNull();
    expect(addressProblem("10.3.0.0", allowed)).toMatch("private");
  });

  it("refuses a configuration that it does not understand", () => {
    expect(() => parseAllowed(["10.0.0.0/33"])).toThrow("neither a host name, an address nor a CIDR range");
    expect(() => parseAllowed(["http://localhost"])).toThrow("`http://localhost`");
  });
});

describe("URLs that may be called", () => {
  const allowed = parseAllowed(["localhost", "127.0.0.1"]);

  it.each([
    ["https://example.com/hook", null],
    ["https://EXAMPLE.com.:8443/hook?x=1", null],
    ["https://[2606:4700::1111]/", null],
    ["http://127.0.0.1:4000/", null],
    ["http://LOCALHOST.:4000/", null],
    ["http://example.com/", "plain http"],
    ["http://8.8.8.8/", "plain http"],
    ["http://127.0.0.2/", "loopback"],
    ["https://10.0.0.1/", "private"],
    ["https://0x0a.1/", "private"],
    ["https://167772161/", "private"],
    ["https://[::ffff:a00:1]/", "private"],
    ["https://[fd00:ec2::254]/latest/meta-data", "uniqueLocal"],
    ["https://user:secret@example.com/", "a user name or a password"],
    ["ftp://example.com/", "neither https nor http"],
    ["file:///etc/passwd", "neither https nor http"],
    ["javascript:alert(1)", "neither https nor http"],
    ["/hook", "not a URL"],
    ["", "not a URL"],
  ])("%s: %s", (url, problem) => {
    if (problem === null) expect(urlProblem(url, allowed)).toBeNull();
    else expect(urlProblem(url, allowed)).toMatch(problem);
  });
});
