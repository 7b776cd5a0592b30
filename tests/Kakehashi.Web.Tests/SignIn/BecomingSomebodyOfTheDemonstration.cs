using System.Net;
using Kakehashi.Platform.Pages;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Web.Tests.SignIn;

public sealed class BecomingSomebodyOfTheDemonstration
{
    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1:5080")]
    [InlineData("::1", "[::1]:5080")]
    [InlineData("127.0.0.1", "localhost:5080")]
    public void Is_for_whoever_sits_at_the_machine(string from, string host) => Assert.True(ThisMachine.Asks(Request(from, host)));

    [Theory]
    [InlineData("192.0.2.7", "127.0.0.1:5080", null)]
    [InlineData("127.0.0.1", "kakehashi.example.ac.jp", null)]
    [InlineData("127.0.0.1", "localhost:5080", "X-Forwarded-For")]
    [InlineData("127.0.0.1", "localhost:5080", "X-Forwarded-Proto")]
    [InlineData("127.0.0.1", "localhost:5080", "X-Original-For")]
    [InlineData("127.0.0.1", "localhost:5080", "X-Real-IP")]
    [InlineData("127.0.0.1", "localhost:5080", "Forwarded")]
    [InlineData("127.0.0.1", "localhost:5080", "Via")]
    public void Is_not_for_others(string from, string host, string? header) => Assert.False(ThisMachine.Asks(Request(from, host, header)));

    private static DefaultHttpContext Request(string from, string host, string? header = null)
    {
        var http = new DefaultHttpContext();
        (http.Connection.RemoteIpAddress, http.Connection.LocalIpAddress) = (IPAddress.Parse(from), IPAddress.Loopback);
        http.Request.Host = new(host);
        if (header is not null) http.Request.Headers[header] = "127.0.0.1";
        return http;
    }
}
