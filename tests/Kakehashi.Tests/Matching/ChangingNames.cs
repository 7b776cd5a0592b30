using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Matching.Indexing;

namespace Kakehashi.Tests.Matching;

/// <summary>Names that come and go are found as if the index had been made with them.</summary>
public sealed class ChangingNames
{
    private static readonly string[] Words = ["tohoku", "tohku", "tohokus", "tokyo", "kyoto", "kyto", "sendai college", "sendai colege", "東北大学", "東大学", "mit", "mti", "eth zurich"];

    [Fact]
    public void Are_found_as_in_an_index_made_of_them() => Prop.ForAll(Arb.From(Changes), Arb.From(Gen.Elements(Words)), (changes, key) =>
    {
        var names = NamesWithChanges.Of(NameIndex.Of(Words));
        List<string> left = [.. Words];
        foreach (var (added, removed) in changes)
        {
            names = names.With(added, [removed % left.Count]);
            left[removed % left.Count] = "";
            left.AddRange(added);
        }

        return names.Count == left.Count && names.Near(key, 2).SequenceEqual(NameIndex.Of(left).Near(key, 2));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Keep_their_places_when_they_are_so_many_that_the_index_is_made_anew()
    {
        var names = NamesWithChanges.Of(NameIndex.Of(Words)).With([.. Enumerable.Range(0, 20_000).Select(number => $"institute number {number}"), "miyagi gakuin"], [0]);
        var at = Assert.Single(names.Near("miyagi gakin", 2)).At;
        Assert.Equal((Words.Length + 20_000, "miyagi gakuin"), (at, names.KeyAt(at).ToString()));
        Assert.DoesNotContain(0, names.Near("tohoku", 2).Select(found => found.At));
    }

    private static Gen<List<(List<string> Added, int Removed)>> Changes =>
        Gen.ListOf(Gen.ListOf(Gen.Elements(Words)).SelectMany(added => Gen.Choose(0, 1_000).Select(removed => (added.Take(3).ToList(), removed)))).Select(changes => changes.Take(6).ToList());
}
