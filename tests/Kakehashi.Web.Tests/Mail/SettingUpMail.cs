using Kakehashi.Platform.Mail;

namespace Kakehashi.Web.Tests.Mail;

public sealed class SettingUpMail
{
    [Fact]
    public void Is_not_needed()
    {
        using var folder = new AFolder();
        Assert.Equal((null, 0), (MailSettingsReader.Read(folder.Path, _ => null).Settings, MailSettingsReader.Read(folder.Path, _ => null).Mistakes.Count));
    }

    [Theory]
    [InlineData("", 587, MailSecurity.StartTls)]
    [InlineData("security: tls\n", 465, MailSecurity.Tls)]
    [InlineData("security: none\n", 25, MailSecurity.None)]
    [InlineData("security: none\nport: 2525\n", 2525, MailSecurity.None)]
    public void Knows_the_usual_ports(string yaml, int port, MailSecurity security)
    {
        using var folder = new AFolder();
        File.WriteAllText(folder["mail.yaml"], "server: smtp.example.ac.jp\nfrom: office@example.ac.jp\n" + yaml);
        var (settings, mistakes) = MailSettingsReader.Read(folder.Path, _ => null);
        Assert.Empty(mistakes);
        Assert.Equal((port, security), (settings!.Port, settings.Security));
    }

    [Fact]
    public void Takes_the_password_from_its_file_and_does_not_tell_it()
    {
        using var folder = new AFolder();
        File.WriteAllText(folder["secret"], "letters\n");
        File.WriteAllText(folder["mail.yaml"], "server: a.example\nfrom: a@a.example\nuser: b\npassword_file: secret\nname: {ja: 国際交流課, en: International Affairs}\n");
        var (settings, mistakes) = MailSettingsReader.Read(folder.Path, name => name == "KAKEHASHI_MAIL_SERVER" ? "b.example" : null);
        Assert.Empty(mistakes);
        Assert.Equal(("b.example", "letters", "国際交流課"), (settings!.Server, settings.Password, settings.Name.Ja));
        Assert.DoesNotContain("letters", settings.ToString());
    }

    [Theory]
    [InlineData("server: [", "M001")]
    [InlineData("server: a.example\n", "M002")]
    [InlineData("server: a.example\nfrom: a@a.example\nuser: b\n", "M002")]
    [InlineData("sever: a.example\nserver: a\nfrom: nobody\nport: 0\nsecurity: ssl\n", "M003 M004 M004 M004")]
    [InlineData("server: a.example\nfrom: a@a.example\npassword: x\n", "M004")]
    [InlineData("server: a.example\nfrom: a@a.example\nname: {ja: あ}\n", "M005")]
    [InlineData("server: a.example\nfrom: a@a.example\nuser: b\npassword_file: none\nsecurity: none\n", "M006 M004")]
    public void Says_everything_that_is_wrong_at_once(string yaml, string codes)
    {
        using var folder = new AFolder();
        File.WriteAllText(folder["mail.yaml"], yaml);
        var (settings, mistakes) = MailSettingsReader.Read(folder.Path, _ => null);
        Assert.Null(settings);
        Assert.Equal(codes, string.Join(' ', mistakes.Select(mistake => mistake.Code)));
    }

    [Fact]
    public async Task With_mistakes_the_program_does_not_start()
    {
        using var folder = new AFolder();
        await File.WriteAllTextAsync(folder["mail.yaml"], "sever: a.example\n", TestContext.Current.CancellationToken);
        var ended = await TheProgram.Run("serve", "--data", folder.Path, "--urls", "http://127.0.0.1:0");
        Assert.Equal(2, ended.Code);
        Assert.Contains("mail.yaml(1): M003", ended.Errors);
    }
}
