using System.IO.Compression;
using System.Text.RegularExpressions;
using Kakehashi.Partnerships.Partners;
using Kakehashi.TestServers;

namespace Kakehashi.Tests.Partners;

public sealed partial class RorIds
{
    [Theory]
    [InlineData("https://ror.org/01dq60k83")]
    [InlineData("01dq60k83")]
    [InlineData("01DQ60K83")]
    [InlineData("ror.org/01dq60k83")]
    [InlineData("http://ror.org/01dq60k83")]
    [InlineData("https://www.ror.org/01dq60k83")]
    [InlineData("HTTPS://ROR.ORG/01DQ60K83")]
    public void Are_one_however_they_are_written(string given) => Assert.Equal("https://ror.org/01dq60k83", RorId.Canonical(given));

    [Theory]
    [InlineData("https://ror.org/nonsense")]
    [InlineData("https://ror.org/01dq60k84")]
    [InlineData("01dq6ok83")]
    [InlineData("01dq60k8")]
    [InlineData("01dq60k833")]
    [InlineData("11dq60k83")]
    [InlineData("https://example.org/01dq60k83")]
    [InlineData("0１dq60k83")]
    [InlineData("ror:01dq60k83")]
    [InlineData("")]
    [InlineData(null)]
    public void That_are_mistyped_or_made_up_are_none(string? given) => Assert.Null(RorId.Canonical(given));

    [Fact]
    public void Of_the_registry_are_all_taken_as_they_stand()
    {
        using var registry = new StreamReader(new GZipStream(File.OpenRead(SharedData.PathOf("registry", "ror_partial_v2.jsonl.gz")), CompressionMode.Decompress));
        var ids = Ids(registry.ReadToEnd());
        Assert.True(ids.Count > 50_000);
        Assert.All(ids, id => Assert.Equal(id, RorId.Canonical(id)));
    }

    [Theory]
    [InlineData("s2aff_train_val.csv", 869)]
    [InlineData("logs_train.csv", 393)]
    [InlineData("crossref_train.csv", 2_273, "https://ror.org/09tzf2p33")]
    public void In_lists_of_affiliations_are_taken_but_for_one_that_is_made_up(string file, int count, params string[] madeUp)
    {
        var ids = Ids(File.ReadAllText(SharedData.PathOf("affiliations", file)));
        Assert.Equal(count, ids.Count);
        Assert.Equal(madeUp, ids.Where(id => RorId.Canonical(id) != id));
    }

    private static HashSet<string> Ids(string text) => [.. Id().Matches(text).Select(match => match.Value)];

    [GeneratedRegex("https://ror\\.org/[A-Za-z0-9]+")]
    private static partial Regex Id();
}
