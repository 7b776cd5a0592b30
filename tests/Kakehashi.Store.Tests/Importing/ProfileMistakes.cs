using Kakehashi.Platform.Codes;
using Kakehashi.Platform.Import.Profiles;
using Kakehashi.TestServers;
using Kakehashi.Web;

namespace Kakehashi.Store.Tests.Importing;

/// <summary>A mistake in a profile is found when it is loaded, with its line.</summary>
public sealed class ProfileMistakes
{
    private const string Head = "code: mine\nname: {ja: 自分, en: Mine}\nrecord: agreement\n";

    [Theory]
    [InlineData("fields:\n  reference: Ref\n  titel: Title\n", 6, "no field 'titel'")]
    [InlineData("fields:\n  type: {constant: picnic}\n", 5, "'picnic' is no value of 'type'")]
    [InlineData("fields:\n  country: {constant: Atlantis}\n", 5, "'Atlantis' is no value of 'country'")]
    [InlineData("fields:\n  type: {column: T, values: {X: picnic}}\n", 5, "'picnic' is no value of 'type'")]
    [InlineData("fields:\n  reference: {column: R, extract: '('}\n", 5, "no regular expression")]
    [InlineData("fields:\n  reference: {column: R, extract: 'a'}\n", 5, "has no group")]
    [InlineData("fields:\n  reference: {en: R}\n", 5, "cannot be read this way")]
    [InlineData("fields:\n  title: {latitude: A, longitude: B}\n", 5, "cannot be read this way")]
    [InlineData("fields:\n  reference: {row_key: true, prefx: a}\n", 5, "'prefx' is not known here")]
    [InlineData("fields:\n  other_parties:\n    parts:\n      - needs: signed_as\n        fields: {signed_as: A, sined: B}\n", 8, "has no field 'sined'")]
    [InlineData("fields:\n  other_parties:\n    parts:\n      - needs: organisation\n        fields: {signed_as: A}\n", 7, "needs names 'organisation'")]
    [InlineData("duplicates: last\nfields:\n  reference: R\n", 1, "'last' is no duplicates")]
    [InlineData("count_into: reference\nfields:\n  reference: R\n", 1, "no number field 'reference'")]
    [InlineData("fields: [a, b]\n", 4, "a mapping is expected")]
    [InlineData("fields:\n  reference: {column: R\n", 5, "")]
    public void Are_told_with_file_and_line(string text, int line, string message)
    {
        var fault = Assert.Single(Load(("mine.yaml", Head + text)).Faults);
        Assert.Matches($@"^mine\.yaml, line ({line}|{line + 1}): ", fault.Message);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keep_no_other_profile_from_being_used()
    {
        var profiles = Load(("a.yaml", "nonsense"), ("b.yaml", Head.Replace("mine", "good", StringComparison.Ordinal) + "fields:\n  reference: R\n"), ("c.yaml", Head.Replace("mine", "eche", StringComparison.Ordinal) + "fields:\n  reference: R\n"));
        Assert.Equal(2, profiles.Faults.Count);
        Assert.NotNull(profiles.Find("good"));
        Assert.Equal("organisation", profiles.Find("eche")?.Record);
        Assert.NotNull(profiles.Find("agreements"));
    }

    private static SourceProfiles Load(params (string Name, string Text)[] files)
    {
        var own = Directory.CreateTempSubdirectory("kakehashi-profiles").FullName;
        try
        {
            foreach (var (name, text) in files) File.WriteAllText(Path.Combine(own, name), text);
            return SourceProfiles.Load(Repository.PathOf("catalogue", "profiles"), own, Composition.Types, CodeFiles.Load(Repository.PathOf("catalogue", "codes")));
        }
        finally
        {
            Directory.Delete(own, recursive: true);
        }
    }
}
