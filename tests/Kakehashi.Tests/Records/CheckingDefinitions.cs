using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.StoreWriter;

namespace Kakehashi.Tests.Records;

public sealed class CheckingDefinitions
{
    private static readonly Text Label = ("見出し", "Label");

    public static TheoryData<string> Codes => [.. Mistakes.Keys];

    /// <summary>For each code, what makes a definition wrong that is right otherwise.</summary>
    private static Dictionary<string, Action<Definition<Bad>>> Mistakes { get; } = new()
    {
        ["R003"] = record => record.Named(Label, Label, "Bad Things"),
        ["R007"] = record => record.Line(one => one.B, Label),
        ["R008"] = record => record.Line(one => one.A, Label),
        ["R009"] = record => record.Check("bad.computed", one => one.Computed, one => true, Label),
        ["R010"] = record => record.Line(one => one.Withdrawn, Label),
        ["R011"] = record => record.Line(one => one.B, ("見出し", " ")),
        ["R012"] = record => record.Code(one => one.B, Label, "planets"),
        ["R013"] = record => record.Link(one => one.Other, Label),
        ["R014"] = record => record.Line(one => one.B, Label, 4_001),
        ["R015"] = record => record.Note(one => one.B, Label).Listed(),
        ["R016"] = record => record.Line(one => one.B, Label).Required().WrittenBy(WrittenBy.Operation),
        ["R018"] = record => record.Fact("bad", Label, fact => fact.Fields(nameof(Bad.A))),
        ["R019"] = record => record.Fact("bad", Label, fact => fact.Date(one => one.Day).Fields(nameof(Bad.A), nameof(Bad.A))),
        ["R020"] = record =>
        {
            record.Line(one => one.B, Label).Personal();
            record.Fact("bad", Label, fact => fact.Date(one => one.Day).Fields(nameof(Bad.B)));
        },
        ["R021"] = record => record.Named(Label, Label, "change-set"),
        ["R022"] = record => record.Named(Label, Label, "imports"),
        ["R023"] = record => record.Line(one => one.B, Label, 20).Required().Personal(),
        ["R024"] = record => record.Line(one => one.OwnName, Label),
        ["R025"] = record => record.Concern<Worse>("bad.beside", ConcernKind.Inconsistent, (one, today) => true, (one, other) => true, Label),
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public void Names_the_mistake(string code)
    {
        var definition = code == "R007" ? Named() : Right();
        Mistakes[code](definition);
        Assert.Equal([code], Found(definition.Build()));
    }

    [Fact]
    public void Finds_nothing_wrong_with_a_right_one() => Assert.Empty(Found(Right().Build()));

    [Fact]
    public void Names_every_mistake_of_an_empty_definition_at_once() =>
        Assert.Equal(["R003", "R004", "R005", "R006", "R007"], Found(new Definition<Bad>().Build()));

    [Fact]
    public void Names_a_route_and_a_fact_that_two_types_have()
    {
        var (one, other) = (Right(), new Definition<Worse>());
        one.Fact("same", Label, fact => fact.Date(bad => bad.Day));
        other.Named(Label, Label, "bad-things");
        other.Identity(worse => worse.A);
        other.Caption(worse => new(worse.A, null));
        other.Line(worse => worse.A, Label).Listed();
        other.Fact("same", Label, fact => fact.Date(worse => null));
        Assert.Equal(["R001", "R002"], Found(one.Build(), other.Build()));
    }

    [Fact]
    public void Names_parts_within_parts()
    {
        var inner = new PartsField(Property.Parts((System.Linq.Expressions.Expression<Func<BadPart, List<BadPart>>>)(one => one.Parts), () => new List<BadPart>()), Label, new(typeof(BadPart), [], () => new BadPart(), () => new List<BadPart>()));
        var outer = new PartsField(Property.Parts((System.Linq.Expressions.Expression<Func<Bad, List<BadPart>>>)(one => one.Parts), () => new List<BadPart>()), Label, new(typeof(BadPart), [inner], () => new BadPart(), () => new List<BadPart>()));
        var right = Right().Build();
        var words = new RecordTypeWords { One = Label, Many = Label, Route = "bad-things", Caption = right.Caption, Keys = right.Keys };
        Assert.Equal(["R017"], Found(new RecordType<Bad>(words, [.. right.Fields, outer], [], [])));
    }

    [Theory]
    [InlineData("R011")]
    [InlineData("R012")]
    [InlineData("R013")]
    [InlineData("R014")]
    public void Looks_into_parts(string code)
    {
        var definition = Right();
        definition.Parts(one => one.Parts, Label, part =>
        {
            if (code == "R011") part.Line(one => one.A, ("", "A"));
            if (code == "R012") part.Code(one => one.A, Label, "planets");
            if (code == "R013") part.Link(one => one.Other, Label);
            if (code == "R014") part.Line(one => one.A, Label, 0);
        });
        var mistake = Assert.Single(RecordChecks.All(new([definition.Build()]), Specimen.Lists));
        Assert.Equal(code, mistake.Code);
        Assert.StartsWith("bad.parts.", mistake.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_a_test_for_every_code()
    {
        string[] elsewhere = ["R001", "R002", "R004", "R005", "R006", "R017"];
        var source = House.Source.Read("src/Kakehashi.Records/RecordChecks.cs");
        var codes = System.Text.RegularExpressions.Regex.Matches(source, "new\\(\"(R[0-9]{3})\"").Select(match => match.Groups[1].Value).Distinct();
        Assert.Equal(codes.Order(StringComparer.Ordinal), Mistakes.Keys.Concat(elsewhere).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Finds_nothing_wrong_with_the_product_s_own()
    {
        var files = House.Source.Under("catalogue/codes", ".csv").Select(Path.GetFileNameWithoutExtension).OfType<string>();
        Assert.Empty(RecordChecks.All(Product.Types, CanonicalValues.Lists(files)).Select(mistake => mistake.ToString()));
    }

    [Fact]
    public void Knows_every_module_of_the_product() => Assert.Equal(
        House.Source.Under("src", "Module.cs").Select(Path.GetFileNameWithoutExtension).Where(name => name is not ("Module" or null)).Order(StringComparer.Ordinal),
        Product.Modules.Select(module => string.Concat(module.Code.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Module").Order(StringComparer.Ordinal));

    private static IEnumerable<string> Found(params IEnumerable<RecordType> types) =>
        RecordChecks.All(new(types), Specimen.Lists).Select(mistake => mistake.Code);

    private static Definition<Bad> Named()
    {
        var definition = new Definition<Bad>();
        definition.Named(Label, Label, "bad-things");
        definition.Identity(one => one.A);
        definition.Caption(one => new(one.A, null));
        return definition;
    }

    private static Definition<Bad> Right()
    {
        var definition = Named();
        definition.Line(one => one.A, Label).Listed();
        return definition;
    }

    private sealed class Bad : Record<Bad>
    {
        public string? A { get; private set; }

        public string? B { get; private set; }

        public string? Withdrawn { get; private set; }

        public string? OwnName { get; private set; }

        public DateOnly? Day { get; private set; }

        public Id<Worse>? Other { get; private set; }

        public List<BadPart> Parts { get; private set; } = [];

        public int Computed => 1;
    }

    private sealed class Worse : Record<Worse>
    {
        public string? A { get; private set; }
    }

    private sealed class BadPart
    {
        public string? A { get; private set; }

        public Id<Worse>? Other { get; private set; }

        public List<BadPart> Parts { get; private set; } = [];
    }
}
