using Kakehashi.Access.SignIn.Provider;

namespace Kakehashi.Web.Tests.SignIn;

public sealed class SettingUpTheProvider
{
    [Fact]
    public void Is_not_needed()
    {
        using var folder = new AFolder();
        var (settings, mistakes) = OidcSettingsReader.Read(folder.Path, _ => null);
        Assert.Null(settings);
        Assert.Empty(mistakes);
    }

    [Fact]
    public void Reads_the_file_and_the_environment_over_it()
    {
        using var folder = new AFolder();
        File.WriteAllText(folder["secret"], "s3cret\n");
        File.WriteAllText(folder["oidc.yaml"], "issuer: https://idp.example.ac.jp\nclient_id: a\nclient_secret_file: secret\nunknown: viewer\n");
        var (settings, mistakes) = OidcSettingsReader.Read(folder.Path, name => name == "KAKEHASHI_OIDC_CLIENT_ID" ? "b" : null);
        Assert.Empty(mistakes);
        Assert.Equal(("b", "s3cret", true, "preferred_username"), (settings!.ClientId, settings.ClientSecret, settings.LetsUnknownIn, settings.UserNameClaim));
        Assert.DoesNotContain("s3cret", settings.ToString());
    }

    [Theory]
    [InlineData("issuer: [", "O001")]
    [InlineData("- issuer", "O001")]
    [InlineData("", "O001")]
    [InlineData("issuer: https://idp.example\n", "O002 O002")]
    [InlineData("isuer: https://idp.example\nclient_id: a\nclient_secret_file: none\n", "O003 O002 O006")]
    [InlineData("issuer: http://idp.example\nclient_id: [a]\nclient_secret: x\nunknown: admin\n", "O004 O004 O004 O002 O002 O004")]
    [InlineData("issuer: https://idp.example\nclient_id: a\nlabel: {ja: 入る}\n", "O005 O002")]
    public void Says_everything_that_is_wrong_at_once(string yaml, string codes)
    {
        using var folder = new AFolder();
        File.WriteAllText(folder["oidc.yaml"], yaml);
        var (settings, mistakes) = OidcSettingsReader.Read(folder.Path, _ => null);
        Assert.Null(settings);
        Assert.Equal(codes, string.Join(' ', mistakes.Select(mistake => mistake.Code)));
        Assert.All(mistakes, mistake => Assert.Contains("oidc.yaml(", mistake.Where));
    }

    [Fact]
    public async Task With_mistakes_the_program_does_not_start()
    {
        using var folder = new AFolder();
        await File.WriteAllTextAsync(folder["oidc.yaml"], "isuer: https://idp.example\n", TestContext.Current.CancellationToken);
        var ended = await TheProgram.Run("serve", "--data", folder.Path, "--urls", "http://127.0.0.1:0");
        Assert.Equal(2, ended.Code);
        Assert.Contains("oidc.yaml(1): O003", ended.Errors);
    }
}
