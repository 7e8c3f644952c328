using System.Net;
using FsCheck.Xunit;
using Reelsmith.Gateway.Outgoing;
using Reelsmith.Gateway.Webhooks;

namespace Reelsmith.Gateway.Tests.Webhooks;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("8.8.8.8")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.0")]
    [InlineData("168.63.129.15")]
    [InlineData("169.253.255.255")]
    [InlineData("169.255.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.0.1.0")]
    [InlineData("192.0.3.0")]
    [InlineData("192.167.255.255")]
    [InlineData("192.169.0.0")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2001:200::1")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450:4001::1")]
    [InlineData("3ffe:ffff::1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("2002:808:808::1")]
    [InlineData("2001:0:808:808::f7f7:f7f7")] // server and client 8.8.8.8
    public void These_are_public(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.0")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.0")]
    [InlineData("100.100.100.200")] // metadata at Alibaba
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.0.0")]
    [InlineData("169.254.169.254")] // metadata nearly everywhere
    [InlineData("169.254.170.2")]
    [InlineData("172.16.0.0")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")] // metadata at Oracle
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.0.0")]
    [InlineData("192.168.255.255")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.7")]
    [InlineData("203.0.113.7")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.250")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::8.8.8.8")] // IPv4-compatible, long gone
    [InlineData("::ffff:0:8.8.8.8")] // IPv4-translated
    [InlineData("100::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")] // metadata at Amazon
    [InlineData("fdff:ffff::1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%3")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("ff0e::1")]
    [InlineData("5f00::1")]
    [InlineData("4000::1")]
    [InlineData("2001:2::1")] // benchmarks
    [InlineData("2001:10::1")]
    [InlineData("2001:20::1")]
    [InlineData("2001:1ff::1")]
    [InlineData("2001:db8::1")]
    [InlineData("3fff::1")]
    [InlineData("3fff:fff::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::ffff:a00:1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("64:ff9b:1::808:808")] // NAT64 of a local network
    [InlineData("2002:7f00:1::1")]
    [InlineData("2002:a9fe:a9fe::")]
    [InlineData("2002:c0a8:101::1")]
    [InlineData("2001:0:7f00:1::f7f7:f7f7")] // Teredo server 127.0.0.1
    [InlineData("2001:0:808:808::80ff:fffe")] // Teredo client 127.0.0.1
    public void These_are_not(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Property]
    public void An_IPv6_address_that_stands_for_an_IPv4_address_is_what_that_one_is(uint number)
    {
        byte[] v4 = [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
        var expected = PublicAddress.Is(new IPAddress(v4));
        Assert.Equal(expected, PublicAddress.Is(new IPAddress(v4).MapToIPv6()));
        Assert.Equal(expected, PublicAddress.Is(new IPAddress([0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, .. v4])));
        Assert.Equal(expected, PublicAddress.Is(new IPAddress([0x20, 0x02, .. v4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])));
        Assert.Equal(expected, PublicAddress.Is(new IPAddress([0x20, 0x01, 0, 0, 8, 8, 8, 8, 0, 0, 0, 0, .. v4.Select(b => (byte)~b)])));
    }
}
