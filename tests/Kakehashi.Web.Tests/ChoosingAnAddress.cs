using Kakehashi.Web.Http;

namespace Kakehashi.Web.Tests;

public sealed class ChoosingAnAddress
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://127.8.9.10:0")]
    [InlineData("http://[::1]:5080")]
    [InlineData("http://localhost:5080")]
    public void On_this_machine_is_allowed(string url) => Assert.Null(Loopback.Refuse([url]));

    [Theory]
    [InlineData("http://0.0.0.0:5080", "serve.not-loopback")]
    [InlineData("http://[::]:5080", "serve.not-loopback")]
    [InlineData("http://*:5080", "serve.not-loopback")]
    [InlineData("http://+:5080", "serve.not-loopback")]
    [InlineData("http://192.168.1.4:5080", "serve.not-loopback")]
    [InlineData("http://localhost.evil.example:5080", "serve.not-loopback")]
    [InlineData("http://unix:/tmp/k.sock", "serve.not-an-address")]
    [InlineData("5080", "serve.not-an-address")]
    public void That_others_reach_or_nobody_is_refused(string url, string code)
    {
        Assert.Equal(code, Loopback.Refuse(["http://127.0.0.1:1", url])?.Code);
        Assert.Throws<ArgumentException>(() => Host.Build(new ServeOptions { Urls = [url] }));
    }
}
