using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Matching.Indexing;
using Kakehashi.Matching.Normalising;

namespace Kakehashi.Tests.Matching;

/// <summary>The index finds what comparing with every name would, with up to two letters wrong.</summary>
public sealed class FindingNamesThatAreNear
{
    private static readonly string[] Beginnings = ["tohoku", "tokyo", "kyoto", "sendai", "shanghai", "göteborg", "москва", "東北", "東京", "北京", "ソウル", "universite de", "technische"];
    private static readonly string[] Ends = ["university", "institute of technology", "college", "大学", "工業大学", "研究所", "polytechnic", "hochschule", "school of medicine and dentistry"];

    private static readonly string[] Keys = [.. Beginnings.Concat(["eth", "mit", "yale", "理研", "阪大"]).Select(text => Name.Of(text).Key), .. from one in Beginnings from other in Ends from number in Enumerable.Range(1, 9) select Name.Of($"{one} {other} {number}").Key];

    private static readonly NameIndex Index = NameIndex.Of(Keys);

    [Fact]
    public void Misses_none_and_invents_none() => Prop.ForAll(Arb.From(Changed(2)), key =>
        Index.Near(key, 2).Select(found => (found.At, found.Edits)).SequenceEqual(
            Keys.Index().Select(one => (At: one.Index, Edits: Levenshtein(key, one.Item))).Where(one => one.Edits <= Math.Min(2, Math.Max(0, (key.Length - 1) / 2))).OrderBy(one => one.Edits).ThenByDescending(one => Keys[one.At].Length).ThenBy(one => one.At)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Theory]
    [InlineData("Tohoku Universty 3", "Tohoku University 3")]
    [InlineData("Shanghi Institut of Technology 1", "Shanghai Institute of Technology 1")]
    [InlineData("東北 工叢大学 2", "東北 工業大学 2")]
    public void Puts_the_nearest_first(string wrong, string right) => Assert.Equal(Name.Of(right).Key, Index.KeyAt(Index.Near(Name.Of(wrong).Key, 2)[0].At).ToString());

    [Fact]
    public void Takes_a_letter_for_left_out_rather_than_exchanged()
    {
        var index = NameIndex.Of(["riken", "risen", "rilen", "rikxen"]);
        Assert.Equal(["rikxen", "riken"], index.Near("rixen", 1).Select(found => index.KeyAt(found.At).ToString()).Take(2));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("zzzzzzzzzzzz")]
    public void Finds_nothing_where_there_is_nothing(string key) => Assert.Empty(Index.Near(key, 2));

    [Fact]
    public void Can_be_empty() => Assert.Empty(NameIndex.Of([]).Near("tohoku", 2));

    [Fact]
    public void Gives_the_same_to_many_threads_at_once()
    {
        var alone = Keys.Select(key => Index.Near(key, 2).Count).ToArray();
        var together = new int[Keys.Length];
        Parallel.For(0, Keys.Length, i => together[i] = Index.Near(Keys[i], 2).Count);
        Assert.Equal(alone, together);
    }

    private static Gen<string> Changed(int edits) => Gen.Elements(Keys).SelectMany(key => Gen.ListOf(Gen.Choose(0, 10_000), edits).Select(places => places.Aggregate(key, Change)));

    private static string Change(string key, int chance)
    {
        var (at, letter) = (chance % (key.Length + 1), "aeknst 大".Substring(chance / 7 % 8, 1));
        return (chance % 3) switch
        {
            0 => key.Insert(at, letter),
            1 when key.Length > 0 => key.Remove(at % key.Length, 1),
            _ => key.Length == 0 ? letter : key.Remove(at % key.Length, 1).Insert(at % key.Length, letter),
        };
    }

    private static int Levenshtein(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0]++;
            for (var j = 1; j <= other.Length; j++) (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
