using System.Net;
using Kakehashi.Kernel;

namespace Kakehashi.Web.Http;

/// <summary>Until people sign in, the program answers only to the machine it runs on.</summary>
public static class Loopback
{
    /// <summary>The host names a request may ask for; a foreign name that points here (DNS rebinding) is turned away.</summary>
    public const string Hosts = "localhost;127.0.0.1;[::1]";

    /// <summary>Why these addresses may not be used; null where they may.</summary>
    public static Refusal? Refuse(IEnumerable<string> urls)
    {
        var all = urls.ToList();
        if (all.Count == 0) return NotAnAddress("");
        foreach (var url in all)
        {
            if (Read(url) is not { } host) return NotAnAddress(url);
            if (!IsLoopback(host)) return NotLoopback(url);
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

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static Refusal NotLoopback(string url) => new("serve.not-loopback", (
        $"{url} では起動できません。利用者認証が未実装のため、このコンピューター自身のアドレス（127.0.0.1、localhost、[::1]）でのみ動作します。",
        $"Refusing to answer on {url}. There is no sign-in yet, so the program answers only on this machine's own addresses: 127.0.0.1, localhost or [::1]."));

    private static Refusal NotAnAddress(string url) => new("serve.not-an-address", (
        $"「{url}」はアドレスとして読めません。--urls http://127.0.0.1:5080 のように指定してください。",
        $"\"{url}\" is not an address. Write it like --urls http://127.0.0.1:5080."));
}
