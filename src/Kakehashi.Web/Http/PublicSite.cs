using System.Net;
using Kakehashi.Access.SignIn;
using Kakehashi.Kernel;
using Kakehashi.Platform.Api;
using Kakehashi.Platform.Pages;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Kakehashi.Web.Http;

/// <summary>The address people use, where a proxy with TLS stands in front.</summary>
internal static class PublicSite
{
    private const string Health = "/healthz";

    /// <summary>Styles and scripts.</summary>
    private const string Drawn = "/dist";

    /// <summary>What <c>--site</c> and <c>--proxy</c> say.</summary>
    /// <returns>Refusals: <c>serve.bad-site</c>, <c>serve.site-not-https</c>, <c>serve.bad-proxy</c>, <c>serve.proxy-without-site</c>.</returns>
    public static Result<PublicAddress> Read(ServeOptions options)
    {
        var proxies = new List<IPNetwork>();
        foreach (var text in options.Proxies)
        {
            if (ReadNetwork(text) is not { } network) return BadProxy(text);
            proxies.Add(network);
        }

        if (options.Site is not { } given) return proxies.Count == 0 ? PublicAddress.None : ProxyWithoutSite;
        if (!Uri.TryCreate(given, UriKind.Absolute, out var site) || site.Host.Length == 0 || site.PathAndQuery != "/" || site.Fragment.Length + site.UserInfo.Length > 0) return BadSite(given);
        var isOfHere = ThisMachine.IsMeantBy(site.Host) && site.Scheme == Uri.UriSchemeHttp;
        return site.Scheme == Uri.UriSchemeHttps || isOfHere ? new PublicAddress(site, proxies) : NotHttps(given);
    }

    /// <summary>The names by which the program may be asked.</summary>
    public static string Hosts(PublicAddress address) => address.Site is { } site ? $"{Loopback.Hosts};{site.IdnHost}" : Loopback.Hosts;

    /// <summary>
    /// Who asks is taken from what trusted proxies say. Whoever comes by none of them and without TLS, or by another name,
    /// is sent to the address people use, before a password can be typed.
    /// </summary>
    public static void UsePublicSite(this WebApplication app)
    {
        var address = app.Services.GetRequiredService<PublicAddress>();
        if (address.Site is not { } site) return;
        app.Use((http, next) =>
        {
            var isRight = http.Request.Host.Host.Equals(site.IdnHost, StringComparison.OrdinalIgnoreCase) && (http.Request.IsHttps || IsTrusted(http, address));
            // the browser that prints pages comes straight from this machine, and needs what they are drawn with
            var isOfPrinting = http.Request.Path.StartsWithSegments(Drawn) && ThisMachine.Asks(http);
            return isRight || isOfPrinting || !address.IsSecure || http.Request.Path == Health ? next(http) : Leave(http, site);
        });
        app.UseForwardedHeaders(Forwarded(address));
        app.Use((http, next) =>
        {
            // the proxy speaks plainly with us; what we write must be the address that people use
            if (http.Request.Host.Host.Equals(site.IdnHost, StringComparison.OrdinalIgnoreCase))
                (http.Request.Scheme, http.Request.Host) = (site.Scheme, HostString.FromUriComponent(site));
            return next(http);
        });
    }

    private static ForwardedHeadersOptions Forwarded(PublicAddress address)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Add(IPAddress.IPv6Loopback);
        options.KnownIPNetworks.Add(IPNetwork.Parse("127.0.0.0/8"));
        foreach (var network in address.Proxies) options.KnownIPNetworks.Add(network);
        return options;
    }

    private static bool IsTrusted(HttpContext http, PublicAddress address)
    {
        if (http.Connection.RemoteIpAddress is not { } from) return false;
        var plain = from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from;
        return IPAddress.IsLoopback(plain) || address.Proxies.Any(network => network.Contains(plain));
    }

    private static Task Leave(HttpContext http, Uri site)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            http.Response.Redirect(site.GetLeftPart(UriPartial.Authority) + http.Request.PathBase + http.Request.Path + http.Request.QueryString);
        else if (RecordsApi.IsFor(http.Request))
            return RecordsApi.AnswerOtherAddressAsync(http, site);
        else
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static IPNetwork? ReadNetwork(string text)
    {
        if (IPNetwork.TryParse(text, out var network)) return network;
        return IPAddress.TryParse(text, out var one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8) : null;
    }

    private static Refusal BadSite(string given) => new("serve.bad-site", (
        $"--site「{given}」は利用者が開くアドレスとして読めません。https://kakehashi.example.ac.jp のように、パスを付けずに指定してください。",
        $"--site \"{given}\" is not an address people can open. Write it without a path, like https://kakehashi.example.ac.jp."));

    private static Refusal NotHttps(string given) => new("serve.site-not-https", (
        $"--site「{given}」は https ではありません。パスワードが平文で流れるため起動しません。手前のプロキシで TLS を設定し、https のアドレスを指定してください。",
        $"--site \"{given}\" is not https: passwords would travel in the clear. Put a proxy with TLS in front and give its https address."));

    private static Refusal BadProxy(string text) => new("serve.bad-proxy", (
        $"--proxy「{text}」はネットワークとして読めません。10.0.3.0/24 や 10.0.3.7 のように指定してください。",
        $"--proxy \"{text}\" is not a network. Write it like 10.0.3.0/24 or 10.0.3.7."));

    private static Refusal ProxyWithoutSite { get; } = new("serve.proxy-without-site", (
        "--proxy は --site と一緒に指定してください。利用者が開くアドレスが分からないと、プロキシを通した接続は受け付けられません。",
        "Give --site together with --proxy: without the address that people use, nothing that comes through a proxy is answered."));
}
