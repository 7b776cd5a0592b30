using Kakehashi.Web.Http;

namespace Kakehashi.Web.Tests;

public sealed class ChoosingAnAddress
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://127.8.9.10:0")]
    [InlineData("http://[::1]:5080")]
    [InlineData("http://localhost:5080")]
    public void On_this_machine_is_allowed(string url) => Assert.Null(Loopback.Refuse(new() { Urls = [url] }));

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
        Assert.Equal(code, Loopback.Refuse(new() { Urls = ["http://127.0.0.1:1", url] })?.Code);
        Assert.Throws<ArgumentException>(() => Host.Build(new ServeOptions { Urls = [url] }));
    }

    [Theory]
    [InlineData("https://kakehashi.example.ac.jp")]
    [InlineData("https://kakehashi.example.ac.jp:8443/")]
    [InlineData("http://localhost:5080")]
    public void That_people_use_allows_others_to_reach_it(string site) =>
        Assert.Null(Loopback.Refuse(new() { Urls = ["http://0.0.0.0:5080"], Site = site, Proxies = ["10.0.3.0/24", "2001:db8::7"] }));

    [Theory]
    [InlineData("kakehashi.example.ac.jp", "", "serve.bad-site")]
    [InlineData("https://kakehashi.example.ac.jp/db", "", "serve.bad-site")]
    [InlineData("https://a:b@kakehashi.example.ac.jp", "", "serve.bad-site")]
    [InlineData("http://kakehashi.example.ac.jp", "", "serve.site-not-https")]
    [InlineData("ftp://kakehashi.example.ac.jp", "", "serve.site-not-https")]
    [InlineData("https://kakehashi.example.ac.jp", "proxy.example", "serve.bad-proxy")]
    [InlineData("https://kakehashi.example.ac.jp", "10.0.3.0/33", "serve.bad-proxy")]
    [InlineData(null, "10.0.3.0/24", "serve.proxy-without-site")]
    public void That_people_cannot_use_safely_is_refused(string? site, string proxy, string code) =>
        Assert.Equal(code, Loopback.Refuse(new() { Site = site, Proxies = proxy.Length == 0 ? [] : [proxy] })?.Code);

    [Fact]
    public void Of_others_is_refused_with_what_to_do() =>
        Assert.Contains("--site https://", Loopback.Refuse(new() { Urls = ["http://0.0.0.0:5080"] })?.Message.En);
}
