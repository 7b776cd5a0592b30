using FsCheck.Fluent;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Strategy.Tree;
using Kakehashi.Tests.Analytics;
using Kakehashi.Tests.Records;

namespace Kakehashi.Tests.Strategy;

public sealed class WritingAStrategy
{
    private static readonly IndicatorCatalogue Indicators = IndicatorCatalogue.Load(ShippedIndicators.Folder, FactSchemas.All).Catalogue!;

    [Fact]
    public void Gives_back_the_shipped_strategy_when_it_is_read_again()
    {
        var shipped = StrategyReader.Read("strategy.yaml", File.ReadAllText(Path.Combine(ShippedIndicators.Folder, "..", "strategy.yaml")), Indicators).Tree!;
        Same(shipped, Again(StrategyWriter.Write(shipped)));
    }

    [Fact]
    public void Gives_back_every_text_that_can_be_stored_when_it_is_read_again()
    {
        foreach (var (one, other) in CanonicalValues.AnyText.Two().Sample(300).Select(pair => (pair.Item1, pair.Item2)))
        {
            if (string.IsNullOrWhiteSpace(one) || string.IsNullOrWhiteSpace(other)) continue;
            var tree = Tree(new(one, other), new(other, one));
            Same(tree, Again(StrategyWriter.Write(tree)));
        }
    }

    [Theory]
    [InlineData("- {a: b}", "'\"\\")]
    [InlineData("null", "# no comment")]
    [InlineData("2019-09-10", "yes: &anchor *alias")]
    [InlineData("行\n改行\tタブ", "\u2028\u0085\ufeff 𠮷😀")]
    public void Quotes_what_YAML_would_take_for_something_else(string ja, string en) => Same(Tree(new(ja, en), null), Again(StrategyWriter.Write(Tree(new(ja, en), null))));

    [Fact]
    public void Names_the_field_that_each_mistake_is_in()
    {
        var draft = StrategyDraft.Of(Tree(new("題", "Title"), null), 0);
        var action = draft.Groups[0].Actions[0];
        (draft.Date, action.Title, action.Meaning, action.Indicators) = ("soon", new("題", null), new(null, null), ["FL-01", "XX-99"]);
        (draft.Groups[0].Code, draft.Goals[0].Code) = ("two words", "");
        var written = StrategyWriter.Write(draft);
        var mistakes = StrategyReader.Read("strategy.yaml", written.Yaml, Indicators).Mistakes;
        Assert.Equal(
            ["S010 date", "S004 1.code", "S009 2.code", "S005 3.title", "S005 3.meaning", "S005 3.meaning", "S008 3.goals", "S007 3.indicators"],
            mistakes.Select(mistake => $"{mistake.Code} {written.FieldAt(mistake.Line)}"));
    }

    private static StrategyTree Tree(Text text, Text? owner) => new()
    {
        Code = "ours",
        Name = text,
        Source = text,
        Date = new(2025, 4, 1),
        Goals = [new("56", text)],
        Groups = [new("A", text, text, [new("A.1", text, text, owner, ["56"], ["FL-01", "ST-01"])])],
    };

    private static StrategyTree Again(string yaml)
    {
        var reading = StrategyReader.Read("strategy.yaml", yaml, Indicators);
        Assert.Empty(reading.Mistakes.Select(mistake => mistake.ToString()));
        return reading.Tree!;
    }

    private static void Same(StrategyTree expected, StrategyTree actual) => Assert.Equivalent(expected, actual, strict: true);
}
