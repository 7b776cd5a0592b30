using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;

namespace Kakehashi.Web.Http;

/// <summary>Without a public address the program answers only to the machine it runs on.</summary>
public static class Loopback
{
    /// <summary>The host names a request may ask for; a foreign name that points here (DNS rebinding) is turned away.</summary>
    public const string Hosts = "localhost;127.0.0.1;[::1]";

    /// <summary>Why these addresses may not be used; null where they may.</summary>
    public static Refusal? Refuse(ServeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (PublicSite.Read(options) is { IsDone: false } read) return read.Refusal;
        if (options.Urls.Count == 0) return NotAnAddress("");
        foreach (var url in options.Urls)
        {
            if (Read(url) is not { } host) return NotAnAddress(url);
            if (options.Site is null && !ThisMachine.IsMeantBy(host)) return NotLoopback(url);
        }

        return null;
    }

    /// <summary>Somebody else answers on the port already.</summary>
    public static Refusal Taken(IEnumerable<string> urls)
    {
        var list = string.Join(", ", urls);
        return new("serve.address-taken", (
            $"{list} は別のプログラムが使用中です。そのプログラムを終了するか、--urls http://127.0.0.1:5081 のように別のポートを指定してください。",
            $"{list} is in use by another program. Stop that program, or name another port, e.g. --urls http://127.0.0.1:5081."));
    }

    private static string? Read(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.IsUnixPipe || address.IsNamedPipe || address.PathBase.Length > 0 ? null : address.Host;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static Refusal NotLoopback(string url) => new("serve.not-loopback", (
        $"{url} では起動できません。ほかのコンピューターから使うには、利用者が開くアドレスを --site https://kakehashi.example.ac.jp のように指定し、手前のプロキシで TLS を設定してください。指定がなければ、このコンピューター自身のアドレス（127.0.0.1、localhost、[::1]）でのみ動作します。",
        $"Refusing to answer on {url}. For others to reach the program, give the address that people use, e.g. --site https://kakehashi.example.ac.jp, and put a proxy with TLS in front. Without it, it answers only on this machine's own addresses: 127.0.0.1, localhost or [::1]."));

    private static Refusal NotAnAddress(string url) => new("serve.not-an-address", (
        $"「{url}」はアドレスとして読めません。--urls http://127.0.0.1:5080 のように指定してください。",
        $"\"{url}\" is not an address. Write it like --urls http://127.0.0.1:5080."));
}
