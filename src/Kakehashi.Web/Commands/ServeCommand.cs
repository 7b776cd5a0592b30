using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using Kakehashi.Access.SignIn.Provider;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Mail;
using Kakehashi.Platform.Settings;
using Kakehashi.Web.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

internal static class ServeCommand
{
    private static readonly Option<string> Urls = new("--urls")
    {
        Description = T("待ち受けアドレス(; で区切る。--site がなければループバックのみ)", "Addresses to answer on, separated by ; (without --site, loopback only)."),
        DefaultValueFactory = _ => ServeOptions.DefaultUrl,
    };

    private static readonly Option<string?> Site = new("--site")
    {
        Description = T(
            "利用者が開くアドレス(https://kakehashi.example.ac.jp など。手前のプロキシで TLS を設定)",
            "The address people use, e.g. https://kakehashi.example.ac.jp, with TLS at a proxy in front."),
    };

    private static readonly Option<string[]> Proxy = new("--proxy")
    {
        Description = T(
            "X-Forwarded-For などを信用するプロキシ(10.0.3.0/24 など。複数可。このコンピューター自身は常に信用)",
            "Network of a proxy whose X-Forwarded-… is trusted, e.g. 10.0.3.0/24; may be repeated. This machine always is."),
    };

    private static readonly Option<string> Data = new("--data")
    {
        Description = T("データの保存先フォルダー", "Folder of the records."),
        DefaultValueFactory = _ => ServeOptions.DefaultData,
    };

    private static readonly Option<bool> StyleGuide = new("--styleguide")
    {
        Description = T("デザインシステムを /styleguide に表示", "Show the design system at /styleguide."),
    };

    private static readonly Option<bool> Demo = new("--demo")
    {
        Description = T(
            "フォルダーが空なら、先に架空の大学のデータを入れる(データがあれば何もしない)",
            "Fill the folder with an invented university first, where it is empty; one that holds records stays as it is."),
    };

    public static Command Define()
    {
        var command = new Command("serve", T("ブラウザーで使う", "Answer in the browser.")) { Urls, Site, Proxy, Data, Demo, StyleGuide };
        command.SetAction((input, cancel) => Serve(
            new ServeOptions
            {
                Urls = input.GetRequiredValue(Urls).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                Site = input.GetValue(Site),
                Proxies = input.GetValue(Proxy) ?? [],
                Data = input.GetRequiredValue(Data),
                Demo = input.GetValue(Demo),
                StyleGuide = input.GetValue(StyleGuide),
            },
            cancel));
        return command;
    }

    private static async Task<int> Serve(ServeOptions options, CancellationToken cancel)
    {
        // pages and the API speak the language they are asked in, not that of the shell
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        if (Loopback.Refuse(options) is { } refusal) return Refuse(refusal);

        List<SettingMistake> mistakes =
        [
            .. OidcSettingsReader.Read(options.Data, Environment.GetEnvironmentVariable).Mistakes,
            .. MailSettingsReader.Read(options.Data, Environment.GetEnvironmentVariable).Mistakes,
        ];
        if (mistakes.Count > 0)
        {
            foreach (var mistake in mistakes) await Console.Error.WriteLineAsync(mistake.ToString());
            return ExitCodes.Refused;
        }

        await using var app = Host.Build(options);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException taken) when (taken.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return Refuse(Loopback.Taken(options.Urls));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // the records could not be opened, sooner than the server answered
            return HowItEnded(app);
        }

        foreach (var address in app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            await Console.Out.WriteLineAsync($"Kakehashi / 架け橋  {address}".AsMemory(), cancel);
        var first = SayFirstLink(app, options);
        await app.WaitForShutdownAsync(cancel);
        await first;
        return HowItEnded(app);
    }

    private static int HowItEnded(WebApplication app) => app.Services.GetRequiredService<WorkspaceOpening>().Opened.Exception?.InnerException switch
    {
        null => ExitCodes.Done,
        DataFault fault => Refuse(fault.Refusal),
        _ => ExitCodes.Failed,
    };

    /// <summary>Whoever reads what the program prints has the machine: that is who administers first.</summary>
    private static async Task SayFirstLink(WebApplication app, ServeOptions options)
    {
        try
        {
            if (await app.Services.GetRequiredService<WorkspaceOpening>().FirstLinkAsync() is not { } secret) return;
            await Console.Out.WriteLineAsync($"最初の管理者の登録 / Make the first administrator  {options.Site?.TrimEnd('/') ?? app.Urls.First()}/welcome/{secret}");
        }
        catch (Exception fault) when (fault is OperationCanceledException or DataFault)
        {
            // said when the program ends
        }
    }

    private static int Refuse(Refusal refusal)
    {
        Console.Error.WriteLine(refusal.Message.Ja);
        Console.Error.WriteLine(refusal.Message.En);
        return ExitCodes.Refused;
    }
}
