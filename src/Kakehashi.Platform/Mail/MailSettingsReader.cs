using System.Globalization;
using System.Net;
using Kakehashi.Platform.Pages;
using Kakehashi.Platform.Settings;
using MimeKit;

namespace Kakehashi.Platform.Mail;

/// <summary>Reads what is set of the mail server.</summary>
public static class MailSettingsReader
{
    /// <summary>What can be set. Its mistakes are M001 to M006.</summary>
    public static SettingKeys Keys { get; } = new("mail.yaml", "KAKEHASHI_MAIL_", 'M')
    {
        Plain = ["server", "port", "security", "from", "user"],
        Secret = "password",
        Label = "name",
        LabelExample = "{ja: 国際交流課, en: International Affairs}",
        LineExample = "server: smtp.example.ac.jp",
    };

    /// <summary>The settings; null where there are none. Those with mistakes are not used.</summary>
    /// <param name="folder">The folder of the records.</param>
    /// <param name="variable">The value of an environment variable, or null.</param>
    public static (MailSettings? Settings, IReadOnlyList<SettingMistake> Mistakes) Read(string folder, Func<string, string?> variable)
    {
        var file = SettingsFile.Read(Keys, folder, variable);
        if (file.IsAbsent) return (null, []);
        var settings = file.IsUnreadable ? null : Settings(file);
        return (file.Mistakes.Count == 0 ? settings : null, file.Mistakes);
    }

    private static MailSettings? Settings(SettingsFile file)
    {
        var (server, security, from) = (file.Needed("server"), Security(file), From(file));
        var port = Port(file, security);
        var user = file.Value("user");
        var password = user is null ? null : file.NeededSecret();
        if (user is not null && security == MailSecurity.None && server is not null && !ThisMachine.IsMeantBy(server))
            file.Refuse("user", ("暗号化しない接続ではパスワードを送れません。security を starttls か tls にしてください。", "A password is not sent in the open: set security to starttls or tls."));
        if (server is null || from is null) return null;
        var settings = new MailSettings(server, port, security, from) { User = user, Password = password };
        return settings with { Name = file.Label(settings.Name) };
    }

    private static MailSecurity Security(SettingsFile file)
    {
        switch (file.Value("security"))
        {
            case null or "starttls": return MailSecurity.StartTls;
            case "tls": return MailSecurity.Tls;
            case "none": return MailSecurity.None;
            case var other:
                file.Refuse("security", ($"security は starttls、tls、none のどれかです(「{other}」ではなく)。", $"security is starttls, tls or none, not “{other}”."));
                return MailSecurity.StartTls;
        }
    }

    private static int Port(SettingsFile file, MailSecurity security)
    {
        if (file.Value("port") is not { } text)
            return security switch
            {
                MailSecurity.StartTls => 587,
                MailSecurity.Tls => 465,
                _ => 25,
            };
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort) return port;
        file.Refuse("port", ($"port は 1 から 65535 までの数です(「{text}」ではなく)。", $"port is a number from 1 to 65535, not “{text}”."));
        return 0;
    }

    private static string? From(SettingsFile file)
    {
        if (file.Needed("from") is not { } text) return null;
        if (IsAddress(text)) return text;
        file.Refuse("from", ($"from はメールアドレスです(「{text}」ではなく)。", $"from is a mail address, not “{text}”."));
        return null;
    }

    /// <summary>Whether a text is one mail address, without a name.</summary>
    public static bool IsAddress(string text) =>
        MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address == text && mailbox.Address.IndexOf('@', StringComparison.Ordinal) > 0;
}
